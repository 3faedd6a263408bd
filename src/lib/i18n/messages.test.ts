import { FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';
import { LOCALES, SOURCE_LOCALE } from './locales.ts';
import { loadTranslator } from './messages.ts';

const files = import.meta.glob<string>('./messages/*.ftl', {
	query: '?raw',
	import: 'default',
	eager: true
});
const sources = import.meta.glob<string>(
	['../components/*.{svelte,ts}', '../../routes/**/*.{svelte,ts}', './*.ts'],
	{
		query: '?raw',
		import: 'default',
		eager: true
	}
);

const areas = [
	...new Set(Object.keys(files).map((path) => path.split('/').at(-1)?.split('.')[0] ?? ''))
];

/** Message ids of a file, with the names of the variables each one uses. */
function messages(area: string, locale: string): ReadonlyMap<string, readonly string[]> {
	const text = files[`./messages/${area}.${locale}.ftl`] ?? '';
	return new Map(
		new FluentResource(text).body.map((entry) => [entry.id, variables(entry.value)] as const)
	);
}

function variables(node: unknown): readonly string[] {
	const found = new Set<string>();
	const walk = (part: unknown): void => {
		if (Array.isArray(part)) part.forEach(walk);
		else if (part && typeof part === 'object') {
			const fields = part as Record<string, unknown>;
			if (fields['type'] === 'var') found.add(String(fields['name']));
			Object.values(fields).forEach(walk);
		}
	};
	walk(node);
	return [...found].sort();
}

/** How many messages begin in a file, counted by hand: what the parser drops is a mistake. */
const written = (text: string): number => text.match(/^[a-z][\w-]* =/gm)?.length ?? 0;

test('every message file is read whole, and names its messages after its area', () => {
	for (const [path, text] of Object.entries(files)) {
		const area = path.split('/').at(-1)?.split('.')[0];
		const body = new FluentResource(text).body;
		expect(body.length, path).toBe(written(text));
		for (const { id } of body) expect(id, path).toMatch(new RegExp(`^${area}-`));
		expect(new Set(body.map(({ id }) => id)).size, `${path} says something twice`).toBe(
			body.length
		);
	}
});

test.each(areas)(
	'the words of %s are the same messages with the same variables everywhere',
	(area) => {
		const source = messages(area, SOURCE_LOCALE);
		for (const locale of LOCALES) expect(messages(area, locale), locale).toEqual(source);
	}
);

test('every message a screen or component asks for exists', () => {
	const known = new Set(areas.flatMap((area) => [...messages(area, SOURCE_LOCALE).keys()]));
	const asked = Object.entries(sources).flatMap(([path, text]) =>
		path.endsWith('.test.ts')
			? []
			: [...text.matchAll(/['"`]((?:common|library|settings|error)-[a-z0-9-]+)['"`]/g)].map(
					(match) => [path, match[1]]
				)
	);
	expect(asked.length).toBeGreaterThan(20);
	for (const [path, id] of asked) expect(known.has(id ?? ''), `${path}: ${id}`).toBe(true);
});

test('Czech counts people in its own plural forms', async () => {
	const t = await loadTranslator('cs', ['common']);
	expect([1, 3, 5, 21].map((count) => t('common-people', { count }))).toEqual([
		'1 člověk',
		'3 lidé',
		'5 lidí',
		'21 lidí'
	]);
});

test('a language without interface words gets the English ones', async () => {
	const t = await loadTranslator('uk', ['common']);
	expect(t('common-send')).toBe('Send');
});

test('further messages are taken beside those of the areas', async () => {
	const t = await loadTranslator('en', ['common'], ['ideas-again = Write another card']);
	expect(t('ideas-again')).toBe('Write another card');
});

test('a message that is missing is a loud mistake in tests', async () => {
	const t = await loadTranslator('en', ['common']);
	expect(() => t('common-nothing-like-this')).toThrow('common-nothing-like-this');
});
