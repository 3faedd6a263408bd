import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contribution, Tally } from './activity.ts';
import { cellFloor, changedPeople, disclose, display, settle } from './disclose.ts';
import { mixed, people, plain, settings, split, type Answers } from './disclose.fixture.ts';

describe('the total', () => {
	test('is hidden from four people and shown from five', () => {
		expect(disclose(plain, settings, people(4, 'a', mixed), [])).toEqual({
			people: 4,
			total: undefined,
			cells: [],
			note: 'too-few'
		});
		expect(disclose(plain, settings, people(5, 'a', mixed), [])).toEqual({
			people: 5,
			total: { 'q=no': 3, 'q=yes': 2 },
			cells: []
		});
	});

	test('counts the people of hands and sheets', () => {
		const hands: Tally = { id: 'h', source: 'hands', people: 4, counts: { 'q=yes': 3, 'q=no': 1 } };
		const shown = disclose(plain, settings, people(1, 'a', mixed), [hands]);
		expect(shown).toEqual({ people: 5, total: { 'q=yes': 3, 'q=no': 2 }, cells: [] });
	});

	test('counts a person with several contributions once', () => {
		const same = people(6, 'a', mixed).map((one) => ({ ...one, person: 'same' }));
		expect(disclose(plain, settings, same, [])).toMatchObject({ people: 1, note: 'too-few' });
	});

	test('leaves out a question that fewer than five people answered', () => {
		const some = people(8, 'a', (i): Answers => (i < 4 ? { q: 'no', rare: 'yes' } : { q: 'yes' }));
		expect(disclose(plain, settings, some, []).total).toEqual({ 'q=no': 4, 'q=yes': 4 });
	});

	test('of a kind with nothing to protect is always shown, and never split', () => {
		const open = { ...plain, disclosure: 'none' } as const;
		const two = people(2, 'a', mixed);
		expect(disclose(open, settings, two, [], split)).toEqual({
			people: 2,
			total: { 'q=no': 1, 'q=yes': 1 },
			cells: []
		});
	});

	test.each([
		[5, 5],
		[20, 20],
		[1, 3],
		[Number.NaN, 5]
	])('a minimum of %d in the script means %d', (min_cell, k) => {
		expect(cellFloor({ min_cell })).toBe(k);
	});
});

describe('a split', () => {
	test('names the groups that are large enough', () => {
		const all = [...people(6, 'a', mixed), ...people(5, 'b', mixed)];
		const shown = disclose(plain, settings, all, [], split);
		expect(shown.cells).toEqual([
			{ ids: ['a'], label: 'a', people: 6, result: { 'q=no': 3, 'q=yes': 3 } },
			{ ids: ['b'], label: 'b', people: 5, result: { 'q=no': 3, 'q=yes': 2 } }
		]);
		expect(shown.note).toBeUndefined();
	});

	test('puts small groups together', () => {
		const all = [...people(6, 'a', mixed), ...people(3, 'b', mixed), ...people(2, 'c', mixed)];
		const shown = disclose(plain, settings, all, [], split);
		expect(shown.cells.map(({ ids, label, people }) => ({ ids, label, people }))).toEqual([
			{ ids: ['a'], label: 'a', people: 6 },
			{ ids: ['b', 'c'], label: 'others', people: 5 }
		]);
		expect(shown.note).toBe('merged');
	});

	test('closes the complementary cell: one small group takes the next larger one with it', () => {
		const all = [...people(9, 'a', mixed), ...people(5, 'b', mixed), ...people(1, 'c', mixed)];
		const shown = disclose(plain, settings, all, [], split);
		expect(shown.cells.map((cell) => cell.ids)).toEqual([['a'], ['b', 'c']]);
	});

	test('is hidden when nothing safe is left of it', () => {
		const all = [...people(9, 'a', mixed), ...people(2, 'b', mixed)];
		expect(disclose(plain, settings, all, [], split)).toMatchObject({
			cells: [],
			note: 'split-hidden'
		});
	});

	test('never shows a named group that is of one mind', () => {
		const all = [
			...people(6, 'a', mixed),
			...people(6, 'b', () => ({ q: 'yes' })),
			...people(7, 'c', mixed)
		];
		const shown = disclose(plain, settings, all, [], split);
		expect(shown.cells.map((cell) => cell.ids)).toEqual([['c'], ['a', 'b']]);
	});

	test('lets a group show what none of them chose', () => {
		const all = [
			...people(6, 'a', (i) => ({ x: i % 2 ? 'yes' : '', y: '' })),
			...people(6, 'b', (i) => ({ x: i % 2 ? 'yes' : '', y: i % 2 ? '' : 'yes' }))
		];
		expect(disclose(plain, settings, all, [], split).cells).toHaveLength(2);
	});

	test('keeps hands and people without a role in the cell put together', () => {
		const hands: Tally = { id: 'h', source: 'hands', people: 4, counts: { 'q=yes': 1, 'q=no': 3 } };
		const all = [
			...people(6, 'a', mixed),
			...people(7, 'b', mixed),
			...people(1, undefined, mixed)
		];
		const shown = disclose(plain, settings, all, [hands], split);
		expect(shown.cells.map(({ ids, people }) => [ids, people])).toEqual([
			[['b'], 7],
			[['a'], 6],
			[[], 5]
		]);
	});
});

const answer = fc.constantFrom('no', 'yes', 'both', '');
describe('while answers come in', () => {
	const show = (all: readonly Contribution<Answers>[], tallies: readonly Tally[] = []) =>
		display(plain, settings, all, tallies);

	test('the display waits until five people have answered since the last one', () => {
		const twelve = people(12, 'a', mixed);
		const first = settle(undefined, show(twelve.slice(0, 5)), 5);
		const second = settle(first, show(twelve.slice(0, 9)), 5);
		expect(second).toBe(first);
		expect(settle(second, show(twelve.slice(0, 10)), 5).shown.people).toBe(10);
	});

	test('a changed answer counts like a new one', () => {
		const before = people(8, 'a', mixed);
		const after = before.map((one, i) => (i === 0 ? { ...one, body: { q: 'both' } } : one));
		const first = show(before);
		expect(settle(first, show(after), 5)).toBe(first);
	});

	test('a result that must be hidden again is hidden at once', () => {
		const all = people(6, 'a', mixed);
		const next = show(all.slice(0, 4));
		expect(settle(show(all), next, 5)).toBe(next);
	});

	test('any two displays in a row differ by nobody or at least k people', () => {
		const moves = fc.array(fc.record({ person: fc.nat({ max: 25 }), q: answer }), {
			maxLength: 80
		});
		fc.assert(
			fc.property(moves, fc.integer({ min: 3, max: 8 }), (moves, k) => {
				const room = new Map<number, string>();
				let last = show([]);
				for (const { person, q } of moves) {
					room.set(person, q);
					const all = [...room].map(([id, q]): Contribution<Answers> => {
						return { id: `${id}.me`, person: `${id}`, source: 'phone', body: { q } };
					});
					const next = settle(last, display(plain, { ...settings, min_cell: k }, all, []), k);
					if (last.shown.total && next.shown.total) {
						const changed = changedPeople(last, next);
						expect(changed === 0 || changed >= k).toBe(true);
					}
					last = next;
				}
			})
		);
	});
});
