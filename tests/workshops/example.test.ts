import { describe, expect, test } from 'vitest';
import { offeredLanguages } from '#lib/script/compile.ts';
import { activityTextKeys, localiseActivity, localisePhone, localiseScreens, pageIn } from '#lib/script/localise.ts';
import { stepOf, type Script, type Step } from '#lib/script/script.ts';
import { settingsOf } from '#lib/script/settings.ts';
import { timingOf } from '#lib/script/timing.ts';
import { percentOf } from '#lib/script/translate.ts';
import { resolve, variantSets, type Plan } from '#lib/script/variants.ts';
import { compiled, filesOf } from './support.ts';

const workshop = compiled(await filesOf('local-integration'));
const { script } = workshop;

function planOf(from: Script, variants: readonly string[]): Plan {
	const resolution = resolve(from, variants);
	if (resolution.type === 'question') throw new Error('This choice needs an answer.');
	return resolution.plan;
}
function step(id: string): Step {
	const found = stepOf(script, id);
	if (!found) throw new Error(`The example has no step ${id}.`);
	return found;
}
function activityIn(id: string, locale: string) {
	const { activity } = step(id);
	if (!activity) throw new Error(`The step ${id} has no activity.`);
	return localiseActivity(workshop, id, activity, locale);
}

describe('plans of the example', () => {
	test('the whole workshop is 140 minutes, 105 to 170, and fits with its buffer', () => {
		expect(timingOf(planOf(script, []))).toEqual({
			plan: 140,
			least: 105,
			most: 170,
			buffer: 10,
			target: 150,
			left: 0,
			squeeze: 25
		});
	});

	test('short, simple words and both have the minutes the format says', () => {
		const minutes = (...variants: string[]) => timingOf(planOf(script, variants)).plan;
		expect([minutes('short'), minutes('simple-words'), minutes('short', 'simple-words')]).toEqual([
			110, 130, 100
		]);
		expect(planOf(script, ['short']).steps).toHaveLength(6);
	});

	test('a plain number of minutes keeps the slack of the step', () => {
		const needs = planOf(script, ['short']).steps.find(({ id }) => id === 'needs');
		expect(needs?.minutes).toEqual({ best: 25, least: 25, most: 45 });
	});

	test('a step that takes from a replaced step takes from its stand-in', () => {
		const steps = planOf(script, ['simple-words']).steps;
		expect(steps.find(({ id }) => id === 'hand-vote')?.replaces).toBe('priorities');
		const plan = steps.find(({ id }) => id === 'first-steps');
		expect(plan?.step.activity?.from).toEqual({ step: 'hand-vote', take: 3, pick: 'top' });
	});

	test('every choice of variants gives a plan whose sources exist, or a question', () => {
		const sets = variantSets(script);
		expect(sets).toEqual([[], ['simple-words'], ['short'], ['short', 'simple-words']]);
		for (const set of sets) {
			const { steps, problems } = planOf(script, set);
			expect(problems).toEqual([]);
			for (const [index, { step }] of steps.entries()) {
				const from = step.activity?.from?.step;
				if (from === undefined) continue;
				const at = steps.findIndex(({ id }) => id === from);
				expect(at >= 0 && at < index, `${set.join()} ${step.id}`).toBe(true);
			}
		}
	});

	test('two variants that change one step in different ways are a question until it is answered', () => {
		const clashing: Script = {
			...script,
			variants: (script.variants ?? []).map((variant) =>
				variant.id === 'short' ? { ...variant, skip: ['priorities'] } : variant
			)
		};
		const both = ['short', 'simple-words'];
		const question = { type: 'step', step: 'priorities', variants: both };
		expect(resolve(clashing, both)).toEqual({ type: 'question', question });
		const answered = resolve(clashing, both, { priorities: 'simple-words' });
		expect(answered.type === 'plan' && answered.plan.steps.map(({ id }) => id)).toContain(
			'hand-vote'
		);
	});
});

