import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byItem, inPlanOrder } from './order.ts';

const items = [{ id: 'flat' }, { id: 'courses' }];

test('actions come by item, then by day, those without either last', () => {
	const actions = [
		{ id: '1' },
		{ id: '2', item: 'courses', when: '2026-12-01' },
		{ id: '3', item: 'flat' },
		{ id: '4', item: 'flat', when: '2027-01-01' },
		{ id: '5', item: 'gone', when: '2026-01-01' },
		{ id: '6', item: 'courses', when: '2026-12-01' }
	];
	const ordered = ['4', '3', '2', '6', '5', '1'];
	fc.assert(
		fc.property(fc.shuffledSubarray(actions, { minLength: 6 }), (shuffled) => {
			expect(inPlanOrder(items, shuffled).map(({ id }) => id)).toEqual(ordered);
		})
	);
	expect(byItem(items, actions).map(({ item, actions }) => [item?.id, actions.length])).toEqual([
		['flat', 2],
		['courses', 2],
		[undefined, 2]
	]);
});
