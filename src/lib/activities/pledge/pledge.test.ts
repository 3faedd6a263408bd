import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Contribution } from '../activity.ts';
import { fixtures, settings } from './fixtures.ts';
import pledge from './index.ts';
import { blank, body, complete, type PledgeBody } from './schema.ts';

const t = (id: string, args?: Readonly<Record<string, string | number>>) =>
	[id, ...Object.values(args ?? {})].join(' ');

test.each(fixtures)('$name', ({ settings, contributions, result }) => {
	expect(pledge.reduce(settings, contributions, [])).toEqual(result);
});

test('a promise is private until its writer says otherwise', () => {
	expect(blank().share).toBe('private');
});

test('the words of a private promise reach nothing that others read', () => {
	const secret = 'canary words';
	const one = fc.record({
		text: fc.constantFrom(secret, 'Call the school'),
		share: fc.constantFrom<PledgeBody['share']>('private', 'shared')
	});
	fc.assert(
		fc.property(fc.array(one), (bodies) => {
			const contributions = bodies
				.filter(({ text, share }) => text !== secret || share === 'private')
				.map((body, i): Contribution<PledgeBody> => {
					return { id: `p${i}.me`, person: `p${i}`, source: 'phone', body };
				});
			const total = pledge.reduce(settings, contributions, []);
			const shown = { people: contributions.length, total, cells: [] };
			const out = JSON.stringify([
				total,
				pledge.items?.(settings, total),
				pledge.report(settings, shown, t),
				contributions.map(({ body }) => pledge.texts?.(body))
			]);
			expect(out).not.toContain(secret);
		})
	);
});

test('sensitive promises are in the report as a number only', () => {
	const { settings, result } = fixtures[3] ?? { settings: undefined, result: undefined };
	if (!settings || !result) throw new Error('The fixture is gone.');
	const blocks = pledge.report(settings, { people: 1, total: result, cells: [] }, t);
	expect(blocks).toEqual([
		{ type: 'heading', text: 'What will you do first?' },
		{ type: 'paragraph', text: 'pledge-count 1 0' }
	]);
});

test('a shared promise goes on as an action with the one it helps', () => {
	const result = fixtures[2]?.result ?? { kept: 0, shared: [] };
	expect(pledge.items?.(settings, result)).toEqual([
		{ id: 'b.me', text: 'Bring the letters on Monday', from: ['letters'] },
		{ id: 'c.me', text: 'سأسأل المدرسة', lang: 'ar', from: ['courses'] },
		{ id: 'd.me', text: 'Call the school' }
	]);
});

test.each([
	{ text: 'x'.repeat(161), share: 'private' },
	{ text: 'x', share: 'everybody' },
	{ text: 'x', share: 'private', when: '2026-02-30' },
	{ text: 'x', share: 'private', when: 'soon' },
	{ text: 'x' }
])('a promise like %j is refused', (value) => {
	expect(v.is(body, value)).toBe(false);
});

test('spaces are no promise', () => {
	expect(complete(settings, { text: ' \n ', share: 'shared' })).toBe(false);
	expect(complete(settings, { text: 'Call', share: 'private' })).toBe(true);
});
