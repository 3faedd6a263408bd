import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LibraryEntry } from '#lib/script/library.ts';
import { compileWorkshop } from '#lib/script/compile.ts';
import { sourceOf } from '#lib/script/raw.ts';
import { workshops } from '../../src/vite/workshops.ts';
import { compiled, filesOf } from './support.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
let root = '';
let server: ViteDevServer;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'plenum-plugin-'));
	await cp(join(FIXTURES, 'local-integration'), join(root, 'workshops/local-integration'), {
		recursive: true
	});
	await writeFile(join(root, 'main.js'), "export { workshops } from 'virtual:plenum/workshops';");
	server = await createServer({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [workshops()],
		optimizeDeps: { noDiscovery: true, include: [] },
		server: { middlewareMode: true, hmr: false, ws: false }
	});
}, 60_000);
afterAll(async () => {
	await server.close();
	await rm(root, { recursive: true });
});

async function listed(): Promise<readonly LibraryEntry[]> {
	const { workshops: entries } = await server.ssrLoadModule('virtual:plenum/workshops');
	return entries;
}

test('the list is light: titles, minutes and languages without the workshop', async () => {
	const [entry] = await listed();
	expect(entry).toEqual({
		id: 'local-integration',
		version: '1.3.0',
		status: 'pilot',
		language: 'en',
		titles: {
			en: "Living together in {place}: from today's picture to first steps",
			cs: 'Společně v {place}: od dnešního obrazu k prvním krokům'
		},
		summaries: {
			en: 'The town hall, local services and people who moved here agree three priorities and who starts what.'
		},
		minutes: 150,
		group_size: '24 (12-36)',
		languages: ['en', 'cs'],
		load: expect.any(Function)
	});
});

test('a loaded workshop compiles to what its files compile to', async () => {
	const [entry] = await listed();
	const plain = await entry?.load();
	const outcome = plain && compileWorkshop(sourceOf(plain));
	const digest = compiled(await filesOf('local-integration')).digest;
	expect(outcome?.ok && outcome.value.digest).toBe(digest);
});

test('a changed file is read again without a restart', async () => {
	await listed();
	const path = join(root, 'workshops/local-integration/workshop.yaml');
	const text = await readFile(path, 'utf8');
	await writeFile(path, text.replace('version: 1.3.0', 'version: 1.4.0'));
	await expect
		.poll(async () => (await listed())[0]?.version, { timeout: 20_000, interval: 100 })
		.toBe('1.4.0');
}, 30_000);

test('the build makes one chunk of each workshop, apart from the list', async () => {
	const result = await build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [workshops()],
		build: { write: false, lib: { entry: 'main.js', formats: ['es'] } }
	});
	const output = Array.isArray(result) ? result.flatMap((each) => each.output) : [];
	const chunks = output.flatMap((each) => (each.type === 'chunk' ? [each] : []));
	const list = chunks.find(({ isEntry }) => isEntry);
	const one = chunks.find(({ isDynamicEntry }) => isDynamicEntry);
	expect(chunks).toHaveLength(2);
	expect(list?.code).toContain('24 (12-36)');
	expect(list?.code).not.toContain('Read the prompt aloud twice');
	expect(one?.code).toContain('Read the prompt aloud twice');
}, 60_000);

test('the build stops with a message when a workshop cannot be used', async () => {
	const path = join(root, 'workshops/local-integration/workshop.yaml');
	const text = await readFile(path, 'utf8');
	await writeFile(path, `${text}\ttab: yes\n`);
	const building = build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [workshops()],
		build: { write: false, lib: { entry: 'main.js', formats: ['es'] } }
	});
	await expect(building).rejects.toThrow(/workshop\.yaml:\d+ Line \d+ begins with a Tab key/);
	await writeFile(path, text);
}, 60_000);
