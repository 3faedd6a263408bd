import { promptSize } from '../collect/prompt-size.ts';

/** A line of a stage result, by the characters it needs in one or two languages. */
export interface StageLine {
	readonly label: string;
	readonly second?: string;
}

// Percent of the stage height, for a 16:10 stage, the narrowest in use.
const WIDTH = 142;
const HEIGHT = 84;
const MOST_LINES = 6;
const EM = { prompt: 10, lead: 8, body: 6.25, min: 5 } as const;
// Average width of a letter in em; between narrow and wide interface faces.
const LETTER = 0.55;

const linesOf = (text: string, width: number, em: number): number =>
	Math.max(1, Math.ceil((text.length * em * LETTER) / width));

/** Longest label that stands on one line at the larger size. */
const SHORT = 22;

/** Size of all labels of a result: the larger one only where every label is short. */
export const labelSize = (lines: readonly Pick<StageLine, 'label'>[]): 'body' | 'min' =>
	lines.every(({ label }) => label.length <= SHORT) ? 'body' : 'min';

/** Height a prompt takes above results, in percent of the stage height. */
export function promptHeight(prompt: string, second?: string): number {
	const em = EM[promptSize(Math.max(prompt.length, second?.length ?? 0), false)];
	const first = linesOf(prompt, WIDTH, em) * em * 1.15;
	if (!second) return first;
	const small = Math.max(em * 0.8, 4);
	return first + 1 + linesOf(second, WIDTH, small) * small * 1.15;
}

interface Options {
	/** Room for labels, in percent of the stage height. */
	readonly width?: number;
	/** Between two lines. */
	readonly gap?: number;
	/** Least height of a line. */
	readonly least?: number;
	/** True when a line of words stands below. */
	readonly foot?: boolean;
	readonly size?: 'body' | 'min';
}

/**
 * How many lines of a result can be read on the stage at once: at most six, at least one.
 */
export function stageLines(
	prompt: StageLine,
	lines: readonly StageLine[],
	{ width = 85, gap = 2.6, least = 7, foot = false, size = labelSize(lines) }: Options = {}
): number {
	const room = HEIGHT - promptHeight(prompt.label, prompt.second) - (foot ? 14.5 : 4);
	const em = EM[size];
	let used = -gap;
	let count = 0;
	for (const { label, second } of lines.slice(0, MOST_LINES)) {
		const height =
			linesOf(label, width, em) * em * 1.15 +
			(second ? linesOf(second, width, EM.min) * EM.min * 1.2 : 0);
		used += gap + Math.max(least, height);
		if (used > room && count > 0) break;
		count++;
	}
	return count;
}

/** Where each stage page of a result starts and ends; every line is on exactly one page. */
export function stagePages(
	prompt: StageLine,
	lines: readonly StageLine[],
	given: Options = {}
): readonly { readonly start: number; readonly end: number }[] {
	const options = { ...given, size: given.size ?? labelSize(lines) };
	if (stageLines(prompt, lines, options) >= lines.length) return [{ start: 0, end: lines.length }];
	const pages: { start: number; end: number }[] = [];
	for (let start = 0; start < lines.length;) {
		const end = start + stageLines(prompt, lines.slice(start), { ...options, foot: true });
		pages.push({ start, end });
		start = end;
	}
	return pages;
}

/** The page asked for, or the last one when there are not so many. */
export const pageAt = <Page>(pages: readonly Page[], page = 0): Page | undefined =>
	pages[Math.min(Math.max(0, page), pages.length - 1)];

/**
 * A line with room for a second language of the same length: which languages the stage shows is not
 * known when pages are counted, and pages must not change when one is switched on.
 */
export const twice = (text: string): StageLine => ({ label: text, second: text });
