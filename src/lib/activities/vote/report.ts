import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { heading, note, splitTable } from '../engines/choose/blocks.ts';
import type { VoteResult } from './reduce.ts';
import { itemsOf, type VoteSettings } from './schema.ts';

export function report(
	settings: VoteSettings,
	shown: Disclosed<VoteResult>,
	t: Translate
): readonly ReportBlock[] {
	const { total } = shown;
	if (!total) {
		return [...heading(settings), { type: 'paragraph', text: t('vote-too-few', least(settings)) }];
	}
	const items = new Map(itemsOf(settings).map((item) => [item.id, item]));
	const textOf = (id: string): string => items.get(id)?.text ?? '';
	return [
		...heading(settings),
		{
			type: 'bars',
			unit: t('vote-unit'),
			rows: total.rows.map(({ id, count }) => {
				const lang = items.get(id)?.lang;
				return { id, label: textOf(id), count, ...(lang ? { lang } : {}) };
			})
		},
		{ type: 'paragraph', text: t('vote-sum', { people: total.people, dots: total.dots }) },
		...ties(total).map((ids): ReportBlock => {
			return { type: 'paragraph', text: t('vote-tie', { items: ids.map(textOf).join(' · ') }) };
		}),
		...splitTable(shown, t('vote-item'), (result) => {
			return total.rows.map(({ id }) => {
				const dots = result.rows.find((row) => row.id === id)?.count ?? 0;
				return [textOf(id), String(dots)];
			});
		}),
		...note(shown, settings, t, 'vote')
	];
}

/** Groups of items with the same number of dots, in order. */
export function ties(result: VoteResult): readonly (readonly string[])[] {
	const groups = new Map<number, string[]>();
	for (const row of result.rows) {
		if (row.tied) groups.set(row.rank, [...(groups.get(row.rank) ?? []), row.id]);
	}
	return [...groups.values()];
}

const least = (settings: VoteSettings) => ({ least: settings.min_cell });
