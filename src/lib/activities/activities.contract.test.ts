import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { createServer } from 'vite';
import { describe, expect, test, vi } from 'vitest';
import { disclosed, kinds, LOCALES, messageTable, strictTranslate } from './contract-support.ts';
import { loadKindMessages } from './messages.ts';

vi.setConfig({ testTimeout: 60_000 });

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.info(`activities contract: SEED=${seed}`);
const random = { seed, numRuns: 100 };

const FILES = [
	'index.ts',
	'schema.ts',
	'reduce.ts',
	'report.ts',
	'fixtures.ts',
	'ParticipantView.svelte',
	'FacilitatorView.svelte',
	'StageView.svelte',
	'PaperView.svelte'
];

test('the registry finds kinds', () => {
	expect(kinds.length).toBeGreaterThan(5);
});

test('a new folder with an index.ts is a new kind, without any list to change', async () => {
	const root = await mkdtemp(join(tmpdir(), 'plenum-kinds-'));
	const registry = fileURLToPath(new URL('./registry.ts', import.meta.url));
	await mkdir(join(root, 'brand-new'));
	await writeFile(join(root, 'registry.ts'), await readFile(registry));
	await writeFile(join(root, 'brand-new/index.ts'), `export default { kind: 'brand-new' };`);
	const vite = await createServer({
		root,
		configFile: false,
		logLevel: 'silent',
		server: { middlewareMode: true, ws: false },
		optimizeDeps: { noDiscovery: true }
	});
	try {
		const { activities } = await vite.ssrLoadModule('/registry.ts');
		expect([...activities.keys()]).toEqual(['brand-new']);
	} finally {
		await vite.close();
		await rm(root, { recursive: true });
	}
});

