import { SOURCE_LOCALE } from './locales.ts';
import { createTranslator, type MessageSource, type Translate } from './translator.ts';

/** Parts of the interface whose words travel together. A phone loads `common` and `join` only. */
export const AREAS = [
	'common',
	'library',
	'settings',
	'prepare',
	'run',
	'stage',
	'join',
	'report',
	'print'
] as const;

export type Area = (typeof AREAS)[number];

const files = import.meta.glob<string>(['./messages/*.ftl', '!./messages/error.*.ftl'], {
	query: '?raw',
	import: 'default'
});

/** The words of one area in one language, or in English where that language has no such file. */
async function loadArea(area: Area, locale: string): Promise<MessageSource> {
	const own = files[`./messages/${area}.${locale}.ftl`];
	if (own) return { locale, texts: [await own()] };
	const source = files[`./messages/${area}.${SOURCE_LOCALE}.ftl`];
	if (!source) throw new Error(`There are no messages for the area "${area}".`);
	return { locale: SOURCE_LOCALE, texts: [await source()] };
}

/**
 * Loads the words of some areas in one language. `extra` are further Fluent texts in the same
 * language (those of the activity kinds).
 */
export async function loadTranslator(
	locale: string,
	areas: readonly Area[],
	extra: readonly string[] = []
): Promise<Translate> {
	const sources = await Promise.all(areas.map((area) => loadArea(area, locale)));
	return createTranslator([...merged(sources), { locale, texts: extra }], complain);
}

// One bundle per language, so that a message can refer to a term of another area.
function merged(sources: readonly MessageSource[]): readonly MessageSource[] {
	const locales = [...new Set(sources.map((source) => source.locale))];
	return locales.map((locale) => ({
		locale,
		texts: sources.flatMap((source) => (source.locale === locale ? source.texts : []))
	}));
}

// A missing message is a bug: loud in tests, an id on the screen otherwise.
function complain(trouble: string): void {
	if (import.meta.env.MODE === 'test') throw new Error(trouble);
	if (import.meta.env.DEV) console.warn(trouble);
}
