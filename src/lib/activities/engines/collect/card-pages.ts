/** Cards of one stage page: all at one size (percent of stage height), in so many columns. */
export interface CardPage {
	readonly start: number;
	readonly end: number;
	readonly columns: 1 | 2 | 3;
	readonly size: 'lead' | 'body' | 'min';
}

/** Most cards people can take in at once. */
export const CARDS_PER_PAGE = 9;

// All in percent of the stage height, for a 16:10 stage with a prompt in two languages above the cards.
const WIDTH = 140;
const HEIGHT = 52;
const GAP = 2.5;
const PADDING = 4;
const SIZES = [
	{ size: 'lead', em: 8 },
	{ size: 'body', em: 6.25 },
	{ size: 'min', em: 5 }
] as const;

function heightOf(length: number, em: number, columns: number): number {
	const inner = (WIDTH - GAP * (columns - 1)) / columns - PADDING;
	const perLine = Math.max(4, Math.floor(inner / (em * 0.5)) - 1);
	return Math.max(1, Math.ceil(length / perLine)) * em * 1.25 + PADDING;
}

function howMany(lengths: readonly number[], start: number, em: number, columns: number): number {
	let used = 0;
	let count = 0;
	while (start + count < lengths.length && count < CARDS_PER_PAGE) {
		const row = lengths.slice(start + count, Math.min(start + count + columns, start + 9));
		const height = Math.max(...row.map((length) => heightOf(length, em, columns)));
		used += height + (used > 0 ? GAP : 0);
		if (used > HEIGHT) break;
		count += row.length;
	}
	return Math.min(count, CARDS_PER_PAGE);
}

/**
 * Splits cards of these lengths (in characters) into pages that fit the stage: as many as can be
 * read, never more than nine, and as large as that allows. Every card is on exactly one page.
 */
export function cardPages(lengths: readonly number[]): readonly CardPage[] {
	const pages: CardPage[] = [];
	let start = 0;
	while (start < lengths.length) {
		// One card that fits at no size still gets a page, as small and wide as possible.
		let best: CardPage = { start, end: start + 1, columns: 1, size: 'min' };
		let fits = false;
		for (const { size, em } of SIZES) {
			for (const columns of [1, 2, 3] as const) {
				const end = start + howMany(lengths, start, em, columns);
				if (end === start || (fits && end <= best.end)) continue;
				best = { start, end, columns, size };
				fits = true;
			}
		}
		pages.push(best);
		start = best.end;
	}
	return pages;
}
