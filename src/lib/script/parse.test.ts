import { expect, test } from 'vitest';
import { parseWorkshop, parseYaml } from './parse.ts';
import { entryOf, fromPlain, textAt, toPlain } from './raw.ts';

const plain = (text: string) => {
	const { raw } = parseYaml(text, 'workshop.yaml');
	return raw && toPlain(raw);
};

test('every value stays the text the author typed', () => {
	expect(
		plain('a: 1.10\nb: 007\nc: NO\nd: 9:30\ne: 2026-03-20\nf: ~\ng: null\nh: 0x1F\ni: yes')
	).toEqual({
		a: '1.10',
		b: '007',
		c: 'NO',
		d: '9:30',
		e: '2026-03-20',
		f: '~',
		g: 'null',
		h: '0x1F',
		i: 'yes'
	});
});

test('quoted and unquoted are the same, an empty value is no value', () => {
	expect(plain('id: no')).toEqual(plain('id: "no"'));
	expect(entryOf(parseYaml('a:\nb: x', 'f').raw, 'a')).toBeUndefined();
});

test('stars, signs and colons inside quotation marks and blocks are plain words', () => {
	const text =
		'a: "*x* & !y: {z}"\nb: |\n  - *x*: &y !z\n  <<: { __proto__: 1 }\nc: Q&A in 2 * 3 rooms!\nd: it\'s 1';
	expect(plain(text)).toEqual({
		a: '*x* & !y: {z}',
		b: '- *x*: &y !z\n<<: { __proto__: 1 }\n',
		c: 'Q&A in 2 * 3 rooms!',
		d: "it's 1"
	});
});

test('every entry knows its line', () => {
	const { raw } = parseYaml('# first\na: 1\n\nb:\n  - { c: 2,\n      d: 3 }\n  - e: 4\n', 'f');
	const list = entryOf(raw, 'b');
	expect([entryOf(raw, 'a')?.line, list?.line]).toEqual([2, 4]);
	const [first, second] = list?.value.type === 'list' ? list.value.items : [];
	expect([first?.line, entryOf(first, 'd')?.line, entryOf(second, 'e')?.line]).toEqual([5, 6, 7]);
});

test('lines are right with Windows and old Mac line ends', () => {
	for (const end of ['\n', '\r\n', '\r'])
		expect(entryOf(parseYaml(['a: 1', 'b: 2', 'c: 3'].join(end), 'f').raw, 'c')?.line).toBe(3);
});

test('a colon in a sentence is explained with its line', () => {
	const { problems } = parseYaml('title: Tell us\nprompt: Tell us: how\n', 'workshop.yaml');
	expect(problems).toEqual([
		{
			code: 'colon',
			level: 'error',
			path: '',
			message: 'Line 2: this sentence contains ": ". Put the whole sentence in "quotation marks".',
			file: 'workshop.yaml',
			line: 2
		}
	]);
});

test('plain data and parsed data are the same', () => {
	const text = 'a: [1, { b: two }]\nc: three';
	const data = plain(text);
	expect(data && toPlain(fromPlain(data))).toEqual(data);
	expect(data === undefined ? '' : textAt(fromPlain(data), 'c')).toBe('three');
});

test('the files of a workshop are sorted by what they are', () => {
	const texts = new Map([
		['workshop.yaml', 'id: small'],
		['i18n/cs.yaml', 'locale: cs'],
		['i18n/en-simple.yaml', 'locale: en-simple'],
		['pages/a.md', '# A'],
		['pages/a.cs.md', '# Á'],
		['pilots/2026-03-12-nitra.yaml', 'not: read']
	]);
	const { source, problems } = parseWorkshop({ folder: 'small', texts, media: new Map() });
	expect(problems).toEqual([]);
	expect(Object.keys(source?.texts ?? {})).toEqual(['cs', 'en-simple']);
	expect(Object.keys(source?.pages ?? {})).toEqual(['pages/a.md', 'pages/a.cs.md']);
});
