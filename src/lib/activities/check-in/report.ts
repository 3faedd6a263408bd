import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { note } from '../engines/choose/blocks.ts';
import { partsOf } from './rows.ts';
import type { CheckInResult, CheckInSettings } from './schema.ts';

/** Who was in the room, as sums; never what somebody needs or is called. */
export function report(
	settings: CheckInSettings,
	shown: Disclosed<CheckInResult>,
	t: Translate
): readonly ReportBlock[] {
	const head: ReportBlock = { type: 'heading', text: t('check-in-name') };
	const result = shown.total;
	if (!result) return [head, ...note(shown, settings, t, 'check-in')];
	const parts = partsOf(settings, result, t).flatMap(({ title, rows }): readonly ReportBlock[] => [
		{ type: 'paragraph', text: title },
		{
			type: 'bars',
			rows: rows.map(({ id, label, count, lang }) =>
				lang ? { id, label, count, lang } : { id, label, count }
			),
			unit: t('check-in-unit')
		}
	]);
	return [
		head,
		{ type: 'paragraph', text: t('check-in-people', { count: result.people }) },
		...parts
	];
}
