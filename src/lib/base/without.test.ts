import { expect, test } from 'vitest';
import { without } from './without.ts';

test('a property is left out of the copy and stays in the original', () => {
	const whole = { a: 1, b: 2 };
	expect(without(whole, 'a')).toEqual({ b: 2 });
	expect('a' in without(whole, 'a')).toBe(false);
	expect(whole).toEqual({ a: 1, b: 2 });
});
