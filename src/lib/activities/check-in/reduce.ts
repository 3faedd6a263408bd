import { byCodeUnit, fits, tidy } from '#lib/base/text.ts';
import type { Contribution, Tally } from '../activity.ts';
import { onePerPerson } from '../engines/choose/ranking.ts';
import { inOrder } from '../engines/collect/capped.ts';
import { mergeForStep, type Count } from '../engines/collect/merge-small.ts';
import { ACCESS_LENGTH, MOODS, NICKNAME_LENGTH, QUESTIONS, UNSAID } from './schema.ts';
import type { CheckInBody, CheckInResult, CheckInSettings, Question } from './schema.ts';

export const blank = (): CheckInBody => ({});

/** The questions that can be asked here, in the usual order. */
export const asked = (settings: CheckInSettings): readonly Question[] =>
	QUESTIONS.filter(
		(question) =>
			settings.ask.includes(question) &&
			(question !== 'sphere' || settings.roles !== undefined) &&
			(question !== 'language' || (settings.languages?.length ?? 0) > 1)
	);

export const complete = (settings: CheckInSettings, body: CheckInBody): boolean => {
	const access = tidy(body.access ?? '');
	const nickname = tidy(body.nickname ?? '');
	return (
		fits(access, ACCESS_LENGTH) &&
		fits(nickname, NICKNAME_LENGTH) &&
		settings.ask.some((question) =>
			question === 'access'
				? access !== ''
				: question === 'nickname'
					? nickname !== ''
					: body[question] !== undefined
		)
	);
};

export const answers = (
	settings: CheckInSettings,
	{ language, sphere, mood }: CheckInBody
): Readonly<Record<string, string>> => ({
	...(settings.ask.includes('language') && language !== undefined ? { language } : {}),
	...(settings.ask.includes('sphere') && sphere !== undefined ? { sphere } : {}),
	...(settings.ask.includes('mood') && mood !== undefined ? { mood: String(mood) } : {})
});

/** Every answer with its number of people, nothing put together: for the facilitator only. */
export function counts(
	settings: CheckInSettings,
	contributions: readonly Contribution<CheckInBody>[],
	tallies: readonly Tally[]
): CheckInResult {
	const present = onePerPerson(inOrder(contributions)).filter(({ body }) =>
		complete(settings, body)
	);
	const count = (question: 'sphere' | 'language' | 'mood', id: string): Count => ({
		id,
		count:
			present.filter(({ body }) => String(body[question] ?? '') === id).length +
			tallies.reduce((sum, tally) => sum + (tally.counts[`${question}=${id}`] ?? 0), 0)
	});
	const spoken = new Set(present.flatMap(({ body }) => body.language ?? []));
	const has = (question: Question): boolean => settings.ask.includes(question);
	const spheres = [...(settings.roles ?? []).map(({ id }) => id), UNSAID];
	return {
		people: present.length + tallies.reduce((sum, { people }) => sum + people, 0),
		spheres: has('sphere') ? spheres.map((id) => count('sphere', id)) : [],
		languages: has('language')
			? [...spoken]
					.sort(byCodeUnit)
					.map((id) => count('language', id))
					.sort((a, b) => b.count - a.count)
			: [],
		moods: has('mood') ? MOODS.map((mood) => count('mood', String(mood))) : []
	};
}

/** The same sums with few people of one sphere or language put together. */
export function reduce(
	settings: CheckInSettings,
	contributions: readonly Contribution<CheckInBody>[],
	tallies: readonly Tally[]
): CheckInResult {
	const all = counts(settings, contributions, tallies);
	return {
		...all,
		spheres: mergeForStep(settings, all.spheres),
		languages: mergeForStep(settings, all.languages)
	};
}

/** The result without questions that too few people answered. */
export const withhold = (
	_: CheckInSettings,
	result: CheckInResult,
	questions: ReadonlySet<string>
): CheckInResult => ({
	...result,
	spheres: questions.has('sphere') ? [] : result.spheres,
	languages: questions.has('language') ? [] : result.languages,
	moods: questions.has('mood') ? [] : result.moods
});
