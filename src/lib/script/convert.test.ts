import { describe, expect, test } from 'vitest';
import type { Field } from '#lib/activities/field.ts';
import { convertField } from './convert.ts';
import { didYouMean } from './messages.ts';
import { parseYaml } from './parse.ts';
import { hasShape } from './shape.ts';

const fields: Field = {
	type: 'object',
	help: '',
	fields: {
		id: { type: 'id', required: true, help: '' },
		title: { type: 'text', max: 5, audience: 'S', help: '' },
		minutes: { type: 'range', min: 0, max: 240, help: '' },
		people: { type: 'number', min: 1, max: 9, default: 4, help: '' },
		open: { type: 'yesno', default: true, help: '' },
		mood: { type: 'choice', options: ['calm', 'lively'], help: '' },
		needs: { type: 'quantity', help: '' },
		tags: { type: 'list', of: { type: 'id', help: '' }, min: 1, max: 3, help: '' },
		names: { type: 'map', keys: 'tag', of: { type: 'string', help: '' }, help: '' }
	}
};

function read(text: string) {
	const { raw } = parseYaml(text, 'f.yaml');
	if (!raw) throw new Error('The example cannot be parsed.');
	const { value, problems } = convertField(raw, fields, new Map(), 'f.yaml');
	return { value, codes: problems.map(({ code }) => code), problems };
}

test('values are converted by the table, defaults filled in, in the order of the table', () => {
	const text =
		'tags: [one, two]\nneeds: 5 per person\nmood: calm\nopen: no\nminutes: 35 (25-45)\ntitle: Žluťo\nid: no\nnames: { cs: A }';
	const { value, codes } = read(text);
	expect(codes).toEqual([]);
	expect(value).toEqual({
		id: 'no',
		title: 'Žluťo',
		minutes: { best: 35, least: 25, most: 45 },
		people: 4,
		open: false,
		mood: 'calm',
		needs: { count: 5, per: 'person' },
		tags: ['one', 'two'],
		names: { cs: 'A' }
	});
	expect(Object.keys(Object(value))).toEqual([
		'id',
		'title',
		'minutes',
		'people',
		'open',
		'mood',
		'needs',
		'tags',
		'names'
	]);
	expect(hasShape(value, fields, new Map())).toBe(true);
});

test('yes, no, true and false are all understood', () => {
	for (const [word, is] of [
		['yes', true],
		['true', true],
		['no', false],
		['false', false]
	] as const)
		expect(read(`id: abc\nopen: ${word}`).value).toMatchObject({ open: is });
});

test('an unknown field is kept and warned about, a private one is kept in silence', () => {
	const { value, problems } = read('id: abc\ntilte: x\nx-note: y\n');
	expect(value).toMatchObject({ tilte: 'x', 'x-note': 'y' });
	expect(problems).toMatchObject([
		{
			code: 'unknown-field',
			level: 'warning',
			line: 2,
			message:
				'I don\'t know the field "tilte" in *abc*. It will be kept but not used. Did you mean "title"?'
		}
	]);
});

test('all problems of a file are told at once', () => {
	expect(read('title: too long\npeople: ten\nmood: calmly').codes).toEqual([
		'too-long-text',
		'number-form',
		'choice',
		'required'
	]);
});

describe('data of another shape is recognised', () => {
	test.each([
		[{}],
		[{ id: 'abc', people: 4 }],
		[{ id: 'abc', people: '4', open: true }],
		[{ id: 'abc', people: 4, open: true, tags: 'one' }],
		[{ id: 'abc', people: 4, open: true, minutes: 35 }],
		[{ id: 'abc', people: 4, open: true, mood: 'angry' }],
		[null],
		['text']
	])('%j', (value) => expect(hasShape(value, fields, new Map())).toBe(false));
});

test('near words are suggested, far ones are not', () => {
	expect(didYouMean('sumary', ['summary', 'title'])).toBe(' Did you mean "summary"?');
	expect(didYouMean('mintues', ['minutes'])).toBe(' Did you mean "minutes"?');
	expect(didYouMean('budget', ['summary', 'title'])).toBe('');
	expect(didYouMean('colect', ['collect', 'choose'])).toBe(' Did you mean "collect"?');
});
