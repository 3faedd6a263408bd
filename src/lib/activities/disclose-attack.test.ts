import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contribution, Disclosed, Tally } from './activity.ts';
import { disclose } from './disclose.ts';
import { plain, settings, split, type Answers } from './disclose.fixture.ts';

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
