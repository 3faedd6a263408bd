import type { Contribution, Tally } from '../activity.ts';
import { onePerPerson } from '../engines/choose/ranking.ts';
import type { NoticeBody, NoticeResult, NoticeSettings, Tick } from './schema.ts';

export const blank = (): NoticeBody => ({ ticks: [] });

/** Ticks without which one cannot agree. */
export const needed = (settings: NoticeSettings): readonly Tick[] =>
	(settings.agree ?? []).filter(({ optional }) => !optional);

/** Listening needs nothing else; agreeing needs every tick that is not optional. */
export const complete = (settings: NoticeSettings, { answer, ticks }: NoticeBody): boolean =>
	answer === 'listen' ||
	(answer === 'agree' && needed(settings).every(({ id }) => ticks.includes(id)));

/** Question of a tick, in `answers` and in counted sheets. */
export const tickQuestion = (id: string): string => `tick.${id}`;

export const answers = (
	settings: NoticeSettings,
	{ answer, ticks }: NoticeBody
): Readonly<Record<string, string>> => {
	if (answer === undefined) return {};
	const given = (settings.agree ?? []).map(({ id }) => [
		tickQuestion(id),
		answer === 'agree' && ticks.includes(id) ? 'yes' : ''
	]);
	return { answer, ...(Object.fromEntries(given) as Record<string, string>) };
};

export function reduce(
	settings: NoticeSettings,
	contributions: readonly Contribution<NoticeBody>[],
	tallies: readonly Tally[]
): NoticeResult {
	const decided = onePerPerson(contributions)
		.map(({ body }) => body)
		.filter((body) => complete(settings, body));
	const agreed = decided.filter(({ answer }) => answer === 'agree');
	const counted = (row: string) => tallies.reduce((sum, { counts }) => sum + (counts[row] ?? 0), 0);
	const people = decided.length + tallies.reduce((sum, tally) => sum + tally.people, 0);
	const inAgreement = agreed.length + counted('answer=agree');
	return {
		people,
		agreed: inAgreement,
		// On a counted sheet, whoever did not agree only listens.
		listening: Math.max(0, people - inAgreement),
		ticks: (settings.agree ?? []).map(({ id }) => ({
			id,
			count: agreed.filter(({ ticks }) => ticks.includes(id)).length + counted(tickQuestion(id))
		}))
	};
}

/** The notice as single lines; a line written as a list entry loses its dash. */
export const linesOf = (text: string): readonly string[] =>
	text
		.split('\n')
		.map((line) => line.replace(/^\s*[-*•]\s+/u, '').trim())
		.filter((line) => line !== '');
