import { beforeAll, expect, test } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { editionOf } from './editions.ts';
import { flowOf } from './flow.ts';

let workshop: CompiledWorkshop;

beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	workshop = found;
}, 60_000);

test('every step has a time, one after the other, and the day ends when all minutes are used', () => {
	const { plan } = editionOf(workshop.script, {}, {});
	const flow = flowOf(workshop, plan, 9 * 60, 'en');
	const steps = flow.phases.flatMap((phase) => phase.steps);
	expect(steps.map(({ id }) => id)).toEqual(plan.steps.map(({ id }) => id));
	expect(steps[0]?.at).toBe(540);
	const minutes = steps.reduce((sum, step) => sum + step.minutes.best, 0);
	expect(flow.end).toBe(540 + minutes + flow.buffer);
});

test('a later start moves the whole day', () => {
	const { plan } = editionOf(workshop.script, {}, {});
	const nine = flowOf(workshop, plan, 540, 'en');
	const one = flowOf(workshop, plan, 780, 'en');
	expect(one.end - nine.end).toBe(240);
});

test('every length on offer fits the time it promises', () => {
	for (const variant of workshop.script.variants ?? []) {
		if (variant.axis !== 'length') continue;
		const { plan } = editionOf(workshop.script, { length: variant.id }, {});
		const flow = flowOf(workshop, plan, 0, 'en');
		expect(flow.end, variant.id).toBeLessThanOrEqual(variant.target ?? Infinity);
	}
});

test('every combination of editions has a day to look at', () => {
	const on = (axis: string): readonly (string | undefined)[] => [
		undefined,
		...(workshop.script.variants ?? []).filter((each) => each.axis === axis).map(({ id }) => id)
	];
	for (const length of on('length')) {
		for (const setting of on('setting')) {
			for (const words of on('words')) {
				const chosen = {
					...(length === undefined ? {} : { length }),
					...(setting === undefined ? {} : { setting }),
					...(words === undefined ? {} : { words })
				};
				const edition = editionOf(workshop.script, chosen, {});
				expect(edition.plan.steps.length).toBeGreaterThan(3);
				// Whatever was asked and answered, the answers give the same plan without a question.
				expect(editionOf(workshop.script, chosen, edition.choices).plan).toEqual(edition.plan);
			}
		}
	}
});

test('an answer to a clash counts, and one that is none of the choices does not', () => {
	const { script } = workshop;
	const step = script.phases[0]?.steps[0]?.id ?? '';
	const twoWays = {
		...script,
		variants: [
			{ id: 'brief', axis: 'length', title: 'Brief', skip: [step] },
			{ id: 'slow', axis: 'words', title: 'Slow', minutes: { [step]: { best: 20, least: 20, most: 20 } } }
		]
	} as const;
	const chosen = { length: 'brief', words: 'slow' };
	const ids = (answers: Readonly<Record<string, string>>) =>
		editionOf(twoWays, chosen, answers).plan.steps.map(({ id }) => id);
	expect(editionOf(twoWays, chosen, {}).questions.map((question) => question.step)).toEqual([step]);
	expect(ids({ [step]: 'slow' })).toContain(step);
	expect(ids({ [step]: 'brief' })).not.toContain(step);
	expect(ids({ [step]: 'nonsense' })).not.toContain(step);
});
