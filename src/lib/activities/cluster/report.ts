import type { Disclosed, Item, ReportBlock, ReportLine, Translate } from '../activity.ts';
import { heading } from '../engines/choose/blocks.ts';
import type { ClusterResult, ClusterSettings } from './schema.ts';

/** Every heap with its name and the cards in it, in their own words; sensitive cards only as a number. */
export function report(
	settings: ClusterSettings,
	shown: Disclosed<ClusterResult>,
	t: Translate
): readonly ReportBlock[] {
	const head = heading(settings);
	const result = shown.total;
	const heaps = result?.clusters.filter(({ items }) => items.length > 0) ?? [];
	const cards = new Map(settings.items?.map((item) => [item.id, item]));
	const lines = (ids: readonly string[]): ReportBlock => ({
		type: 'list',
		items: ids.flatMap((id) => lineOf(cards.get(id)))
	});
	if (!result || heaps.length === 0) {
		return [...head, { type: 'paragraph', text: t('cluster-none') }];
	}
	if (settings.sensitive) {
		const rows = heaps.map(({ id, name, items }) => ({
			id,
			label: name || t('cluster-unnamed'),
			count: items.length
		}));
		return [...head, { type: 'bars', rows, unit: t('cluster-unit') }];
	}
	const loose: readonly ReportBlock[] =
		result.loose.length === 0
			? []
			: [{ type: 'heading', text: t('cluster-loose') }, lines(result.loose)];
	return [
		...head,
		...heaps.flatMap(({ name, items }): readonly ReportBlock[] => [
			{
				type: 'heading',
				text: t('cluster-report-heap', {
					name: name || t('cluster-unnamed'),
					count: items.length
				})
			},
			lines(items)
		]),
		...loose
	];
}

const lineOf = (item: Item | undefined): readonly ReportLine[] =>
	item
		? [
				item.lang
					? { id: item.id, text: item.text, lang: item.lang }
					: { id: item.id, text: item.text }
			]
		: [];
