import { parse } from 'valibot';
import { expect, test } from 'vitest';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { body } from './schema.ts';

test('a card is complete at the limit of characters and not beyond, spaces around do not count', () => {
	expect(activity.complete(settings, { text: ` ${'ž'.repeat(140)} ` })).toBe(true);
	expect(activity.complete(settings, { text: 'ž'.repeat(141) })).toBe(false);
	expect(activity.complete(settings, { text: ' \n ' })).toBe(false);
});

test('a card longer than any script allows is refused', () => {
	expect(() => parse(body, { text: 'x'.repeat(281) })).toThrow();
	expect(() => parse(body, { text: 'a' + '\u0301'.repeat(9000) })).toThrow();
});

test('items for the next step come by category, in the order of the script', () => {
	const withKinds = {
		...settings,
		categories: [
			{ id: 'home', title: 'Home' },
			{ id: 'work', title: 'Work' }
		]
	};
	const card = (id: string, category?: string) => ({
		id,
		person: id,
		source: 'phone' as const,
		body: { text: id, ...(category ? { category } : {}) }
	});
	const result = activity.reduce(withKinds, [card('a', 'work'), card('b'), card('c', 'home')], []);
	expect(activity.items?.(withKinds, result).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('a changed text needs a new look before the stage', () => {
	const before = activity.texts?.({ text: 'A flat' })[0]?.id;
	expect(before).toBeDefined();
	expect(activity.without_texts?.({ text: 'A flat' }, new Set([before ?? '']))).toBeUndefined();
	expect(activity.without_texts?.({ text: 'A house' }, new Set([before ?? '']))).toEqual({
		text: 'A house'
	});
});

test('sensitive cards reach the report only as a number', () => {
	const sensitive = { ...settings, sensitive: true };
	const total = { people: 1, cards: [{ id: 'a', text: 'secret words' }] };
	const blocks = activity.report(sensitive, { people: 1, total, cells: [] }, (id) => id);
	expect(JSON.stringify(blocks)).not.toContain('secret words');
});
