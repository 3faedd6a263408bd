import { percentOf } from '../engines/choose/blocks.ts';
import { cardPages, type CardPage } from '../engines/collect/card-pages.ts';
import type { FormQuestion, FormResult, FormSettings, QuestionResult } from './schema.ts';

/** Lines of one question with its options in words; none for own words and numbers. */
export function barRows(
	question: FormQuestion | undefined,
	result: QuestionResult,
	second?: FormQuestion
) {
	if (result.kind === 'text' || result.kind === 'number') return [];
	const labelIn = (from: FormQuestion | undefined, id: string) =>
		from?.options?.find((option) => option.id === id)?.label;
	return result.counts.map(({ id, count }) => {
		const percent = percentOf(count, result.people);
		const other = labelIn(second, id);
		return {
			id,
			label: labelIn(question, id) ?? id,
			count,
			...(percent === undefined ? {} : { percent }),
			...(other === undefined ? {} : { second: { label: other } })
		};
	});
}

export const questionIn = (settings: FormSettings | undefined, id: string) =>
	settings?.questions.find((question) => question.id === id);

/** One stage page: a question, and which of its cards when the answers are own words. */
export interface StagePage {
	readonly question: QuestionResult;
	readonly cards?: CardPage;
}

/** The stage pages of a form: one question at a time, own words nine cards at a time. */
export function stagePlan(settings: FormSettings, result: FormResult): readonly StagePage[] {
	return result.questions
		.filter(({ people }) => people > 0)
		.flatMap((question): readonly StagePage[] => {
			if (question.kind !== 'text') return [{ question }];
			if (settings.sensitive) return [];
			return cardPages(question.texts.map(({ text }) => text.length)).map((cards) => ({
				question,
				cards
			}));
		});
}
