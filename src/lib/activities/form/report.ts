import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { heading, note, splitTable } from '../engines/choose/blocks.ts';
import { barRows, questionIn } from './rows.ts';
import type { FormResult, FormSettings, QuestionResult } from './schema.ts';

/** Every question with its answers; texts in people's own words, unless the step is sensitive. */
export function report(
	settings: FormSettings,
	shown: Disclosed<FormResult>,
	t: Translate
): readonly ReportBlock[] {
	const total = shown.total;
	const why = note(shown, settings, t, 'form');
	if (!total) return [...heading(settings), ...why];
	return [
		...heading(settings),
		{ type: 'paragraph', text: t('form-people', { count: total.people }) },
		...total.questions.flatMap((question) => blocksOf(settings, question, t)),
		...splitTable(shown, t('form-by-group'), (result) => mediansOf(settings, result, t)),
		...why
	];
}

function blocksOf(
	settings: FormSettings,
	result: QuestionResult,
	t: Translate
): readonly ReportBlock[] {
	const question = questionIn(settings, result.id);
	const title: ReportBlock = { type: 'paragraph', text: question?.text ?? result.id };
	if (result.people === 0) return [title, { type: 'paragraph', text: t('form-none') }];
	switch (result.kind) {
		case 'choice':
		case 'many':
		case 'scale': {
			const rows = barRows(question, result).map(({ id, label, count }) => ({
				id: `${result.id}.${id}`,
				label,
				count
			}));
			const bars: ReportBlock = { type: 'bars', rows, unit: t('form-unit') };
			if (result.kind !== 'scale' || result.median === undefined) return [title, bars];
			const middle = t('form-median', { value: result.median });
			return [title, bars, { type: 'paragraph', text: middle }];
		}
		case 'text':
			return settings.sensitive
				? [title, { type: 'paragraph', text: t('form-sensitive', { count: result.people }) }]
				: [title, { type: 'quotes', items: result.texts }];
		case 'number': {
			const text = t('form-number', { median: result.median ?? 0, sum: result.sum });
			return [title, { type: 'paragraph', text }];
		}
		default:
			return result satisfies never;
	}
}

/** The middle answer of every scale question; the same lines for every group. */
function mediansOf(settings: FormSettings, result: FormResult, t: Translate) {
	return settings.questions
		.filter(({ kind }) => kind === 'scale')
		.map(({ id, text }): readonly [string, string] => {
			const found = result.questions.find((question) => question.id === id);
			const value = found?.kind === 'scale' ? found.median : undefined;
			return [text, value === undefined ? t('form-nothing') : t('form-value', { value })];
		});
}
