import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	defineActivity,
	type CommonSettings,
	type Contribution,
	type Disclosed,
	type Tally
} from './activity.ts';
import { cellFloor, changedPeople, disclose, display, settle } from './disclose.ts';
import { exampleSettings } from './engines/collect/example-settings.ts';

type Answers = Record<string, string>;

/** A kind as plain as possible: some questions, one answer to each, any may be skipped. */
const plain = defineActivity<CommonSettings, Answers, Record<string, number>>({
	kind: 'plain',
	icon: 'circle',
	produces: 'counts',
	perPerson: 'one',
	takes: 'nothing',
	freeText: false,
	disclosure: 'people',
	fields: {},
	body: v.record(v.string(), v.string()),
	blank: () => ({}),
	complete: () => true,
	reduce: (_, contributions, tallies) => {
		const counts: Record<string, number> = {};
		const add = (row: string, n: number) => (counts[row] = (counts[row] ?? 0) + n);
		for (const { body } of contributions) {
			for (const [id, answer] of Object.entries(body)) add(`${id}=${answer}`, 1);
		}
		for (const tally of tallies) for (const [row, n] of Object.entries(tally.counts)) add(row, n);
		return counts;
	},
	answers: (_, body) => body,
	withhold: (_, result, questions) =>
		Object.fromEntries(
			Object.entries(result).filter(([row]) => !questions.has(row.slice(0, row.indexOf('='))))
		),
	report: () => []
});

const settings = exampleSettings('plain', 'Which?');
const split = { by: 'role', labelOf: (id: string | undefined) => id ?? 'others' } as const;

const people = (count: number, role: string | undefined, answer: (i: number) => Answers) =>
	Array.from({ length: count }, (_, i): Contribution<Answers> => {
		const person = `${role ?? 'none'}-${i}`;
		return {
			id: `${person}.me`,
			person,
			source: 'phone',
			...(role ? { role } : {}),
			body: answer(i)
		};
	});
const mixed = (i: number): Answers => ({ q: i % 2 ? 'yes' : 'no' });

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
const person = fc.record({
	role: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined, freq: 6 }),
	q: fc.option(answer, { nil: undefined, freq: 12 }),
	r: fc.option(answer, { nil: undefined, freq: 3 })
});
const tally = fc
	.record({ yes: fc.nat({ max: 6 }), no: fc.nat({ max: 6 }) })
	.map(({ yes, no }, i = 0): Tally => {
		return { id: `t${i}`, source: 'hands', people: yes + no, counts: { 'q=yes': yes, 'q=no': no } };
	});
const table = fc.record({
	people: fc.array(person, { maxLength: 48, size: 'max' }),
	tallies: fc.array(tally, { maxLength: 1 }),
	min_cell: fc.integer({ min: 3, max: 8 })
});

const contributionsOf = (rows: readonly { role?: string; q?: string; r?: string }[]) =>
	rows.map(({ role, ...answers }, i): Contribution<Answers> => {
		const body = Object.fromEntries(
			Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== undefined)
		);
		return { id: `p${i}.me`, person: `p${i}`, source: 'phone', ...(role ? { role } : {}), body };
	});

/** One row per person, hands included: what an attacker tries to get at. */
function population(contributions: readonly Contribution<Answers>[], tallies: readonly Tally[]) {
	const raised = tallies.flatMap((tally) =>
		Object.entries(tally.counts).flatMap(([row, n]) => {
			const [id = '', answer = ''] = row.split('=');
			return Array.from({ length: n }, () => ({ role: undefined, body: { [id]: answer } }));
		})
	);
	return [...contributions.map(({ role, body }) => ({ role, body })), ...raised];
}

type Shown = Disclosed<Record<string, number>>;
type Everyone = ReturnType<typeof population>;

/**
 * What the attacker can find out and must not. All that can be computed from disjoint cells and
 * their total are the unions of the named cells, with or without the rest.
 */
function breach(shown: Shown, everyone: Everyone, k: number): string | undefined {
	if (shown.people !== everyone.length) return 'people are not counted once';
	const { total } = shown;
	if (total === undefined) {
		return everyone.length < k && shown.cells.length === 0 ? undefined : 'hidden for no reason';
	}
	const named = shown.cells
		.filter((cell) => cell.label !== 'others')
		.map((cell) => everyone.filter(({ role }) => role !== undefined && cell.ids.includes(role)));
	const rest = everyone.filter((one) => !named.some((cell) => cell.includes(one)));
	const atoms = named.length > 0 ? [...named, rest] : [everyone];
	const questions = ['q', 'r'].filter((id) =>
		Object.keys(total).some((row) => row.startsWith(`${id}=`))
	);
	for (let mask = 1; mask < 2 ** atoms.length; mask++) {
		const set = atoms.filter((_, i) => mask & (1 << i)).flat();
		if (set.length > 0 && set.length < k) return `${set.length} people`;
		for (const id of questions) {
			const given = set.flatMap(({ body }) => body[id] ?? []);
			if (given.length > 0 && given.length < k) return `${given.length} answers to ${id}`;
			const alike = given.length > 0 && given.every((answer) => answer === given[0]);
			if (alike && given[0] !== '' && set.length < everyone.length) return `all said ${given[0]}`;
		}
	}
	return undefined;
}

describe('an attacker with everything shown and every answer but one', () => {
	test('finds no set of 1 to k−1 people or answers, and no named set of one mind', () => {
		let splits = 0;
		fc.assert(
			fc.property(table, (t) => {
				const contributions = contributionsOf(t.people);
				const local = { ...settings, min_cell: t.min_cell };
				const shown = disclose(plain, local, contributions, t.tallies, split);
				if (shown.cells.length > 0) splits++;
				expect(breach(shown, population(contributions, t.tallies), t.min_cell)).toBeUndefined();
			}),
			{ numRuns: 10_000 }
		);
		expect(splits).toBeGreaterThan(2000);
	}, 60_000);

	test('sees sums that are true: the cells add up to the total', () => {
		fc.assert(
			fc.property(table, (t) => {
				const shown = disclose(
					plain,
					{ ...settings, min_cell: t.min_cell },
					contributionsOf(t.people),
					t.tallies,
					split
				);
				if (shown.cells.length === 0) return;
				const sum: Record<string, number> = {};
				for (const { result } of shown.cells) {
					for (const [row, n] of Object.entries(result)) sum[row] = (sum[row] ?? 0) + n;
				}
				expect(sum).toEqual(shown.total);
				expect(shown.cells.reduce((n, cell) => n + cell.people, 0)).toBe(shown.people);
			})
		);
	});

	test('learns nothing from the order of answers', () => {
		const shuffled = table.chain((t) =>
			fc.tuple(
				fc.constant(t),
				fc.shuffledSubarray(contributionsOf(t.people), {
					minLength: t.people.length,
					maxLength: t.people.length
				})
			)
		);
		fc.assert(
			fc.property(shuffled, ([t, other]) => {
				const local = { ...settings, min_cell: t.min_cell };
				expect(disclose(plain, local, other, t.tallies, split)).toEqual(
					disclose(plain, local, contributionsOf(t.people), t.tallies, split)
				);
			})
		);
	});
});

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
