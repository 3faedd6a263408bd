import type { Translate } from '../activity.ts';
import { percentOf } from '../engines/choose/blocks.ts';
import type { NoticeResult, NoticeSettings } from './schema.ts';

/** Lines of the result: agreed, listening, then the ticks, each with its words in one or two languages. */
export function barRows(
	settings: NoticeSettings,
	result: NoticeResult,
	t: Translate,
	second?: NoticeSettings
) {
	const row = (id: string, label: string, count: number) => {
		const percent = percentOf(count, result.people);
		return percent === undefined ? { id, label, count } : { id, label, count, percent };
	};
	const textOf = (from: NoticeSettings | undefined, id: string) =>
		from?.agree?.find((tick) => tick.id === id)?.text;
	return [
		row('answer=agree', t('notice-agreed'), result.agreed),
		row('answer=listen', t('notice-listening'), result.listening),
		...result.ticks.map(({ id, count }) => {
			const other = textOf(second, id);
			const line = row(`tick.${id}`, textOf(settings, id) ?? id, count);
			return other === undefined ? line : { ...line, second: { label: other } };
		})
	];
}
