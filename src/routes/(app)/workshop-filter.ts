import type { WorkshopRow } from './workshop-row.ts';

/** Lengths to filter by: longest number of minutes that still belongs to each. */
export const LENGTHS = { short: 120, half: 240, day: Infinity } as const;
export type Length = keyof typeof LENGTHS;

/** Sizes of a group to filter by. */
export const GROUPS = {
	small: { least: 6, most: 12 },
	middle: { least: 12, most: 36 },
	large: { least: 40, most: Infinity }
} as const;
export type GroupSize = keyof typeof GROUPS;

/** What somebody is looking for. Empty parts let everything through. */
export interface Wanted {
	readonly text: string;
	readonly length: Length | undefined;
	readonly group: GroupSize | undefined;
	/** All of them must be ready, or offered as a draft. */
	readonly languages: readonly string[];
}

export const ANYTHING: Wanted = { text: '', length: undefined, group: undefined, languages: [] };

/** A list shorter than this needs no filters. */
export const FILTER_FROM = 4;

/** Workshops that fit what is wanted, in their order. */
export const filterWorkshops = (
	rows: readonly WorkshopRow[],
	wanted: Wanted
): readonly WorkshopRow[] => rows.filter((row) => fits(row, wanted));

function fits(row: WorkshopRow, { text, length, group, languages }: Wanted): boolean {
	const words = fold(text).split(/\s+/).filter(Boolean);
	const said = fold(`${row.title.text} ${row.summary.text}`);
	if (!words.every((word) => said.includes(word))) return false;
	if (length !== undefined && lengthOf(row.minutes) !== length) return false;
	if (group !== undefined) {
		const { least, most } = GROUPS[group];
		if (!row.people || row.people.least > most || row.people.most < least) return false;
	}
	return languages.every((locale) =>
		row.languages.some((each) => each.locale === locale && each.state !== 'incomplete')
	);
}

const lengthOf = (minutes: number): Length =>
	minutes <= LENGTHS.short ? 'short' : minutes <= LENGTHS.half ? 'half' : 'day';

// Accents are often left out when searching; case never matters.
const fold = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
