import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contribution } from '../../activity.ts';
import { capped } from './capped.ts';
import { cardPages, CARDS_PER_PAGE } from './card-pages.ts';
import { KeptOrder } from './kept-order.ts';
import { mergeSmall } from './merge-small.ts';

const one = (
	id: string,
	person: string,
	source: Contribution['source'] = 'phone'
): Contribution<null> => ({ id, person, source, body: null });

test('each phone keeps its first contributions, what the facilitator typed in is never cut', () => {
	const all = [
		one('c', 'p1'),
		one('a', 'p1'),
		one('b', 'p1'),
		one('d', 'p2'),
		one('e', 'p3', 'paper'),
		one('f', 'p3', 'paper'),
		one('g', 'p3', 'facilitator')
	];
	expect(capped(all, 2).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e', 'f', 'g']);
	expect(capped(all, 1).map(({ id }) => id)).toEqual(['a', 'd', 'e', 'f', 'g']);
});

test('every card is on exactly one page, no page has more than nine', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 280 }), { maxLength: 300 }), (lengths) => {
			const pages = cardPages(lengths);
			let next = 0;
			for (const { start, end } of pages) {
				expect(start).toBe(next);
				expect(end).toBeGreaterThan(start);
				expect(end - start).toBeLessThanOrEqual(CARDS_PER_PAGE);
				next = end;
			}
			expect(next).toBe(lengths.length);
		})
	);
});

test('nine short cards share a page, one short card is large, long cards have a page of their own', () => {
	expect(cardPages(Array(9).fill(12))).toMatchObject([{ start: 0, end: 9 }]);
	expect(cardPages([20])).toEqual([{ start: 0, end: 1, columns: 1, size: 'lead' }]);
	expect(cardPages([280, 280])).toHaveLength(2);
	expect(cardPages([2800])).toEqual([{ start: 0, end: 1, columns: 1, size: 'min' }]);
});

test('what people are reading stays where it is when more comes in', () => {
	const order = new KeptOrder();
	const ids = (text: string) => [...text].map((id) => ({ id }));
	order.arrange(ids('mz'));
	expect(order.arrange(ids('amz'))).toEqual(ids('mza'));
	expect(order.arrange(ids('abz'))).toEqual(ids('zab'));
	expect(order.arrange(ids('abmz'))).toEqual(ids('mzab'));
});

test('no shown answer stands for one to k−1 people, nor can one be found by subtracting', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }),
			fc.integer({ min: 3, max: 8 }),
			(numbers, k) => {
				const counts = numbers.map((count, n) => ({ id: `role-${n}`, count }));
				const total = numbers.reduce((sum, n) => sum + n, 0);
				fc.pre(total >= k);
				const shown = mergeSmall(counts, k);
				for (const { count } of shown) expect(count === 0 || count >= k).toBe(true);
				expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(total);
				if (counts.every(({ count }) => count === 0 || count >= k)) expect(shown).toEqual(counts);
			}
		)
	);
});
