import * as v from 'valibot';
import { expect, test } from 'vitest';
import pause from './index.ts';
import { settings } from './fixtures.ts';

test('a break takes nothing from anybody', () => {
	expect(v.is(pause.body, {})).toBe(true);
	expect(v.is(pause.body, { text: 'coffee' })).toBe(false);
	expect(pause.complete(settings, pause.blank(settings))).toBe(false);
	expect(pause.produces).toBe('nothing');
});

test('a break leaves nothing in the report', () => {
	const t = (id: string) => id;
	expect(pause.report(settings, { people: 0, total: {}, cells: [] }, t)).toEqual([]);
});
