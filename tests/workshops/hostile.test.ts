import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFolder, checkWorkshop } from '#lib/script/check.ts';
import { checkPage, isInside, isSafeLink } from '#lib/script/check-files.ts';
import { compileWorkshop } from '#lib/script/compile.ts';
import { parseYaml } from '#lib/script/parse.ts';
import { fromPlain, sourceOf, toPlain, type PlainWorkshop } from '#lib/script/raw.ts';
import { readWorkshop, workshopFolders } from '../../src/vite/read-workshop.ts';
import { filesOf } from './support.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const valid = (await filesOf('valid')).texts.get('workshop.yaml') ?? '';

const bomb = [
	'a: &a [x, x, x, x, x, x, x, x, x]',
	...'bcdefghi'.split('').map((name, index) => {
		const before = 'abcdefgh'[index];
		return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
	})
].join('\n');
const options = Array.from({ length: 5000 }, (_, at) => `    - { id: o${at}, text: Option }`);

const HOSTILE: readonly (readonly [name: string, code: string, text: string])[] = [
	['a tab', 'tab', `${valid}\tmore: no`],
	['a field that appears twice', 'duplicate-key', `${valid}id: again`],
	['an alias bomb', 'anchor', bomb],
	['an alias bomb inside a script', 'anchor', `${valid}x-more:\n  ${bomb.replaceAll('\n', '\n  ')}`],
	['an anchor', 'anchor', valid.replace('title: Small', 'title: &a Small')],
	['an alias', 'anchor', valid.replace('title: Small workshop', 'title: *a')],
	['a tag that would build an object', 'tag', valid.replace('Small workshop', '!!js/function "x"')],
	['a merge key', 'merge', `${valid}<<: { id: other }`],
	['a second document', 'several-documents', `${valid}---\nid: other`],
	['10 MB of text', 'too-big', valid.padEnd(10 * 1024 * 1024, '# more\n')],
	['a megabyte of brackets', 'too-big', '['.repeat(1024 * 1024)],
	['200 KB of brackets', 'too-deep', `a: ${'['.repeat(200 * 1024)}`],
	['200 KB of braces', 'too-deep', '{a: '.repeat(50 * 1024)],
	['200 KB of dashes', 'too-deep', '- '.repeat(100 * 1024)],
	['400 levels of fields', 'too-deep', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
	['__proto__', 'unsafe-key', `${valid}__proto__: { admin: yes }`],
	['"__proto__" in quotation marks', 'unsafe-key', `${valid}"__proto__": { admin: yes }`],
	['__proto__ written with an escape', 'unsafe-key', `${valid}"__pr\\u006fto__": { admin: yes }`],
	['constructor inside braces', 'unsafe-key', `${valid}x-y: { constructor: { prototype: 1 } }`],
	['a zero byte', 'not-readable', `${valid}x-y: a\0b`]
];

describe('hostile files are refused in plain words, fast', () => {
	test.each(HOSTILE)('%s', (_, code, text) => {
		let fastest = Infinity;
		for (let run = 0; run < 5; run++) {
			const start = performance.now();
			const { raw, problems } = parseYaml(text, 'workshop.yaml');
			fastest = Math.min(fastest, performance.now() - start);
			expect(raw).toBeUndefined();
			expect(problems.map((each) => each.code)).toEqual([code]);
		}
		// The best of five, so that a busy machine does not decide.
		expect(fastest).toBeLessThan(50);
	});

	test('5,000 options are refused by the limit of the field', async () => {
		const files = await filesOf('valid', (text) =>
			text.replace(
				'          kind: vote\n          prompt: Where do we begin?\n          from: { step: collect, take: 8 }',
				`          kind: scale\n          prompt: How true?\n          labels: { low: No, high: Yes }\n          statements:\n${options.join('\n').replaceAll('    - ', '            - ')}`
			)
		);
		expect(checkFolder(files).map(({ code }) => code)).toEqual(['too-many']);
	});

	test('nothing reaches the prototype of an object, even in data that was never parsed', () => {
		const plain: PlainWorkshop = JSON.parse(
			'{"folder":"x","script":{"__proto__":{"polluted":"yes"},"format":"workshop-script/1","x-a":{"__proto__":{"polluted":"yes"}}},"texts":{},"pages":{},"media":{}}'
		);
		compileWorkshop(sourceOf(plain));
		const copy = toPlain(fromPlain(plain.script));
		expect(Object.getPrototypeOf(copy)).toBeNull();
		expect('polluted' in {}).toBe(false);
	});
});

describe('text, links and paths', () => {
	test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)', 'a <b>b</b>', '</p>', '<!-- x'])(
		'HTML in a text is refused: %s',
		async (text) => {
			const files = await filesOf('valid', (file) =>
				file.replace('title: Small workshop', `title: ${JSON.stringify(text)}`)
			);
			expect(checkFolder(files).map(({ code }) => code)).toEqual(['html']);
		}
	);

	test('signs of comparison are not HTML', async () => {
		const files = await filesOf('valid', (file) =>
			file.replace('title: Small workshop', 'title: 3 < 5 and 5 > 3')
		);
		expect(checkFolder(files)).toEqual([]);
	});

	test.each([
		'[x](javascript:alert(1))',
		'[x](JaVaScRiPt:alert(1))',
		'[x](&#106;avascript:alert(1))',
		'[x](<javascript:alert(1)>)',
		'<javascript:alert(1)>',
		'[x][1]\n\n[1]: javascript:alert(1)',
		'![x](data:image/svg+xml;base64,AAAA)',
		'[x](vbscript:x)',
		'[x](file:///etc/passwd)',
		'[x](../other/page.md)',
		'[x](//evil.example)'
	])('a page with %s is refused', (text) => {
		expect(checkPage('pages/a.md', text).map(({ code }) => code)).toContain('page-link');
	});

	test('ordinary pages are fine', () => {
		const text =
			'---\nstatus: draft\n---\n# A\n\nSee [b](b.md), <https://example.org>, [mail](mailto:a@example.org). `<b>` 2 < 3';
		expect(checkPage('pages/a.md', text)).toEqual([]);
	});

	test('HTML in a page is found with its line', () => {
		const text = '---\nstatus: draft\n---\n\n# A\n\nSome <b>bold</b> words.\n';
		expect(checkPage('pages/a.md', text)).toMatchObject([{ code: 'page-html', line: 7 }]);
	});

	test.each(['../x.md', '/etc/passwd', 'pages/../../x.md', 'pages\\..\\x.md', 'https://a.b/c.svg', 'pages/.x', ''])(
		'the path "%s" leads out of the folder',
		(path) => expect(isInside(path)).toBe(false)
	);

	test('links of every kind are judged by what a browser would do', () => {
		expect(['https://a.b', 'tel:+420', 'page.md', '#part', 'a/b.md?x=1:2'].every(isSafeLink)).toBe(true);
		expect(['\u0001javascript:x', 'java\nscript:x', '/root', '\\\\host', 'blob:x'].some(isSafeLink)).toBe(false);
	});
});

