import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { disclose } from '../disclose.ts';
import type { Contribution, Disclosed } from '../activity.ts';
import { comparisons } from './compare.ts';
import { fixtures, settings } from './fixtures.ts';
import scale from './index.ts';
import { medianOf, type ScaleResult } from './reduce.ts';
import { body, labelOf, withAnswer, type ScaleBody } from './schema.ts';

test.each(fixtures)(
	'$name: answers are counted',
	({ settings, contributions, tallies, result }) => {
		expect(scale.reduce(settings, contributions, tallies ?? [])).toEqual(result);
	}
);

test('the middle answer is the one with as many people above as below', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 10 }), (counts) => {
			const all = counts.flatMap((n, at) => Array.from({ length: n }, () => at + 1));
			const middle =
				all.length === 0
					? undefined
					: ((all[Math.floor((all.length - 1) / 2)] ?? 0) +
							(all[Math.floor(all.length / 2)] ?? 0)) /
						2;
			expect(medianOf(counts)).toBe(middle);
		})
	);
});

test('an answer can be changed and taken back', () => {
	const one = withAnswer({ answers: {} }, 'know-where', 3);
	expect(withAnswer(one, 'know-where', 'dont-know').answers).toEqual({ 'know-where': 'dont-know' });
	expect(withAnswer(one, 'know-where', undefined)).toEqual({ answers: {} });
});

test('one answer is enough to send, and only one this scale offers', () => {
	expect(scale.complete(settings, { answers: {} })).toBe(false);
	expect(scale.complete(settings, { answers: { 'know-where': 5 } })).toBe(true);
	expect(scale.complete(settings, { answers: { 'know-where': 6 } })).toBe(false);
	expect(scale.complete(settings, { answers: { gone: 3 } })).toBe(false);
	const sure = { ...settings, dont_know: false };
	expect(scale.complete(sure, { answers: { 'know-where': 'dont-know' } })).toBe(false);
});

test.each([
	{ answers: { a: 0 } },
	{ answers: { a: 11 } },
	{ answers: { a: 2.5 } },
	{ answers: { a: 'maybe' } },
	{ answers: { 'A b': 1 } },
	{ answers: Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`s${i}`, 1])) },
	{}
])('answers like %j are refused', (value) => {
	expect(v.is(body, value)).toBe(false);
});

test('the ends and the middle have names, other points only numbers', () => {
	expect([1, 2, 3, 4, 5].map((point) => labelOf(settings, point))).toEqual([
		'Not true',
		undefined,
		'Partly',
		undefined,
		'Very true'
	]);
});

test('a statement that fewer than five people answered is not shown, the others are', () => {
	const contributions = Array.from({ length: 6 }, (_, i): Contribution<ScaleBody> => ({
		id: `p${i}.me`,
		person: `p${i}`,
		source: 'phone',
		body: { answers: i < 2 ? { 'know-where': 1, 'services-talk': 5 } : { 'know-where': 2 } }
	}));
	const { total } = disclose(scale, settings, contributions, []);
	expect(total?.statements).toEqual([
		{ id: 'know-where', counts: [2, 4, 0, 0, 0], dontKnow: 0, rated: 6, median: 2 },
		{ id: 'services-talk', counts: [0, 0, 0, 0, 0], dontKnow: 0, rated: 0, withheld: true }
	]);
});

const shown = (...medians: readonly (number | undefined)[]): Disclosed<ScaleResult> => ({
	people: 8,
	cells: [],
	total: {
		people: 8,
		statements: settings.statements.map(({ id }, at) => {
			const median = medians[at];
			const counts = [0, 0, 0, 0, 0];
			return { id, counts, dontKnow: 0, rated: 8, ...(median === undefined ? {} : { median }) };
		})
	}
});

test('before and after are compared where both may be shown', () => {
	expect(comparisons(settings, shown(2, undefined), shown(4, 3))).toEqual([
		{
			id: 'know-where',
			text: 'Newcomers know where to get help',
			before: 2,
			after: 4,
			peopleBefore: 8,
			peopleAfter: 8
		}
	]);
	expect(comparisons(settings, undefined, shown(4, 3))).toEqual([]);
	const hidden = { people: 3, total: undefined, cells: [], note: 'too-few' } as const;
	expect(comparisons(settings, hidden, shown(4, 3))).toEqual([]);
});

test('the report holds both rounds', () => {
	const t = (id: string, args?: Readonly<Record<string, string | number>>) =>
		[id, ...Object.values(args ?? {})].join(' ');
	const blocks = scale.report(settings, shown(4, 3), t, shown(2, 3));
	expect(blocks).toContainEqual({
		type: 'table',
		caption: 'scale-compared',
		columns: ['scale-statement', 'scale-before', 'scale-after'],
		rows: [
			[settings.statements[0]?.text, 'scale-median-of 2 8', 'scale-median-of 4 8'],
			[settings.statements[1]?.text, 'scale-median-of 3 8', 'scale-median-of 3 8']
		]
	});
});

test('the script is told about two statements of one name and a middle that is not there', () => {
	const doubled = { ...settings, statements: [...settings.statements, ...settings.statements] };
	expect(scale.check?.(doubled).map(({ path }) => path)).toEqual([
		'statements.2.id',
		'statements.3.id'
	]);
	expect(scale.check?.({ ...settings, points: 4 }).map(({ path }) => path)).toEqual(['labels.mid']);
});
