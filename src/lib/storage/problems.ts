import type { Problem } from '#lib/base/problem.ts';

/** Every message about a session's file, by code. Codes are stable; each has a test. */
const TEXTS = {
	'file-foreign': 'This is not a Plenum session file. Choose a file that ends in .plenum.',
	'file-too-big': 'This file is larger than any session file can be. Choose another file.',
	'file-truncated': 'The end of this file is missing. Copy it again from where it came from.',
	'file-damaged': 'This file was damaged on its way. Copy it again from where it came from.',
	'file-newer':
		'This file was made by a newer version of Plenum. Update the app, then open it again.',
	'file-older':
		'This file was made by a version of Plenum that is too old. Open it there and save it again.',
	'file-contents': 'This file is complete, but what is in it cannot be used. Nothing was changed.',
	'file-other-session':
		'A session with this number is on this device, but with other keys. Nothing was changed.',
	'file-forked':
		'Some answers differ from those on this device. The ones on this device were kept.',
	'file-expired':
		'The time to keep the raw answers of this session is over. Only its report was opened.',
	'passphrase-needed': 'This file is protected. Type the passphrase it was saved with.',
	'passphrase-wrong': 'This passphrase does not open the file. Try again; capitals count.',
	'passphrase-short': 'Choose a passphrase of at least 8 characters.',
	'session-missing': 'This session is not on this device any more.',
	'device-full': 'There is no room left on this device. Free some space, then try again.'
} as const;

export type FileProblemCode = keyof typeof TEXTS;

const WARNINGS: readonly FileProblemCode[] = ['file-forked', 'file-expired'];

/** The problem with its words in English; screens may word it anew by its code. */
export const fileProblem = (code: FileProblemCode): Problem => ({
	code,
	level: WARNINGS.includes(code) ? 'warning' : 'error',
	path: '',
	message: TEXTS[code]
});
