import type { Contribution } from '../../activity.ts';

/** Ranks from 1; equal counts share a rank and the next one is skipped (1, 2, 2, 4). */
export interface Ranked {
	readonly id: string;
	readonly count: number;
	readonly rank: number;
	/** True when another row with a count above zero has the same rank. */
	readonly tied: boolean;
}

/** Sorts by count, most first; equal counts keep the order of `ids`. */
export function rankByCount(
	ids: readonly string[],
	counts: ReadonlyMap<string, number>
): readonly Ranked[] {
	const rows = ids.map((id) => ({ id, count: counts.get(id) ?? 0 }));
	return rows
		.toSorted((a, b) => b.count - a.count)
		.map(({ id, count }) => ({
			id,
			count,
			rank: 1 + rows.filter((row) => row.count > count).length,
			tied: count > 0 && rows.filter((row) => row.count === count).length > 1
		}));
}

/** One contribution a person: where there are several, the one with the greatest id. */
export function onePerPerson<Body>(
	contributions: readonly Contribution<Body>[]
): readonly Contribution<Body>[] {
	const kept = new Map<string, Contribution<Body>>();
	for (const one of contributions) {
		const other = kept.get(one.person);
		if (!other || one.id > other.id) kept.set(one.person, one);
	}
	return [...kept.values()];
}
