import type { Problem } from '#lib/base/problem.ts';

interface Message {
	readonly level: Problem['level'];
	/** A sentence for authors: what is wrong, where, what to do. `{name}` is filled in. */
	readonly text: string;
}

const error = (text: string): Message => ({ level: 'error', text });
const warning = (text: string): Message => ({ level: 'warning', text });
const tip = (text: string): Message => ({ level: 'tip', text });

/**
 * Every message about a workshop's files, by code. Codes are stable; each has a fixture of the same
 * name in tests/workshops/fixtures that triggers it and nothing else.
 */
export const messages = {
	// Files that cannot be read
	tab: error('Line {line} begins with a Tab key. Use two spaces.'),
	'tab-inside': error('Line {line} has a Tab in it. Use a space.'),
	colon: error(
		'Line {line}: this sentence contains ": ". Put the whole sentence in "quotation marks".'
	),
	hash: warning(
		'Line {line}: the words after # are not used. Put the whole sentence in "quotation marks" if they belong to it.'
	),
	'duplicate-key': error('"{key}" appears twice{where} (lines {first} and {second}). Keep one.'),
	anchor: error(
		'Line {line}: a value begins with & or *. Put it in "quotation marks"; shortcuts to other lines are not allowed.'
	),
	tag: error('Line {line}: a value begins with !. Put it in "quotation marks".'),
	merge: error('Line {line}: "<<" is not allowed. Write the fields out.'),
	'several-documents': error(
		'Line {line}: a second part begins with "---". Keep one workshop in a file.'
	),
	'not-readable': error(
		'Line {line} cannot be read. Check the spaces at its beginning, brackets and quotation marks.'
	),
	'empty-file': error('{file} is empty. Write something in it or delete the file.'),
	'too-big': error('{file} is {kb} KB; at most {max} KB can be used. Make it shorter.'),
	link: error('{file} is a link to another place. Put the file itself into the folder.'),
	'too-deep': error(
		'Line {line}: too many levels inside each other. Use fewer brackets or dashes.'
	),
	'unsafe-key': error('"{key}" is not allowed as a name. Choose another one.'),
	'no-script': error('The folder "{folder}" has no file workshop.yaml. Add one.'),
	'format-newer': error(
		'This file is in the format "{format}", which is newer than this app. Update the app to use it.'
	),
	'format-wrong': error('This file must begin with "format: {format}". It says "{found}".'),

	// Single fields
	'unknown-field': warning(
		'I don\'t know the field "{field}" in {where}. It will be kept but not used.{hint}'
	),
	'field-unused': warning(
		'{where} has the field "{field}", but the activity "{kind}" does not use it. Take it out.'
	),
	required: error('{where} has no "{field}" yet. Add it.'),
	'expects-list': error(
		'"{field}" in {where} must be a list. Begin each entry on its own line with "- ".'
	),
	'expects-fields': error(
		'"{field}" in {where} must have named fields below it, for example "{example}".'
	),
	'expects-text': error('"{field}" in {where} must be one text, not a list or several fields.'),
	'too-few': error('"{field}" in {where} has {count} entries; it needs at least {min}.'),
	'too-many': error('"{field}" in {where} has {count} entries; at most {max} are possible.'),
	'too-long-text': error(
		'"{field}" in {where} is {count} characters long; {max} fit. Make it shorter.'
	),
	'number-form': error('"{value}" for "{field}" in {where} – write a whole number like {example}.'),
	'number-limits': error('"{field}" in {where} is {value}; it must be from {min} to {max}.'),
	'range-form': error('"{value}" for "{field}" in {where} – write it like 35 or 35 (25-45).'),
	'range-order': error(
		'{where}: planned {best} for "{field}" must lie between least {least} and most {most}.'
	),
	'quantity-form': error(
		'"{value}" for "{field}" in {where} – write how many, like 3 or 5 per person.'
	),
	'yes-no': error('"{value}" for "{field}" in {where} – write yes or no.'),
	choice: error(
		'"{value}" is not possible for "{field}" in {where}. Choose one of: {options}.{hint}'
	),
	'id-form': error(
		'"{value}" cannot be a reference name in {where}. Use 2 to 40 small letters, digits and dashes, beginning with a letter.'
	),
	'text-form': error(
		'"{value}" for "{field}" in {where} is not written as expected. Write it like {example}.'
	),
	html: error(
		'"{field}" in {where} contains a web page tag ({tag}). Take it out; use **bold**, *italic* and lists.'
	),
	path: error(
		'"{value}" for "{field}" in {where} leads out of the workshop\'s folder. Use a file inside it.'
	),

	// What belongs together
	'folder-name': error(
		'The reference name is "{id}" but the folder is "{folder}". Make them the same.'
	),
	'duplicate-id': error(
		'Two things share the reference name "{id}": {first} and {second}. Rename one.'
	),
	'retired-id': error(
		'"{id}" was used by something you deleted. Old results would mix. Choose another name.'
	),
	'unknown-ref': error('"{value}" for "{field}" in {where} does not exist.{hint}'),
	'unknown-kind': error('{where} uses the activity "{kind}", which this app does not have.{hint}'),
	'no-question': error(
		'{where} has no question for participants yet. Add "prompt" to its activity.'
	),
	'stage-and-screens': error('{where} has both "stage" and "screens". Keep one of them.'),
	'no-source': error(
		'{where} has nothing to work on. Say which step its items come from with "from".'
	),
	'from-later': error('{where} uses what comes from {source}, but that comes later. Move it.'),
	'from-nothing': error(
		'{where} uses what comes from {source}, but that step makes nothing it could use. Choose another step.'
	),
	'source-skipped': error(
		'In {variant}, {where} has nothing to work on because {source} is left out. Add "fallback_items".'
	),
	'must-skip': error(
		'{where} is a must, so it cannot be "skip if late". Set "need" to should or could.'
	),
	'plan-too-long': warning(
		'Plan is {plan} min; you have {target}{variant}. Shorten steps (up to {squeeze} min can be won back) or drop a "could".'
	),
	'plan-too-long-stable': error(
		'Plan is {plan} min; you have {target}{variant}. A stable workshop must fit. Shorten steps or drop a "could".'
	),
	'segment-too-long': warning(
		'{from} to {to} is {over} min too long: it needs {needs} min and has {has} before {at}.'
	),
	'parts-minutes': error(
		'The parts of {where} last {minutes} min together; they must lie between {least} and {most} min.'
	),
	'group-maths': warning(
		'{people} people do not fit groups of {least}–{most} in {where}. Allow other sizes.'
	),
	'variant-clash': error('{variant} both leaves out and changes {where}. Keep one.'),
	'alternate-twice': error(
		'In {variant}, {where} stands in for two steps. Answers would mix. Use it once, or make a second alternate.'
	),
	'variant-minutes': error(
		'In {variant}, {where} has {best} min; it must lie between {least} and {most}.'
	),
	'mixed-options': warning(
		'{done} of {total} texts of the question in {where} are in {language}. Until the last one is done, people will see this question in another language.'
	),
	'objective-unused': warning('No step works on "{objective}". Link a step to it.'),
	'answer-risk': warning(
		'{where} asks about something personal and shows answers {how}. Hide names or do not show them on the stage.'
	),
	'alt-missing': error(
		'The picture in {where} has no description. Add "alt" for people who cannot see it.'
	),
	activity: error('{where}: {message}'),

	// Translations, pages and pictures
	'text-workshop': error('{file} says it belongs to "{value}"; this workshop is "{id}".'),
	'text-locale': error('{file} says its language is "{value}"; its name says "{locale}".'),
	'placeholder-lost': error('{language}: the text for {key} lost {placeholder}. Put it back.'),
	'placeholder-added': error(
		'{language}: the text for {key} has {placeholder}, which the original does not have. Take it out.'
	),
	'translation-too-long': warning(
		'{language}: the text for {key} is {count} characters long; {max} fit. Make it shorter.'
	),
	'text-stale': tip(
		'{language}: the original of {key} has changed. Look whether the text is still right.'
	),
	'text-orphan': tip('{language}: {key} belongs to nothing any more. It can be taken out.'),
	'language-missing': warning(
		'{language} is offered to participants, but the file i18n/{locale}.yaml is not there. Add it or take the language out.'
	),
	'placeholder-unknown': error(
		'"{field}" in {where} has {placeholder}, which is not known. Possible are: {options}.'
	),
	'file-missing': error('{where} needs the file "{value}", which is not there.'),
	'page-html': error(
		'{file}, line {line}: web page tags are not allowed in pages. Use plain Markdown.'
	),
	'page-link': error(
		'{file}: the link "{value}" is not allowed. Links may begin with https, http, mailto or tel, or lead to a page of this workshop.'
	),
	'image-big': warning(
		'{value} is {kb} KB. Phones without Wi-Fi will wait. Make it smaller than {max} KB.'
	),
	'media-big': error('Pictures and sounds are {mb} MB together; at most {max} MB can be used.'),
	'page-stale': tip(
		'{file} was made from an older page. Look whether it is still right, then write "of: {digest}" at its top.'
	),

	// What makes a workshop better
	'long-listening': tip(
		'People listen for {minutes} minutes in a row up to {where}. Let them speak earlier.'
	),
	'no-break': tip('There is no break for {minutes} minutes up to {where}. Add one.'),
	'late-voice': tip(
		'People speak for the first time after {minutes} minutes, in {where}. Let them begin earlier.'
	),
	'decision-phones': tip(
		'{where} decides by phone only. Add an alternate with hands or paper for people without a phone.'
	),
	'sensitive-off': tip(
		'{where} asks about something personal. Write "sensitive: yes" if answers must never be shown word for word.'
	),
	'many-options': tip(
		'A question in {where} has {count} options. More than {max} are hard to choose from.'
	),
	snapshot: error(
		'The workshop in this session file is damaged or was changed afterwards. Use another copy of the file.'
	)
} as const satisfies Readonly<Record<string, Message>>;

