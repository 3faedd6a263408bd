import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Script } from '#lib/script/script.ts';
import { amountOf, splitGroups, thingsNeeded } from './logistics.ts';

const size = { best: 6, least: 5, most: 7 };

test('24 people make four tables of six, 27 make five', () => {
	expect(splitGroups(24, size)).toEqual({ sizes: [6, 6, 6, 6], fits: true });
	expect(splitGroups(27, size)).toEqual({ sizes: [6, 6, 5, 5, 5], fits: true });
	expect(splitGroups(8, size)).toEqual({ sizes: [8], fits: false });
	expect(splitGroups(0, size)).toEqual({ sizes: [], fits: true });
});

test('groups hold everybody, differ by one at most, and fit whenever some number of groups fits', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 200 }),
			fc.integer({ min: 2, max: 12 }),
			(people, best) => {
				const range = { best, least: best - 1, most: best + 1 };
				const { sizes, fits } = splitGroups(people, range);
				expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(people);
				expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
				const can = Array.from({ length: people }, (_, index) => index + 1).some(
					(count) =>
						Math.floor(people / count) >= range.least && Math.ceil(people / count) <= range.most
				);
				expect(fits).toBe(can);
			}
		)
	);
});

test('spare things are rounded up, and only when there is a part left', () => {
	const attendance = { people: 30, groups: 5, roles: 6 };
	expect(amountOf({ count: 1, per: 'person' }, attendance, 10)).toBe(33);
	expect(amountOf({ count: 1, per: 'person' }, { ...attendance, people: 24 }, 10)).toBe(27);
	expect(amountOf({ count: 2, per: 'table' }, attendance)).toBe(10);
	expect(amountOf({ count: 1, per: 'role' }, attendance)).toBe(6);
	expect(amountOf({ count: 3, per: 'workshop' }, attendance)).toBe(3);
});

test('things with the same title are brought once, in one amount', () => {
	const script = {
		groupings: [{ id: 'g', title: 'Tables', size }],
		materials: [
			{ id: 'a', title: 'Markers', type: 'stationery', qty: { count: 1, per: 'person' } },
			{ id: 'b', title: 'Bell', type: 'equipment', qty: { count: 1, per: 'workshop' } },
			{ id: 'c', title: 'markers ', type: 'stationery', qty: { count: 2, per: 'table' } }
		]
	} as unknown as Script;
	expect(thingsNeeded(script, 24).map(({ material, amount }) => [material.id, amount])).toEqual([
		['a', 32],
		['b', 1]
	]);
});
