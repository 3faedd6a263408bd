import { beforeAll, expect, test } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import { loadWorkshop } from '#lib/script/library.ts';
import type { Script } from '#lib/script/script.ts';
import { variantSets } from '#lib/script/variants.ts';
import { clockOf, editionMatrix, lengthOf, sessionEdition, withVariant } from './edition.ts';

let script: Script;

// Reading the whole workshop is slow on a busy machine and not what is tested here.
beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	script = found.script;
}, 60_000);

test('the matrix of every edition adds up to the length of its day', () => {
	for (const variants of variantSets(script)) {
		const edition = sessionEdition(script, variants, {});
		const matrix = editionMatrix(script, edition);
		const sum = matrix.rows.reduce(
			(total, { session }) => total + (session.type === 'in' ? session.minutes : 0),
			0
		);
		const free =
			edition.plan.buffer + edition.plan.phases.reduce((total, each) => total + each.buffer, 0);
		expect(sum + free).toBe(matrix.totals.session);
		expect(clockOf(edition.plan, 540).end).toBe(540 + lengthOf(edition.plan));
		expect(matrix.rows.every(({ alone }) => alone.length === variants.length)).toBe(true);
	}
});

test('what the short edition leaves out is out in its column and in the session', () => {
	const matrix = editionMatrix(script, sessionEdition(script, ['short'], {}));
	const row = (id: string) => matrix.rows.find(({ step }) => step === id);
	expect(row('facts')).toMatchObject({
		written: { type: 'in', minutes: 8 },
		alone: [{ type: 'out' }],
		session: { type: 'out' }
	});
	expect(row('what-is-hard')?.session).toEqual({ type: 'in', minutes: 15 });
	expect(matrix.totals.session).toBeLessThan(matrix.totals.written);
});

test('a clash supposes the first variant, asks, and follows the answer', () => {
	const open = sessionEdition(script, ['no-phones', 'simple'], {});
	expect(open.clashes).toEqual([
		{ type: 'step', step: 'priorities', variants: ['no-phones', 'simple'] }
	]);
	const of = (answers: Record<string, string>) =>
		editionMatrix(script, sessionEdition(script, ['no-phones', 'simple'], answers)).rows.find(
			({ step }) => step === 'priorities'
		)?.session;
	expect(of({})).toMatchObject({ instead: 'hand-vote' });
	expect(of({ priorities: 'simple' })).toMatchObject({ instead: 'counter-vote' });
	expect(of({ priorities: 'nonsense' })).toMatchObject({ instead: 'hand-vote' });
});

test('one variant of an axis replaces the other, and an empty id takes it away', () => {
	expect(withVariant(script, ['short', 'simple'], 'setting', 'no-phones')).toEqual([
		'short',
		'no-phones',
		'simple'
	]);
	expect(withVariant(script, ['short', 'simple'], 'length', '')).toEqual(['simple']);
});