describe.each(kinds)('$kind', (kind) => {
	const { activity, fixtures, messages, sources } = kind;
	const [first] = fixtures;

	test('its folder holds every part under its usual name', () => {
		const names = Object.keys(sources);
		expect(names).toEqual(expect.arrayContaining(FILES));
		expect(names).toContain(`${kind.kind}.test.ts`);
		for (const name of names.filter((each) => !each.endsWith('.test.ts'))) {
			expect(sources[name], `${name} must not import another kind`).not.toMatch(
				new RegExp(`from '\\.\\./(?!engines/|activity\\.ts|field\\.ts)`)
			);
		}
	});

	test('there are at least three fixtures, the first without any contribution', () => {
		expect(fixtures.length).toBeGreaterThanOrEqual(3);
		expect(fixtures.some(({ contributions }) => contributions.length === 0)).toBe(true);
		expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
	});

	test('every fixture gives its result in any order', () => {
		for (const { settings, contributions, tallies = [], result } of fixtures) {
			fc.assert(
				fc.property(
					fc.shuffledSubarray([...contributions], { minLength: contributions.length }),
					fc.shuffledSubarray([...tallies], { minLength: tallies.length }),
					(some, counts) => {
						expect(activity.reduce(settings, some, counts)).toEqual(result);
					}
				),
				random
			);
		}
	});

	test('any subset gives the same result in two orders and never throws, nor does what follows', () => {
		const t = strictTranslate(kind, 'en');
		for (const { settings, contributions, tallies = [] } of fixtures) {
			fc.assert(
				fc.property(
					fc.shuffledSubarray([...contributions]),
					fc.shuffledSubarray([...tallies]),
					(some, counts) => {
						const result = activity.reduce(settings, some, counts);
						expect(activity.reduce(settings, some.toReversed(), counts.toReversed())).toEqual(
							result
						);
						const ids = activity.items?.(settings, result).map(({ id }) => id) ?? [];
						expect(new Set(ids).size).toBe(ids.length);
						expect(activity.stagePages?.(settings, result) ?? 1).toBeGreaterThanOrEqual(1);
						activity.report(settings, disclosed(some.length, result), t);
					}
				),
				random
			);
		}
	});

	test('contributions that fit the schema but not the settings do not break the result', () => {
		for (const { settings } of fixtures) {
			const everybody = fixtures.flatMap(({ contributions }) => contributions);
			const counts = fixtures.flatMap(({ tallies = [] }) => tallies);
			const result = activity.reduce(settings, everybody, counts);
			activity.report(settings, disclosed(99, result), strictTranslate(kind, 'en'));
		}
	});

	test('the schema takes every fixture unchanged and refuses what is none', () => {
		for (const { contributions } of fixtures) {
			for (const { body } of contributions) {
				expect(safeParse(activity.body, body)).toMatchObject({ success: true, output: body });
				const more = { ...(body as object), surprise: 1 };
				expect(safeParse(activity.body, more).success, 'an unknown key is refused').toBe(false);
			}
		}
		for (const garbage of [undefined, null, 0, 1, '', 'text', true, NaN, () => 1, Symbol('x')]) {
			expect(safeParse(activity.body, garbage).success).toBe(false);
		}
	});

	test('whatever arrives, the schema answers and what it accepts reduces', () => {
		if (!first) return;
		fc.assert(
			fc.property(fc.anything(), (anything) => {
				const parsed = safeParse(activity.body, anything);
				if (!parsed.success) return;
				const one = { id: 'a', person: 'p', source: 'phone' as const, body: parsed.output };
				activity.reduce(first.settings, [one], []);
				activity.complete(first.settings, parsed.output);
				activity.texts?.(parsed.output);
			}),
			{ ...random, numRuns: 500 }
		);
	});

	test('the empty answer fits the schema and is not complete, unless nothing is asked', () => {
		for (const { settings } of fixtures) {
			const empty = activity.blank(settings);
			expect(safeParse(activity.body, empty).success).toBe(true);
			if (activity.produces !== 'nothing') {
				expect(activity.complete(settings, empty)).toBe(false);
			}
		}
	});

	test('rows that can be counted have ids of their own', () => {
		for (const { settings } of fixtures) {
			const ids = activity.tallyRows?.(settings).map(({ id }) => id) ?? [];
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	test('a counted answer is an id or a short word, never free text', () => {
		if (activity.disclosure === 'people') expect(activity.answers).toBeDefined();
		for (const { settings, contributions } of fixtures) {
			for (const { body } of contributions) {
				for (const answer of Object.values(activity.answers?.(settings, body) ?? {})) {
					expect(answer.length).toBeLessThanOrEqual(64);
				}
			}
		}
	});

	test('texts hidden by moderation are gone, the rest stays', () => {
		for (const { contributions } of fixtures) {
			for (const { body } of contributions) {
				const texts = activity.texts?.(body) ?? [];
				const all = new Set(texts.map(({ id }) => id));
				const rest = activity.without_texts?.(body, all);
				if (rest !== undefined) {
					expect(safeParse(activity.body, rest).success).toBe(true);
					expect(activity.texts?.(rest) ?? []).toEqual([]);
				}
				if (activity.without_texts) {
					expect(activity.without_texts(body, new Set())).toEqual(body);
				}
			}
		}
	});

	test('every fixture has report blocks in every language, and nothing in them is undefined', () => {
		for (const locale of LOCALES) {
			const t = strictTranslate(kind, locale);
			for (const { settings, contributions, result } of fixtures) {
				const full = activity.report(settings, disclosed(contributions.length, result), t);
				const hidden = activity.report(
					settings,
					{ people: 2, total: undefined, cells: [], note: 'too-few' },
					t
				);
				for (const blocks of [full, hidden]) {
					const text = JSON.stringify(blocks, (_, value: unknown) =>
						value === undefined ? 'undefined' : value
					);
					expect(text).not.toContain('undefined');
					expect(text).not.toContain('[object');
				}
				if (activity.produces !== 'nothing') expect(full.length).toBeGreaterThan(0);
				for (const block of full) {
					if (block.type !== 'list' && block.type !== 'quotes') continue;
					const ids = block.items.map(({ id }) => id);
					expect(new Set(ids).size).toBe(ids.length);
				}
			}
		}
	});

	test('both languages have the same messages with the same variables, all under its own name', () => {
		const [en, cs] = LOCALES.map((locale) => messageTable(messages[`${locale}.ftl`] ?? ''));
		expect(en?.size).toBeGreaterThan(0);
		expect(Object.fromEntries(cs ?? [])).toEqual(Object.fromEntries(en ?? []));
		for (const id of en?.keys() ?? []) expect(id.startsWith(`${kind.kind}-`)).toBe(true);
	});

	test('every message asked for by name exists', () => {
		const known = messageTable(messages['en.ftl'] ?? '');
		const asked = Object.entries(sources)
			.filter(([name]) => !name.endsWith('.test.ts'))
			.flatMap(([, source]) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, id]) => id));
		expect(asked.filter((id) => id !== undefined && !known.has(id))).toEqual([]);
	});

	test('its messages can be loaded alone', async () => {
		for (const locale of LOCALES) {
			expect(await loadKindMessages(kind.kind, locale)).toBe(messages[`${locale}.ftl`]);
		}
		expect(await loadKindMessages(kind.kind, 'xx')).toBe('');
	});
});
