import { ACTION_FIELDS, type ActionRow } from './model.ts';

/** A spreadsheet would run a cell that begins like this; an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Actions as RFC 4180 with a byte order mark, so that spreadsheets read every script. The columns are
 * names for programs and the same in every language.
 */
export function toCsv(actions: readonly ActionRow[]): string {
	const rows = actions.map(({ cells, status }) => [
		...ACTION_FIELDS.map((field) => cells[field]?.text ?? ''),
		status
	]);
	const lines = [[...ACTION_FIELDS, 'status'], ...rows].map((row) => row.map(cell).join(','));
	return `\ufeff${lines.join('\r\n')}\r\n`;
}
