import { tidy } from '#lib/base/text.ts';
import type { Contribution, Item } from '../activity.ts';
import { onePerPerson } from '../engines/choose/ranking.ts';
import { inPlanOrder } from '../engines/plan/order.ts';
import { complete, type PledgeBody, type PledgeSettings } from './schema.ts';

/** A promise its writer wants the room to read. Without its writer. */
export interface SharedPledge {
	readonly id: string;
	readonly text: string;
	readonly lang?: string;
	/** ISO day. */
	readonly when?: string;
	/** The action it helps, one of those this step was given. */
	readonly item?: string;
}

export interface PledgeResult {
	/** Promises nobody else may read: only their number leaves this function. */
	readonly kept: number;
	readonly shared: readonly SharedPledge[];
}

export function reduce(
	settings: PledgeSettings,
	contributions: readonly Contribution<PledgeBody>[]
): PledgeResult {
	const pledges = onePerPerson(contributions).filter(({ body }) => complete(settings, body));
	const known = new Set(settings.items?.map(({ id }) => id));
	const shared = pledges
		.filter(({ body }) => body.share === 'shared')
		.map(({ id, lang, body }): SharedPledge => {
			const item = body.action !== undefined && known.has(body.action) ? body.action : undefined;
			return {
				id,
				text: tidy(body.text),
				...(lang === undefined ? {} : { lang }),
				...(body.when === undefined ? {} : { when: body.when }),
				...(item === undefined ? {} : { item })
			};
		});
	return {
		kept: pledges.length - shared.length,
		shared: inPlanOrder(settings.items ?? [], shared)
	};
}

export const items = (_: PledgeSettings, { shared }: PledgeResult): readonly Item[] =>
	shared.map(({ id, text, lang, item }) => ({
		id,
		text,
		...(lang === undefined ? {} : { lang }),
		...(item === undefined ? {} : { from: [item] })
	}));