describe('the unfinished Czech of the example', () => {
	test('is counted for each audience', () => {
		const { P, F } = workshop.completeness['cs'] ?? { P: undefined, F: undefined };
		expect(P).toEqual({ total: 23, ok: 18, stale: 1, draft: 1, missing: 3 });
		expect(F && percentOf(F)).toBe(7);
	});

	test('is not offered to participants before the three missing texts are there', async () => {
		expect(offeredLanguages(workshop, 'P')).toEqual(['en']);
		const filled = await filesOf('local-integration', (text, path) =>
			path === 'i18n/cs.yaml'
				? `${text}
  groupings.mixed-tables.title: { src: Mixed tables, text: Smíšené stoly }
  steps.close.activity.questions.useful.options.no.label: { src: "No", text: Ne }
  steps.hand-vote.activity.prompt: { src: Raise your hand for up to three., text: Zvedněte ruku nejvýš pro tři. }
`
				: text
		);
		expect(offeredLanguages(compiled(filled), 'P')).toEqual(['en', 'cs']);
	});

	test('a draft counts while the workshop is a pilot, and no longer once it is stable', async () => {
		const stable = await filesOf('local-integration', (text) =>
			text.replace('status: pilot', 'status: stable')
		);
		const prompt = (of: typeof workshop) => {
			const { activity } = step('first-steps');
			return activity && localiseActivity(of, 'first-steps', activity, 'cs');
		};
		expect(prompt(workshop)).toMatchObject({ lang: 'cs', draft: true, fallback: false });
		expect(prompt(compiled(stable))).toMatchObject({ lang: 'en', draft: false, fallback: true });
	});

	test('an activity with one missing option is shown in English as a whole', () => {
		expect(activityIn('close', 'cs')).toEqual({
			value: step('close').activity,
			lang: 'en',
			fallback: true,
			draft: false
		});
		expect(activityTextKeys('close', step('close').activity ?? { kind: 'form' })).toHaveLength(5);
	});

	test('a complete activity is shown in Czech as a whole', () => {
		const { value, lang } = activityIn('start-check', 'cs');
		expect(lang).toBe('cs');
		expect(value).toMatchObject({
			prompt: 'Nakolik to platí o našem městě?',
			labels: { low: 'Neplatí', high: 'Zcela platí' }
		});
	});

	test('a stale text is still shown, a moved bullet keeps its translation', () => {
		expect(localisePhone(workshop, step('welcome'), 'cs').value.waiting).toBe('Brzy začneme.');
		expect(workshop.texts['cs']?.['steps.welcome.phone.waiting']?.state).toBe('stale');
		expect(workshop.texts['cs']?.['steps.welcome.notes.do.1']).toEqual({
			text: 'Představte tlumočnici jménem',
			state: 'ok'
		});
	});

	test('Ukrainian falls back to Czech where the script says so, and to English beyond', () => {
		expect(activityIn('needs', 'uk')).toMatchObject({ lang: 'cs', fallback: true });
		expect(activityIn('close', 'uk')).toMatchObject({ lang: 'en', fallback: true });
		expect(activityIn('needs', 'cs-simple')).toMatchObject({ lang: 'cs', fallback: false });
	});

	test('a step without screens shows its title on the stage', () => {
		const [only] = localiseScreens(workshop, step('needs'), 'en');
		expect(only?.screen.value).toEqual({
			layout: 'title',
			title: 'What is missing?',
			timer: 'none',
			count: false
		});
	});

	test('a page made from an older original is marked so', () => {
		expect(pageIn(workshop, 'who-does-what', 'cs')).toMatchObject({ lang: 'cs', state: 'stale' });
		expect(pageIn(workshop, 'who-does-what', 'en')).toMatchObject({ lang: 'en', state: 'source' });
	});
});

describe('settings for reduce and views', () => {
	test('what the script leaves out is filled in', () => {
		expect(settingsOf(workshop, step('needs'), 'cs')?.value).toMatchObject({
			kind: 'ideas',
			prompt: 'Co by nově příchozím usnadnilo život u nás?',
			each: 'person',
			delivery: 'phone',
			names: 'hidden',
			change_answer: true,
			open: 'manual',
			show: 'on-reveal',
			moderation: 'before',
			sensitive: true,
			max_answers: 3
		});
		expect(settingsOf(workshop, step('start-check'), 'en')?.value).toMatchObject({
			moderation: 'off',
			breakdown_by: 'role',
			min_cell: 5,
			points: 5
		});
	});

	test('`from` is left to the session and a step without an activity has no settings', () => {
		expect(settingsOf(workshop, step('priorities'), 'en')?.value).not.toHaveProperty('from');
		expect(settingsOf(workshop, step('welcome'), 'en')).toBeUndefined();
	});

	test('the fallback list stands in when its source step is left out', async () => {
		const files = await filesOf('valid', (text) =>
			text.replace('take: 8 }', 'take: 8, fallback_items: [A shared list, A meeting place] }')
				.replace('phases:', 'variants: [{ id: short, axis: length, title: Short, skip: [collect] }]\nphases:')
		);
		const small = compiled(files);
		const choose = planOf(small.script, ['short']).steps[0]?.step;
		expect(choose && settingsOf(small, choose, 'en')?.value.items).toEqual([
			{ id: 'item-1', text: 'A shared list', lang: 'en' },
			{ id: 'item-2', text: 'A meeting place', lang: 'en' }
		]);
	});
});
