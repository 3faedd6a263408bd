import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { heading, note } from '../engines/choose/blocks.ts';
import type { NoticeResult, NoticeSettings } from './schema.ts';

/** How many agreed and to what: sums only. */
export function report(
	settings: NoticeSettings,
	shown: Disclosed<NoticeResult>,
	t: Translate
): readonly ReportBlock[] {
	const result = shown.total;
	const head = heading(settings);
	if (!result) return [...head, ...note(shown, settings, t, 'notice')];
	const sum: ReportBlock = {
		type: 'paragraph',
		text: t('notice-report', {
			people: result.people,
			agreed: result.agreed,
			listening: result.listening
		})
	};
	if (result.ticks.length === 0) return [...head, sum];
	const label = new Map(settings.agree?.map(({ id, text }) => [id, text]));
	const rows = result.ticks.map(({ id, count }) => ({ id, label: label.get(id) ?? id, count }));
	return [...head, sum, { type: 'bars', rows, unit: t('notice-unit') }];
}
