import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRange, isOrdered, parseQuantity, parseRange } from './range.ts';

const minutes = fc.nat({ max: 999_999 });
const ranges = fc.tuple(minutes, minutes, minutes).map((numbers) => {
	const [least = 0, best = 0, most = 0] = numbers.toSorted((a, b) => a - b);
	return { best, least, most };
});

test('every range that is written reads back as itself', () => {
	fc.assert(
		fc.property(ranges, (range) => {
			expect(parseRange(formatRange(range))).toEqual(range);
			expect(isOrdered(range)).toBe(true);
		})
	);
});

test('spaces and the kind of dash do not matter', () => {
	const space = fc.constantFrom('', ' ', '  ');
	const dash = fc.constantFrom('-', '–', '—');
	fc.assert(
		fc.property(
			ranges,
			fc.array(space, { minLength: 6, maxLength: 6 }),
			dash,
			(range, gaps, sign) => {
				const [a, b, c, d, e, f] = gaps;
				const { best, least, most } = range;
				const text = `${a}${best}${b}(${c}${least}${d}${sign}${e}${most}${f})`;
				expect(parseRange(text)).toEqual(range);
			}
		)
	);
});

test('no other text is a range', () => {
	const grammar = /^\s*\d{1,6}\s*(\(\s*\d{1,6}\s*[-–—]\s*\d{1,6}\s*\)\s*)?$/;
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ()-]{0,12}$/)), (text) => {
			expect(parseRange(text) !== undefined).toBe(grammar.test(text));
		})
	);
	for (const text of ['ten', '35 (25)', '35 25-45', '-5', '3.5', '35 (25-45', '1e3', ''])
		expect(parseRange(text)).toBeUndefined();
});

test('a plan outside its slack is read but not in order', () => {
	const range = parseRange('20 (25-30)');
	expect(range && isOrdered(range)).toBe(false);
});

test('how many are needed is a number, with or without for whom', () => {
	expect(parseQuantity('5 per person')).toEqual({ count: 5, per: 'person' });
	expect(parseQuantity('3')).toEqual({ count: 3, per: 'workshop' });
	for (const text of ['many', '5 per cent', '5 person', '-1', ''])
		expect(parseQuantity(text)).toBeUndefined();
});