describe('npm run check:workshops', () => {
	const made = mkdtemp(join(tmpdir(), 'plenum-check-'));
	afterAll(async () => rm(await made, { recursive: true }));

	const run = (...args: string[]) =>
		new Promise<{ code: number | null; out: string; err: string }>((done) => {
			const script = join(import.meta.dirname, '../../scripts/check-workshops.mjs');
			const child = spawn(process.execPath, [script, ...args]);
			let [out, err] = ['', ''];
			child.stdout.on('data', (data) => (out += String(data)));
			child.stderr.on('data', (data) => (err += String(data)));
			child.on('close', (code) => done({ code, out, err }));
		});

	test('prints file and line of each problem and ends with 1 when there are errors', { timeout: 60_000 }, async () => {
		const folder = await made;
		await cp(join(FIXTURES, 'must-skip'), join(folder, 'must-skip'), { recursive: true });
		await cp(join(FIXTURES, 'objective-unused'), join(folder, 'objective-unused'), { recursive: true });
		await mkdir(join(folder, 'linked'));
		await symlink('/etc/hostname', join(folder, 'linked', 'workshop.yaml'));
		const { code, out } = await run(folder);
		expect(out).toMatch(/must-skip\/workshop\.yaml:21: error: \*Collect ideas\* is a must.* \[must-skip\]/);
		expect(out).toMatch(/objective-unused\/workshop\.yaml:9: warning: .*\[objective-unused\]/);
		expect(out).toMatch(/linked\/workshop\.yaml:1: error: .*\[link\]/);
		expect(out).toMatch(/3 workshops checked: 2 errors, 1 warning, 0 tips/);
		expect(code).toBe(1);
	});

	test('ends with 0 when there are only warnings and with 2 without a folder', { timeout: 60_000 }, async () => {
		const [warned, missing] = await Promise.all([
			run(join(FIXTURES, 'objective-unused')),
			run(join(FIXTURES, 'not-there'))
		]);
		expect([warned.code, missing.code]).toEqual([0, 2]);
		expect(missing.err).toContain('not-there');
	});

	test('a folder is found only by its workshop.yaml, and links to folders are not followed', async () => {
		const folder = join(await made, 'found');
		await cp(join(FIXTURES, 'valid'), join(folder, 'valid'), { recursive: true });
		await mkdir(join(folder, 'empty'));
		await symlink(join(FIXTURES, 'valid'), join(folder, 'other'));
		expect(await workshopFolders(folder)).toEqual([join(folder, 'valid')]);
		await writeFile(join(folder, 'valid', 'notes.txt'), 'not part of the workshop');
		const { texts, media } = await readWorkshop(join(folder, 'valid'), true);
		expect([...texts.keys(), ...media.keys()]).toEqual(['workshop.yaml']);
		expect(texts.get('workshop.yaml')).toBe(await readFile(join(FIXTURES, 'valid/workshop.yaml'), 'utf8'));
	});
});

test('checking the same files twice gives the same problems', async () => {
	const { parsed } = await import('./support.ts');
	const source = parsed(await filesOf('local-integration'));
	expect(checkWorkshop(source)).toEqual(checkWorkshop(source));
});
