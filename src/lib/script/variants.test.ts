import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Script, Step, Variant } from './script.ts';
import { minutesOfClock, segmentsOf, slackOf, timingOf } from './timing.ts';
import { resolve, variantSets, withMinutes, type Plan } from './variants.ts';

const step = (id: string, extra: Partial<Step> = {}): Step => ({
	id,
	title: id,
	category: 'plenary',
	minutes: { best: 20, least: 10, most: 30 },
	need: 'should',
	if_late: 'keep',
	owner: 'lead',
	grouping: 'all',
	...extra
});
const ideas = (id: string) => step(id, { activity: { kind: 'ideas', prompt: 'What?' } });
const vote = (id: string, from: string) =>
	step(id, { activity: { kind: 'vote', prompt: 'Which?', from: { step: from, pick: 'top' } } });

const script = (extra: Partial<Script> = {}): Script => ({
	format: 'workshop-script/1',
	id: 'test',
	version: '1.0.0',
	status: 'pilot',
	language: 'en',
	title: 'Test',
	summary: 'Test',
	objectives: [{ id: 'one', text: 'One' }],
	group_size: { best: 10, least: 5, most: 20 },
	duration: { target: 120, buffer: 10, days: 1 },
	phases: [
		{ id: 'first', title: 'First', day: 1, buffer: 5, steps: [ideas('collect'), step('talk')] },
		{
			id: 'second',
			title: 'Second',
			day: 1,
			buffer: 0,
			steps: [vote('choose', 'collect'), step('end')]
		}
	],
	alternates: [ideas('collect-paper'), vote('hands', 'collect')],
	...extra
});
const variant = (id: string, axis: Variant['axis'], extra: Partial<Variant> = {}): Variant => ({
	id,
	axis,
	title: id,
	...extra
});
function plan(of: Script, ...variants: string[]): Plan {
	const resolution = resolve(of, variants);
	if (resolution.type === 'question') throw new Error('Unexpected question.');
	return resolution.plan;
}

