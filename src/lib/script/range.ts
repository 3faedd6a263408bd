/** A planned number with slack: best (least–most). Always `least ≤ best ≤ most` once checked. */
export interface Range {
	readonly best: number;
	readonly least: number;
	readonly most: number;
}

const RANGE = /^(\d{1,6})(?:\s*\(\s*(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*\))?$/;

/** Reads `35` or `35 (25-45)`; undefined when the text is neither. Does not judge the order. */
export function parseRange(text: string): Range | undefined {
	const match = RANGE.exec(text.trim());
	if (!match) return undefined;
	const best = Number(match[1]);
	if (match[2] === undefined || match[3] === undefined) return { best, least: best, most: best };
	return { best, least: Number(match[2]), most: Number(match[3]) };
}

/** Writes a range in the shortest notation that `parseRange` reads back. */
export const formatRange = ({ best, least, most }: Range): string =>
	least === best && most === best ? String(best) : `${best} (${least}-${most})`;

export const isOrdered = ({ best, least, most }: Range): boolean => least <= best && best <= most;

/** How many of a thing are needed; `per` says for each what. */
export interface Quantity {
	readonly count: number;
	readonly per: 'workshop' | 'person' | 'group' | 'table' | 'role';
}

const QUANTITY = /^(\d{1,5})(?:\s+per\s+(person|group|table|role|workshop))?$/;

/** Reads `5 per person`, `1 per group` or `3`; undefined when the text is none of them. */
export function parseQuantity(text: string): Quantity | undefined {
	const match = QUANTITY.exec(text.trim());
	if (!match) return undefined;
	const per = match[2];
	return {
		count: Number(match[1]),
		per: per === 'person' || per === 'group' || per === 'table' || per === 'role' ? per : 'workshop'
	};
}
