import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { byCategory } from './reduce.ts';
import type { IdeasResult, IdeasSettings } from './schema.ts';

/** The cards in people's own words, by category; sensitive ones only as a number. */
export function report(
	settings: IdeasSettings,
	shown: Disclosed<IdeasResult>,
	t: Translate
): readonly ReportBlock[] {
	const heading: ReportBlock = { type: 'heading', text: settings.prompt ?? t('ideas-name') };
	const result = shown.total;
	if (!result || result.cards.length === 0) {
		return [heading, { type: 'paragraph', text: t(result ? 'ideas-none' : 'ideas-too-few') }];
	}
	const count: ReportBlock = {
		type: 'paragraph',
		text: t('ideas-report-count', { cards: result.cards.length, people: result.people })
	};
	if (settings.sensitive) {
		return [heading, count, { type: 'paragraph', text: t('ideas-sensitive') }];
	}
	const groups = byCategory(settings, result.cards).flatMap((group): readonly ReportBlock[] => [
		...(settings.categories
			? [{ type: 'heading' as const, text: group.title ?? t('ideas-other') }]
			: []),
		{
			type: 'quotes',
			items: group.cards.map(({ id, text, lang }) => (lang ? { id, text, lang } : { id, text }))
		}
	]);
	return [heading, count, ...groups];
}
