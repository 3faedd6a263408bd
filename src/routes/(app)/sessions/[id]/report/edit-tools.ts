import type { Command } from '#lib/session/commands.ts';
import type { ReportText, TextEdit } from '#lib/report/model.ts';

/** What can be done to a line, by the state it is in. */
export interface EditTools {
	/** Hides a line, shows it again, or takes a quote in. */
	readonly toggle: (id: string, edit: TextEdit, text: string) => void;
	/** Puts a line in other words; the empty text gives back the words as they were. */
	readonly reword: (line: ReportText, text: string) => void;
}

type Edit = Extract<Command, { type: 'edit' }>;

/**
 * What a press on hide, show again or take in does. Words changed before are kept while a line is
 * hidden where one key holds both.
 */
export function toggled(id: string, edit: TextEdit, text: string): Edit {
	const kept = edit.key === id && text !== edit.original && text !== '' ? { text } : {};
	switch (edit.state) {
		case 'shown':
		case 'follows':
		case 'empty':
			return { type: 'edit', line: id, hidden: true, ...kept };
		case 'hidden':
			return { type: 'edit', line: id, hidden: false, ...kept };
		case 'offered':
			return { type: 'edit', line: id, hidden: false, text };
		default:
			return edit.state satisfies never;
	}
}

/** What saving other words does: under the line's key, hidden or not as it was. */
export function reworded({ id, edit }: ReportText, text: string): Edit | undefined {
	if (!edit) return undefined;
	const words = text.trim();
	const same = words === '' || (words === edit.original && edit.state !== 'offered');
	const hidden = edit.state === 'hidden' && edit.key === id;
	return {
		type: 'edit',
		line: edit.key,
		...(hidden ? { hidden } : {}),
		...(same ? {} : { text: words })
	};
}
