import { mergeSmall, OTHERS } from '#lib/activities/engines/collect/merge-small.ts';
import type { Translate } from '#lib/activities/activity.ts';
import type { RoomGroup } from './model.ts';
import type { ReportSource } from './source.ts';

/** Who was in the room, small groups put together. */
export interface Room {
	readonly groups: readonly RoomGroup[];
	readonly merged: boolean;
	/** Sum of the groups, so that nobody is left over to be told by subtraction; undefined below k. */
	readonly people: number | undefined;
}

/** Spheres with their numbers: 0 or at least k each, and nothing can be subtracted from the sum. */
export function roomOf({ spheres, k }: Pick<ReportSource, 'spheres' | 'k'>, t: Translate): Room {
	const labels = new Map(spheres.map(({ id, label }) => [id, label]));
	const counts = mergeSmall(
		spheres.filter(({ count }) => count > 0),
		k
	);
	const people = counts.reduce((sum, { count }) => sum + count, 0);
	const merged = counts.some(({ id }) => id === OTHERS);
	if (people < k) return { groups: [], merged: people > 0, people: undefined };
	const groups = counts.map(({ id, count }) => ({
		id,
		count,
		label: id === OTHERS ? t('report-others') : (labels.get(id) ?? id)
	}));
	// Largest first, those put together last.
	groups.sort((a, b) => Number(a.id === OTHERS) - Number(b.id === OTHERS) || b.count - a.count);
	return { groups, merged, people };
}
