import { fits, tidy } from '#lib/base/text.ts';
import type { Contribution, ReportLine, Tally } from '../activity.ts';
import { onePerPerson } from '../engines/choose/ranking.ts';
import { inOrder } from '../engines/collect/capped.ts';
import { POINTS, TEXT_LENGTH } from './schema.ts';
import type {
	FormAnswer,
	FormBody,
	FormQuestion,
	FormResult,
	FormSettings,
	QuestionResult
} from './schema.ts';

export const blank = (): FormBody => ({ answers: [] });

/** The answer to this question if it is one: of its kind, with options that exist. */
export function answerTo(question: FormQuestion, { answers }: FormBody): FormAnswer | undefined {
	const given = answers.find(({ id }) => id === question.id);
	if (!given) return undefined;
	const known = (id: string) => question.options?.some((option) => option.id === id) ?? false;
	switch (question.kind) {
		case 'choice':
			return 'option' in given && known(given.option) ? given : undefined;
		case 'many': {
			if (!('options' in given)) return undefined;
			const options = [...new Set(given.options.filter(known))];
			return options.length > 0 ? { id: given.id, options } : undefined;
		}
		case 'scale':
			return 'number' in given && POINTS.some((point) => point === given.number)
				? given
				: undefined;
		case 'text':
			return 'text' in given && tidy(given.text) !== '' && fits(tidy(given.text), TEXT_LENGTH)
				? given
				: undefined;
		case 'number':
			return 'number' in given ? given : undefined;
		default:
			return question.kind satisfies never;
	}
}

export const complete = (settings: FormSettings, body: FormBody): boolean =>
	settings.questions.some((question) => answerTo(question, body)) &&
	body.answers.every((given) => !('text' in given) || fits(tidy(given.text), TEXT_LENGTH));

export function answers(settings: FormSettings, body: FormBody): Readonly<Record<string, string>> {
	const all = settings.questions.flatMap((question): (readonly [string, string])[] => {
		const given = answerTo(question, body);
		if (!given || 'text' in given) return [];
		if ('option' in given) return [[question.id, given.option]];
		if ('number' in given) return [[question.id, String(given.number)]];
		return (question.options ?? []).map(({ id }) => [
			`${question.id}.${id}`,
			given.options.includes(id) ? 'yes' : ''
		]);
	});
	return Object.fromEntries(all);
}

/** The middle answer; of two middle ones the mean. Undefined without answers. */
export function median(values: readonly number[]): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

export function reduce(
	settings: FormSettings,
	contributions: readonly Contribution<FormBody>[],
	tallies: readonly Tally[]
): FormResult {
	const forms = onePerPerson(inOrder(contributions)).filter(({ body }) => complete(settings, body));
	return {
		people: forms.length + tallies.reduce((sum, { people }) => sum + people, 0),
		questions: settings.questions.map((question) => resultOf(question, forms, tallies))
	};
}

function resultOf(
	question: FormQuestion,
	forms: readonly Contribution<FormBody>[],
	tallies: readonly Tally[]
): QuestionResult {
	const { id, kind } = question;
	const given = forms.flatMap(({ id: form, lang, body }) => {
		const answer = answerTo(question, body);
		return answer ? [{ form, lang, answer }] : [];
	});
	const counted = (row: string) => tallies.reduce((sum, { counts }) => sum + (counts[row] ?? 0), 0);
	switch (kind) {
		case 'choice': {
			const counts = (question.options ?? []).map((option) => ({
				id: option.id,
				count:
					given.filter(({ answer }) => 'option' in answer && answer.option === option.id).length +
					counted(`${id}=${option.id}`)
			}));
			return { id, kind, people: counts.reduce((sum, { count }) => sum + count, 0), counts };
		}
		case 'many': {
			const row = (option: string) => `${id}.${option}`;
			const counts = (question.options ?? []).map((option) => ({
				id: option.id,
				count:
					given.filter(({ answer }) => 'options' in answer && answer.options.includes(option.id))
						.length + counted(row(option.id))
			}));
			const asked = tallies.filter((tally) =>
				question.options?.some((option) => tally.counts[row(option.id)] !== undefined)
			);
			const people = given.length + asked.reduce((sum, tally) => sum + tally.people, 0);
			return { id, kind, people, counts };
		}
		case 'scale': {
			const counts = POINTS.map((point) => ({
				id: String(point),
				count:
					given.filter(({ answer }) => 'number' in answer && answer.number === point).length +
					counted(`${id}=${point}`)
			}));
			const values = counts.flatMap(({ id: point, count }) =>
				Array.from({ length: count }, () => Number(point))
			);
			return { id, kind, people: values.length, counts, median: median(values) };
		}
		case 'text': {
			const texts = given.map(({ form, lang, answer }): ReportLine => {
				const text = 'text' in answer ? tidy(answer.text) : '';
				return { id: `${id}.${form}`, text, ...(lang === undefined ? {} : { lang }) };
			});
			return { id, kind, people: texts.length, texts };
		}
		case 'number': {
			const values = given.flatMap(({ answer }) => ('number' in answer ? answer.number : []));
			const sum = values.toSorted((a, b) => a - b).reduce((all, value) => all + value, 0);
			return { id, kind, people: values.length, median: median(values), sum };
		}
		default:
			return kind satisfies never;
	}
}

/** The result without the questions that too few people answered. */
export const withhold = (
	_: FormSettings,
	result: FormResult,
	questions: ReadonlySet<string>
): FormResult => {
	const thin = new Set([...questions].map((question) => question.split('.')[0]));
	return { ...result, questions: result.questions.filter(({ id }) => !thin.has(id)) };
};
