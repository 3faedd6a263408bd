import type { CommonSettings, Disclosed, ReportBlock, Translate } from '../../activity.ts';
import { cellFloor } from '../../disclose.ts';

/** The question as a heading, when the step has one. */
export const heading = (settings: CommonSettings): readonly ReportBlock[] =>
	settings.prompt ? [{ type: 'heading', text: settings.prompt }] : [];

/**
 * One table of a split: a row for each line of the result, a column for each shown cell with its
 * number of people. `linesOf` gives label and value; every cell must give the same lines.
 */
export function splitTable<Result>(
	shown: Disclosed<Result>,
	corner: string,
	linesOf: (result: Result) => readonly (readonly [string, string])[]
): readonly ReportBlock[] {
	const [first] = shown.cells;
	if (!first) return [];
	const columns = shown.cells.map((cell) => linesOf(cell.result));
	return [
		{
			type: 'table',
			columns: [corner, ...shown.cells.map((cell) => `${cell.label} (${cell.people})`)],
			rows: linesOf(first.result).map(([label], line) => [
				label,
				...columns.map((column) => column[line]?.[1] ?? '')
			])
		}
	];
}

/** Message id, below the kind's prefix, of the sentence that says why less is shown; the same ids in every kind. */
export function noteId(shown: Disclosed<unknown>): string | undefined {
	if (!shown.note) return undefined;
	return shown.note === 'too-few' ? 'too-few' : shown.note === 'merged' ? 'merged' : 'split-hidden';
}

/** The sentence that says why less is shown than was asked for, or nothing. */
export function noteText(
	shown: Disclosed<unknown> | undefined,
	settings: CommonSettings,
	t: Translate,
	prefix: string
): string | undefined {
	if (!shown) return undefined;
	const id = noteId(shown);
	return id && t(`${prefix}-${id}`, { least: cellFloor(settings) });
}

export function note(
	shown: Disclosed<unknown>,
	settings: CommonSettings,
	t: Translate,
	prefix: string
): readonly ReportBlock[] {
	const text = noteText(shown, settings, t, prefix);
	return text ? [{ type: 'paragraph', text }] : [];
}

/** Whole percent of `people`, or nothing below 10 people, where a percentage says more than was asked. */
export const percentOf = (count: number, people: number): number | undefined =>
	people >= 10 ? Math.round((100 * count) / people) : undefined;
