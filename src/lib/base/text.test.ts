import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, foldKey, graphemeCount, textHash, tidy } from './text.ts';

test('a letter with marks and a family emoji count as one character each', () => {
	expect(graphemeCount('e\u0301')).toBe(1);
	expect(graphemeCount('👨‍👩‍👧‍👦ž')).toBe(2);
});

test('stacked marks do not slip under the character limit', () => {
	expect(fits('a' + '\u0301'.repeat(5000), 140)).toBe(false);
	expect(fits('ž'.repeat(140), 140)).toBe(true);
	expect(fits('ž'.repeat(141), 140)).toBe(false);
});

test('tidy keeps letters and removes what could reorder the line around it', () => {
	expect(tidy('  dopisy\n\tz  úřadů \u202e')).toBe('dopisy z úřadů');
	expect(tidy('نامه\u200cها')).toBe('نامه\u200cها');
});

test('tidy is its own fixed point', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(tidy(tidy(text))).toBe(tidy(text));
		})
	);
});

test('words fold over case and punctuation but not over diacritics', () => {
	expect(foldKey('Škola!')).toBe(foldKey('škola'));
	expect(foldKey('skola')).not.toBe(foldKey('škola'));
	expect(foldKey('…')).toBe('…');
});

test('the same text has the same hash and neighbours differ', () => {
	expect(textHash('škola')).toBe(textHash('škola'));
	const seen = new Set(Array.from({ length: 10_000 }, (_, n) => textHash(`word ${n}`)));
	expect(seen.size).toBe(10_000);
});
