import { expect, test } from 'vitest';
import { countTyped, wrongGroup } from './typed-code.ts';

test('the group with the wrong character is named, spaces and dashes do not count', () => {
	expect(wrongGroup('7K42 2QMX 9TU4')).toBe(3);
	expect(wrongGroup('7K4?')).toBe(1);
	expect(wrongGroup('7k42-2qmx-oil0-????')).toBe(4);
	expect(countTyped(' 7K42-2QMX ')).toBe(8);
});
