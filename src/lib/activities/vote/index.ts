import { defineActivity } from '../activity.ts';
import { report } from './report.ts';
import { reduce, type VoteResult } from './reduce.ts';
import { votePages } from './rows.ts';
import {
	body,
	dotsUsed,
	fields,
	itemsOf,
	withinBudget,
	type VoteBody,
	type VoteSettings
} from './schema.ts';

/** Dot vote: each person gives a few dots to the items that matter most to them. */
export default defineActivity<VoteSettings, VoteBody, VoteResult>({
	kind: 'vote',
	icon: 'circle-dot',
	produces: 'items',
	perPerson: 'one',
	takes: 'required',
	freeText: false,
	disclosure: 'people',
	fields,
	check: ({ dots, max_per_item }) =>
		max_per_item !== undefined && max_per_item > dots
			? [
					{
						path: 'max_per_item',
						message: `One item can take ${max_per_item} dots, but each person has only ${dots}. Lower "max_per_item" or leave it out.`
					}
				]
			: [],
	body,
	blank: () => ({ dots: {} }),
	complete: (settings, value) => dotsUsed(value) > 0 && withinBudget(settings, value),
	reduce,
	answers: (settings, value) =>
		Object.fromEntries(itemsOf(settings).map(({ id }) => [id, value.dots[id] ? 'yes' : ''])),
	tallyRows: (settings) => itemsOf(settings).map(({ id, text }) => ({ id, label: text })),
	items: (settings, result) => {
		const items = new Map(itemsOf(settings).map((item) => [item.id, item]));
		return result.rows.flatMap(({ id, count }) => {
			const item = items.get(id);
			return item ? [{ ...item, count }] : [];
		});
	},
	report,
	stagePages: (settings, result) => votePages(settings, result).length
});
