import { tidy } from '#lib/base/text.ts';
import type { Contribution, Item } from '../activity.ts';
import { capped } from '../engines/collect/capped.ts';
import { inPlanOrder } from '../engines/plan/order.ts';
import {
	columnsOf,
	complete,
	type ActionBody,
	type ActionPlanSettings,
	type Column
} from './schema.ts';

/** One action as it is shown: tidied, only the columns that were asked and filled in. */
export interface PlannedAction extends Readonly<Partial<Record<Column, string>>> {
	readonly id: string;
	readonly what: string;
	readonly lang?: string;
	/** Item of the earlier step it answers. */
	readonly item?: string;
}

export interface ActionPlanResult {
	/** In the order of the earlier step's items, then by day. */
	readonly actions: readonly PlannedAction[];
}

export function reduce(
	settings: ActionPlanSettings,
	contributions: readonly Contribution<ActionBody>[]
): ActionPlanResult {
	const items = settings.items ?? [];
	const known = new Set(items.map(({ id }) => id));
	const whole = contributions.filter(({ body }) => complete(settings, body));
	const actions = capped(whole, settings.max_rows).map(({ id, lang, body }): PlannedAction => {
		const filled = columnsOf(settings).flatMap((column) => {
			const text = tidy(body[column] ?? '');
			return text === '' ? [] : [[column, text] as const];
		});
		return {
			id,
			...Object.fromEntries(filled),
			what: tidy(body.what),
			...(lang === undefined ? {} : { lang }),
			...(body.item !== undefined && known.has(body.item) ? { item: body.item } : {})
		};
	});
	return { actions: inPlanOrder(items, actions) };
}

export const items = (_: ActionPlanSettings, { actions }: ActionPlanResult): readonly Item[] =>
	actions.map(({ id, what, lang, item }) => ({
		id,
		text: what,
		...(lang === undefined ? {} : { lang }),
		...(item === undefined ? {} : { from: [item] })
	}));
