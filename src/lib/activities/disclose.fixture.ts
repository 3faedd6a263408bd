import * as v from 'valibot';
import { defineActivity, type CommonSettings, type Contribution } from './activity.ts';
import { exampleSettings } from './engines/collect/example-settings.ts';

export type Answers = Record<string, string>;

/** A kind as plain as possible: some questions, one answer to each, any may be skipped. */
export const plain = defineActivity<CommonSettings, Answers, Record<string, number>>({
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

export const settings = exampleSettings('plain', 'Which?');
export const split = { by: 'role', labelOf: (id: string | undefined) => id ?? 'others' } as const;

export const people = (count: number, role: string | undefined, answer: (i: number) => Answers) =>
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
export const mixed = (i: number): Answers => ({ q: i % 2 ? 'yes' : 'no' });