describe('variants', () => {
	test('two of one axis are a question', () => {
		const of = script({ variants: [variant('a', 'length'), variant('b', 'length')] });
		expect(resolve(of, ['a', 'b'])).toEqual({
			type: 'question',
			question: { type: 'axis', axis: 'length', variants: ['a', 'b'] }
		});
	});

	test('the same change twice is no question', () => {
		const skip = ['talk'];
		const of = script({
			variants: [variant('a', 'length', { skip }), variant('b', 'words', { skip })]
		});
		expect(plan(of, 'a', 'b').skipped).toEqual(['talk']);
	});

	test('delivery, target, simple words and reading aloud come from the variants', () => {
		const extra = { delivery: 'paper', words: 'simple', read_aloud: true, target: 60 } as const;
		const of = script({ variants: [variant('a', 'words', extra)] });
		const { steps, ...rest } = plan(of, 'a', 'not-there');
		expect(rest).toMatchObject({ variants: ['a'], words: 'simple', read_aloud: true, target: 60 });
		expect(steps.map((each) => each.step.activity?.delivery)).toEqual([
			'paper',
			undefined,
			'paper',
			undefined
		]);
	});

	test('a vote whose ideas are left out needs a list of its own', () => {
		const of = script({ variants: [variant('a', 'length', { skip: ['collect'] })] });
		expect(plan(of, 'a').problems).toMatchObject([
			{
				code: 'source-skipped',
				message:
					'In *a*, *choose* has nothing to work on because *collect* is left out. Add "fallback_items".'
			}
		]);
	});

	test('a vote whose ideas are replaced by a talk needs a list of its own', () => {
		const of = script({
			alternates: [step('chat')],
			variants: [variant('a', 'words', { use_instead: { collect: 'chat' } })]
		});
		expect(plan(of, 'a').problems.map(({ code }) => code)).toEqual(['from-nothing']);
	});

	test('a phase without steps and its buffer are gone', () => {
		const of = script({ variants: [variant('a', 'length', { skip: ['choose', 'end'] })] });
		expect(plan(of, 'a').phases.map(({ id }) => id)).toEqual(['first']);
	});

	test('a plain number keeps the slack, a range replaces it', () => {
		const base = { best: 35, least: 25, most: 45 };
		const at = (best: number) => withMinutes(base, { best, least: best, most: best });
		expect(at(25)).toEqual({ best: 25, least: 25, most: 45 });
		expect(at(20)).toEqual({ best: 20, least: 20, most: 45 });
		const other = { best: 10, least: 5, most: 15 };
		expect(withMinutes(base, other)).toEqual(other);
	});

	const ids = ['collect', 'talk', 'choose', 'end'];
	const anyVariant = (id: string, axis: Variant['axis']) =>
		fc
			.record({
				skip: fc.subarray(ids, { maxLength: 2 }),
				use_instead: fc.dictionary(
					fc.constantFrom(...ids),
					fc.constantFrom('collect-paper', 'hands'),
					{ maxKeys: 2 }
				),
				minutes: fc.dictionary(
					fc.constantFrom(...ids),
					fc.nat({ max: 60 }).map((best) => ({ best, least: best, most: best })),
					{ maxKeys: 2 }
				)
			})
			.map((extra) => variant(id, axis, extra));

	test('any choice gives a question or a plan without problems whose sources exist and come first', () => {
		fc.assert(
			fc.property(
				anyVariant('a', 'length'),
				anyVariant('b', 'setting'),
				anyVariant('c', 'words'),
				(...variants) => {
					const of = script({ variants });
					expect(variantSets(of)).toHaveLength(8);
					for (const set of variantSets(of)) {
						const resolution = resolve(of, set);
						if (resolution.type === 'question') continue;
						const { steps, skipped, problems } = resolution.plan;
						expect(steps.length + skipped.length).toBe(4);
						for (const { minutes } of steps)
							expect(minutes.least <= minutes.best && minutes.best <= minutes.most).toBe(true);
						if (problems.length > 0) continue;
						expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
						for (const [index, { step: run }] of steps.entries()) {
							const from = run.activity?.from?.step;
							const at = steps.findIndex(({ id }) => id === from);
							if (from !== undefined) expect(at >= 0 && at < index).toBe(true);
						}
					}
				}
			),
			{ numRuns: 200 }
		);
	});
});

describe('minutes', () => {
	test('plan, slack and what is left add up', () => {
		expect(timingOf(plan(script()))).toEqual({
			plan: 85,
			least: 45,
			most: 125,
			buffer: 10,
			target: 120,
			left: 25,
			squeeze: 15
		});
	});

	test('only steps that may be shortened or skipped give minutes back', () => {
		const minutes = { best: 20, least: 15, most: 30 };
		const slack = (if_late: Step['if_late']) =>
			slackOf({ id: 'x', phase: 'p', minutes, step: step('x', { if_late }) });
		expect([slack('keep'), slack('shorten'), slack('skip')]).toEqual([0, 5, 20]);
	});

	test('fixed times cut the day into stretches that are checked alone', () => {
		const [first, second] = script().phases;
		if (!first || !second) throw new Error('The script has two phases.');
		const of = script({
			phases: [
				{ ...first, starts_at: '9:00'.padStart(5, '0') },
				{ ...second, starts_at: '09:40' }
			]
		});
		expect(
			segmentsOf(plan(of)).map(({ from, to, needs, over }) => ({ from, to, needs, over }))
		).toEqual([
			{ from: 540, to: 580, needs: 45, over: 5 },
			{ from: 580, to: undefined, needs: 40, over: 0 }
		]);
	});

	test('a session can move a fixed time and say when the day starts', () => {
		const [first, second] = script().phases;
		if (!first || !second) throw new Error('The script has two phases.');
		const of = script({ phases: [first, { ...second, starts_at: '10:00' }] });
		expect(segmentsOf(plan(of))[0]?.over).toBe(0);
		expect(segmentsOf(plan(of), minutesOfClock('09:30'))[0]?.over).toBe(15);
		expect(segmentsOf(plan(of), 570, { second: '10:15' })[0]?.over).toBe(0);
	});
});
