import * as v from 'valibot';
import { without } from '#lib/base/without.ts';
import type { CommonSettings, Item } from '../activity.ts';
import { itemId } from '../engines/collect/body.ts';
import type { Fields } from '../field.ts';

export interface VoteSettings extends CommonSettings {
	/** Dots each person has, 1–10. */
	readonly dots: number;
	/** Most dots one person may give to one item; all of them when left out. */
	readonly max_per_item?: number;
}

export const fields: Fields = {
	items: {
		type: 'list',
		of: { type: 'text', max: 80, audience: 'P', help: 'One thing people can choose.' },
		min: 2,
		max: 30,
		help: 'What people choose from, when it does not come from an earlier step.'
	},
	dots: {
		type: 'number',
		min: 1,
		max: 10,
		default: 3,
		help: 'Dots each person can give. About a third of the number of items works well.',
		example: '3'
	},
	max_per_item: {
		type: 'number',
		min: 1,
		max: 10,
		help: 'Most dots one person can give to one item. Leave out for no limit.'
	}
};

/** Dots by item id. Items without dots are left out. */
export const body = v.strictObject({
	dots: v.pipe(
		v.record(itemId, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
		v.check((dots) => Object.keys(dots).length <= 10, 'At most 10 items can have dots.')
	)
});
export type VoteBody = v.InferOutput<typeof body>;

export const itemsOf = (settings: VoteSettings): readonly Item[] => settings.items ?? [];

export const maxPerItem = (settings: VoteSettings): number =>
	Math.min(settings.dots, settings.max_per_item ?? settings.dots);

export const dotsUsed = (value: VoteBody): number =>
	Object.values(value.dots).reduce((sum, dots) => sum + dots, 0);

/** True when the dots are within the budget and lie on items of this step. */
export function withinBudget(settings: VoteSettings, value: VoteBody): boolean {
	const known = new Set(itemsOf(settings).map((item) => item.id));
	const most = maxPerItem(settings);
	return (
		dotsUsed(value) <= settings.dots &&
		Object.entries(value.dots).every(([id, dots]) => known.has(id) && dots <= most)
	);
}

/** The vote with one dot more (`by` 1) or less (−1) on an item; unchanged where that is not allowed. */
export function moveDot(settings: VoteSettings, value: VoteBody, id: string, by: 1 | -1): VoteBody {
	const dots = (value.dots[id] ?? 0) + by;
	if (dots < 0) return value;
	const moved = { dots: dots === 0 ? without(value.dots, id) : { ...value.dots, [id]: dots } };
	return withinBudget(settings, moved) ? moved : value;
}
