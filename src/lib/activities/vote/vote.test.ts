import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import vote from './index.ts';
import { fixtures, settings } from './fixtures.ts';
import { body, dotsUsed, moveDot, withinBudget } from './schema.ts';

test.each(fixtures)(
	'the dots are added up: $name',
	({ settings, contributions, tallies, result }) => {
		expect(vote.reduce(settings, contributions, tallies ?? [])).toEqual(result);
	}
);

test('no sequence of taps leaves the budget', () => {
	const tap = fc.record({
		id: fc.constantFrom('letters', 'flat', 'courses', 'elsewhere'),
		by: fc.constantFrom<1 | -1>(1, -1)
	});
	fc.assert(
		fc.property(fc.array(tap), fc.integer({ min: 1, max: 4 }), (taps, max_per_item) => {
			const limited = { ...settings, max_per_item };
			const value = taps.reduce(
				(value, { id, by }) => moveDot(limited, value, id, by),
				vote.blank(limited)
			);
			expect(v.is(body, value)).toBe(true);
			expect(withinBudget(limited, value)).toBe(true);
			expect(Object.values(value.dots)).not.toContain(0);
			expect(vote.complete(limited, value)).toBe(dotsUsed(value) > 0);
		})
	);
});

test('a dot taken back leaves no trace', () => {
	const one = moveDot(settings, { dots: {} }, 'flat', 1);
	expect(one).toEqual({ dots: { flat: 1 } });
	expect(moveDot(settings, one, 'flat', -1)).toEqual({ dots: {} });
	expect(moveDot(settings, { dots: {} }, 'flat', -1)).toEqual({ dots: {} });
});

test.each([
	{ dots: { flat: 0 } },
	{ dots: { flat: 1.5 } },
	{ dots: { flat: 11 } },
	{ dots: { flat: '1' } },
	{ dots: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`i${i}`, 1])) },
	{ dots: { ['x'.repeat(161)]: 1 } },
	{ dots: {}, name: 'Eva' },
	{}
])('a vote like %j is refused', (value) => {
	expect(v.is(body, value)).toBe(false);
});

test('an item keeps its words, its language and its dots for the next step', () => {
	const result = vote.reduce(settings, fixtures[1]?.contributions ?? [], []);
	expect(vote.items?.(settings, result)).toEqual([
		{ id: 'courses', text: 'No courses after work', count: 3 },
		{ id: 'letters', text: 'Letters nobody understands', lang: 'en', count: 1 },
		{ id: 'flat', text: 'انتظار شقة دون جواب', lang: 'ar', count: 0 },
		{ id: 'buses', text: 'Night buses', count: 0 }
	]);
});

test('the script is told when one item may take more dots than a person has', () => {
	expect(vote.check?.({ ...settings, max_per_item: 5 })).toHaveLength(1);
	expect(vote.check?.({ ...settings, max_per_item: 4 })).toEqual([]);
});
