import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInline, parseSimpleText, plainText } from './simple-text.ts';

const text = (words: string) => ({ type: 'text', text: words });

test('bold, italic, lists and line breaks are read', () => {
	expect(parseSimpleText('Good **morning**,\nwe *start* soon.\n\n- one\n- two')).toEqual([
		{
			type: 'paragraph',
			lines: [
				[text('Good '), { type: 'bold', children: [text('morning')] }, text(',')],
				[text('we '), { type: 'italic', children: [text('start')] }, text(' soon.')]
			]
		},
		{ type: 'list', items: [[text('one')], [text('two')]] }
	]);
});

test('HTML, links, headings and lone stars are plain words', () => {
	for (const words of [
		'<b>x</b>',
		'[a](javascript:x)',
		'# title',
		'2 * 3 * 4',
		'snake_case_name',
		'**'
	])
		expect(parseInline(words)).toEqual([text(words)]);
});

test('no letter is lost or made up, whatever is written', () => {
	const letters = (words: string) => words.replace(/[\s*_•-]/g, '');
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom('a', 'ž', '*', '_', ' ', '\n', '-', '<', '•') }),
			(words) => {
				expect(letters(plainText(words))).toBe(letters(words));
			}
		)
	);
});