export type Code = keyof typeof messages;
export type Args = Readonly<Record<string, string | number>>;

/** Makes a problem in plain words. */
export function problem(
	code: Code,
	args: Args,
	at: { readonly path?: string; readonly file?: string; readonly line?: number | undefined } = {}
): Problem {
	const { level, text }: Message = messages[code];
	const message = text.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
	return {
		code,
		level,
		path: at.path ?? '',
		message,
		...(at.file === undefined ? {} : { file: at.file }),
		...(at.line ? { line: at.line } : {})
	};
}

/** " Did you mean …?" for a misspelt word, or nothing when no option is near. */
export function didYouMean(word: string, options: Iterable<string>): string {
	let best: string | undefined;
	let least = Math.min(3, Math.ceil(word.length / 2) + 1);
	for (const option of options) {
		const far = distance(word.toLowerCase(), option.toLowerCase(), least);
		if (far < least) [best, least] = [option, far];
	}
	return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** Edits between two words, counting a swap of neighbours as one; answers `limit` when there are that many or more. */
function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit || a.length > 60) return limit;
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				value = Math.min(value, (before[j - 2] ?? 0) + 1);
			next.push(value);
		}
		[before, row] = [row, next];
	}
	return Math.min(row[b.length] ?? limit, limit);
}
