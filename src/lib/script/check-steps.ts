import type { Problem } from '#lib/base/problem.ts';
import { workshopField } from './fields.ts';
import type { Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import { isPlaceholder, PLACEHOLDERS, placeholdersIn } from './placeholders.ts';
import { allSteps, stepOf, type Script, type Step, type StepActivity } from './script.ts';
import { settingsOf } from './settings.ts';
import { textsOf } from './texts.ts';
import { walk } from './walk.ts';

/** Rules inside single steps and their activities. */
export function checkSteps(script: Script, kinds: Kinds): readonly Problem[] {
	return allSteps(script).flatMap((step) => [
		...checkStep(step),
		...(step.activity ? checkActivity(script, step, step.activity, kinds) : [])
	]);
}

function checkStep(step: Step): readonly Problem[] {
	const problems: Problem[] = [];
	const path = `steps.${step.id}`;
	const where = `*${step.title}*`;
	if (step.need === 'must' && step.if_late === 'skip')
		problems.push(problem('must-skip', { where }, { path: `${path}.if_late` }));
	if (step.stage && step.screens)
		problems.push(problem('stage-and-screens', { where }, { path: `${path}.screens` }));
	if (step.parts) {
		const seconds = step.parts.reduce((sum, part) => sum + part.seconds, 0);
		const { least, most } = step.minutes;
		const minutes = Math.round(seconds / 6) / 10;
		if (minutes < least || minutes > most)
			problems.push(
				problem('parts-minutes', { where, minutes, least, most }, { path: `${path}.parts` })
			);
	}
	return problems;
}

function checkActivity(
	script: Script,
	step: Step,
	activity: StepActivity,
	kinds: Kinds
): readonly Problem[] {
	const kind = kinds.get(activity.kind);
	if (!kind) return [];
	const problems: Problem[] = [];
	const path = `steps.${step.id}.activity`;
	const where = `*${step.title}*`;
	const asks = !kind.without?.includes('prompt') && kind.produces !== 'nothing';
	if (asks && activity.prompt === undefined)
		problems.push(problem('no-question', { where }, { path }));
	const own = 'items' in kind.fields && Array.isArray(activity['items']);
	if (kind.takes === 'required' && !activity.from && !own)
		problems.push(problem('no-source', { where }, { path }));
	const from = activity.from?.step;
	const source = from === undefined ? undefined : stepOf(script, from);
	if (source) {
		const made = source.activity && kinds.get(source.activity.kind)?.produces;
		const args = { where, source: `*${source.title}*` };
		if (made !== 'items' && made !== 'actions')
			problems.push(problem('from-nothing', args, { path: `${path}.from` }));
	}
	const settings = settingsOf({ script, texts: {} }, step, script.language, kinds)?.value;
	for (const { path: below, message } of (settings && kind.check?.(settings)) ?? [])
		problems.push(problem('activity', { where, message }, { path: `${path}.${below}` }));
	const how = riskOf(activity);
	if (how !== undefined && !activity.sensitive && isPersonal(activity.prompt ?? ''))
		problems.push(problem('answer-risk', { where, how }, { path }));
	return problems;
}

/** Questions that can hurt when others see the answer: English and Czech words, a hint and no more. */
const PERSONAL =
	/\b(?:residence (?:status|permit)|asylum|visa|undocumented|nationality|religio\w*|health|illness|disabilit\w*|pregnan\w*|discriminat\w*|racis\w*|violence|abuse\w*|debts?)\b|pobytov|azyl|národnost|nábožen|zdrav(?:í|otn)|nemoc|diskrimin|rasis|násilí|dluh/iu;

/** Whether a question touches something personal: a guess from words, never more than a hint. */
export const isPersonal = (prompt: string): boolean => PERSONAL.test(prompt);

function riskOf({ names, show }: StepActivity): string | undefined {
	const named = names === 'shown' ? 'with names' : '';
	const live = show === 'live' ? 'live' : '';
	return named || live ? [live, named].filter((each) => each !== '').join(' and ') : undefined;
}

/** Texts without web page tags and with known placeholders only; pictures with a description. */
export function checkContents(script: Script, kinds: Kinds): readonly Problem[] {
	const problems: Problem[] = [];
	walk(script, workshopField, kinds, ({ value, field, path, name, where }) => {
		if (field.type === 'object' && isPicture(value))
			problems.push(problem('alt-missing', { where }, { path }));
		if (field.type !== 'text' && field.type !== 'string') return;
		if (typeof value !== 'string') return;
		const tag = htmlIn(value);
		if (tag !== undefined) problems.push(problem('html', { field: name, where, tag }, { path }));
	});
	for (const { key, source } of textsOf(script, kinds)) {
		const unknown = placeholdersIn(source).find((each) => !isPlaceholder(each));
		if (unknown === undefined) continue;
		const options = PLACEHOLDERS.map((each) => `{${each}}`).join(' ');
		const where = key.startsWith('steps.')
			? `*${stepOf(script, key.split('.')[1] ?? '')?.title ?? key}*`
			: `*${script.title}*`;
		const field = key.split('.').at(-1) ?? key;
		const args = { field, where, placeholder: `{${unknown}}`, options };
		problems.push(problem('placeholder-unknown', args, { path: key }));
	}
	return problems;
}

/** The beginning of a web page tag in a text; undefined when there is none. */
export const htmlIn = (text: string): string | undefined =>
	/<(?:[a-z/][a-z0-9-]*|!--|\?)/i.exec(text)?.[0];

function isPicture(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return 'image' in value && !('alt' in value) && ('layout' in value || !('label' in value));
}

/** Every objective is worked on by some step. */
export function checkObjectives(script: Script): readonly Problem[] {
	const used = new Set(allSteps(script).flatMap((step) => step.objectives ?? []));
	return script.objectives
		.filter(({ id }) => !used.has(id))
		.map(({ id, text }) =>
			problem('objective-unused', { objective: text }, { path: `objectives.${id}` })
		);
}

/** The group can be split into groups of the sizes asked for. */
export function checkGroups(script: Script): readonly Problem[] {
	const { best, least, most } = script.group_size;
	return (script.groupings ?? []).flatMap(({ id, title, size }) => {
		if (!size) return [];
		const people = [best, least, most].find((count) => !fits(count, size.least, size.most));
		if (people === undefined) return [];
		const args = { people, least: size.least, most: size.most, where: `*${title}*` };
		return [problem('group-maths', args, { path: `groupings.${id}.size` })];
	});
}

/** Whether people can sit in groups of `least` to `most` with nobody left over. */
export const fits = (people: number, least: number, most: number): boolean =>
	Math.ceil(people / most) * least <= people;
