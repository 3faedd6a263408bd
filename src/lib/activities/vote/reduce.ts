import type { Contribution, Tally } from '../activity.ts';
import { onePerPerson, rankByCount, type Ranked } from '../engines/choose/ranking.ts';
import { dotsUsed, itemsOf, withinBudget, type VoteBody, type VoteSettings } from './schema.ts';

export interface VoteResult {
	/** People whose dots were counted. */
	readonly people: number;
	readonly dots: number;
	/** Every item, most dots first; `count` is dots. */
	readonly rows: readonly Ranked[];
}

/** Adds up the dots. A vote with more dots than allowed counts for nothing at all. */
export function reduce(
	settings: VoteSettings,
	contributions: readonly Contribution<VoteBody>[],
	tallies: readonly Tally[]
): VoteResult {
	const ids = itemsOf(settings).map((item) => item.id);
	const counts = new Map(ids.map((id) => [id, 0]));
	const add = (id: string, dots: number): void => {
		const before = counts.get(id);
		if (before !== undefined) counts.set(id, before + dots);
	};
	const valid = onePerPerson(contributions).filter(
		({ body }) => dotsUsed(body) > 0 && withinBudget(settings, body)
	);
	for (const { body } of valid) for (const [id, n] of Object.entries(body.dots)) add(id, n);
	for (const tally of tallies) for (const [id, n] of Object.entries(tally.counts)) add(id, n);
	return {
		people: valid.length + tallies.reduce((sum, tally) => sum + tally.people, 0),
		dots: [...counts.values()].reduce((sum, n) => sum + n, 0),
		rows: rankByCount(ids, counts)
	};
}
