import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelSize, pageAt, stageLines, stagePages, twice } from './stage-fit.ts';

const prompt = { label: 'Where should we begin?', second: 'З чого нам почати?' };

test('short lines in one language fill a page with six', () => {
	const lines = Array.from({ length: 12 }, () => ({ label: 'Night buses' }));
	expect(stageLines({ label: prompt.label }, lines)).toBe(6);
});

test('a second language and long lines leave fewer', () => {
	const one = { label: 'Letters nobody understands', second: 'Листи, яких не зрозуміти' };
	expect(stageLines(prompt, [one, one, one, one, one, one])).toBe(4);
	expect(stageLines({ label: prompt.label }, [{ ...one, second: '' }, one, one])).toBe(3);
	expect(stageLines(prompt, [twice('x'.repeat(140)), one])).toBe(1);
});

test('labels are larger where all of them are short', () => {
	expect(labelSize([{ label: 'Night buses' }, { label: 'No courses after work' }])).toBe('body');
	expect(labelSize([{ label: 'Night buses' }, { label: 'Waiting for a flat, no answer' }])).toBe(
		'min'
	);
});

test('every line is on exactly one page, and no page is empty', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 140 }), { maxLength: 30 }), (lengths) => {
			const lines = lengths.map((length) => twice('x'.repeat(length)));
			const pages = stagePages(prompt, lines);
			expect(pages[0]?.start).toBe(0);
			expect(pages.at(-1)?.end).toBe(lines.length);
			pages.forEach((page, at) => {
				expect(page.start).toBe(at === 0 ? 0 : pages[at - 1]?.end);
				if (lines.length > 0) expect(page.end).toBeGreaterThan(page.start);
			});
		})
	);
});

test('a page that is not there shows the last', () => {
	expect(pageAt(['a', 'b'], 9)).toBe('b');
	expect(pageAt(['a', 'b'], -1)).toBe('a');
	expect(pageAt(['a', 'b'])).toBe('a');
	expect(pageAt([], 0)).toBeUndefined();
});
