import { FluentResource } from '@fluent/bundle';
import { createTranslator } from '#lib/i18n/translator.ts';
import type { Activity, CommonSettings, Disclosed, Fixture, Translate } from './activity.ts';
import { activities } from './registry.ts';

/** For the contract tests only: everything a kind's folder holds besides its views. */
export interface KindUnderTest {
	readonly kind: string;
	readonly activity: Activity;
	readonly fixtures: readonly Fixture<CommonSettings, unknown, unknown>[];
	/** Fluent source by locale. */
	readonly messages: Readonly<Record<string, string>>;
	/** Source of views, report and the rest by file name. */
	readonly sources: Readonly<Record<string, string>>;
}

export const LOCALES = ['en', 'cs'] as const;

const fixtures = import.meta.glob<readonly Fixture<CommonSettings, unknown, unknown>[]>(
	'./*/fixtures.ts',
	{ eager: true, import: 'fixtures' }
);
const messages = import.meta.glob<string>('./*/messages/*.ftl', {
	eager: true,
	query: '?raw',
	import: 'default'
});
const sources = import.meta.glob<string>('./*/*.{ts,svelte}', {
	eager: true,
	query: '?raw',
	import: 'default'
});

const inside = <T>(files: Record<string, T>, folder: string): Record<string, T> =>
	Object.fromEntries(
		Object.entries(files)
			.filter(([path]) => path.startsWith(folder))
			.map(([path, value]) => [path.slice(folder.length), value])
	);

/** Every kind the registry finds. */
export const kinds: readonly KindUnderTest[] = [...activities].map(([kind, activity]) => ({
	kind,
	activity,
	fixtures: fixtures[`./${kind}/fixtures.ts`] ?? [],
	messages: inside(messages, `./${kind}/messages/`),
	sources: inside(sources, `./${kind}/`)
}));

/** Message ids of a Fluent file with the variables each one uses, sorted. */
export function messageTable(source: string): ReadonlyMap<string, readonly string[]> {
	const table = new Map<string, readonly string[]>();
	for (const { id, value, attributes } of new FluentResource(source).body) {
		const names = new Set<string>();
		JSON.stringify([value, attributes], (_, node: unknown) => {
			if (typeof node === 'object' && node !== null && 'type' in node && 'name' in node) {
				if (node.type === 'var') names.add(String(node.name));
			}
			return node;
		});
		table.set(id, [...names].sort());
	}
	return table;
}

/** The kind's words in one language; a missing message or variable is an error, not a fallback. */
export function strictTranslate(kind: KindUnderTest, locale: string): Translate {
	const texts = [kind.messages[`${locale}.ftl`] ?? ''];
	return createTranslator([{ locale, texts }], (trouble) => {
		throw new Error(`${kind.kind} (${locale}): ${trouble}`);
	});
}

/** The result as it is shown when nothing has to be protected. */
export const disclosed = (people: number, total: unknown): Disclosed<unknown> => ({
	people,
	total,
	cells: []
});
