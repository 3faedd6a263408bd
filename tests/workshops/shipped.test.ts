import { workshops } from 'virtual:plenum/workshops';
import { expect, test } from 'vitest';
import { offeredLanguages } from '#lib/script/compile.ts';
import { loadLibrary } from '#lib/script/library.ts';
import { variantSets, resolve } from '#lib/script/variants.ts';

const { workshops: compiled, problems } = await loadLibrary(workshops);

test('every shipped workshop loads', () => {
	expect(problems).toEqual([]);
	expect(compiled.length).toBe(workshops.length);
	expect(compiled.length).toBeGreaterThan(0);
});

for (const workshop of compiled) {
	test(`${workshop.id}: every choice of variants gives a plan or a question`, () => {
		for (const set of variantSets(workshop.script)) {
			const resolution = resolve(workshop.script, set);
			if (resolution.type === 'plan') expect(resolution.plan.problems).toEqual([]);
		}
	});

	test(`${workshop.id}: English and Czech can be offered on phones and on the stage`, () => {
		for (const reader of ['P', 'S'] as const)
			expect(offeredLanguages(workshop, reader)).toEqual(expect.arrayContaining(['en', 'cs']));
	});
}
