/** Languages of the interface. Every one is complete; a test compares them message by message. */
export const LOCALES = ['en', 'cs'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language every message exists in, and the one shown where another has no text. */
export const SOURCE_LOCALE: Locale = 'en';

/** True for a tag the interface itself is written in. */
export const isLocale = (tag: string): tag is Locale => LOCALES.some((locale) => locale === tag);

/** The first of the wanted tags the interface has, judged by language (`cs-CZ` is `cs`); else English. */
export function pickLocale(wanted: readonly string[]): Locale {
	for (const tag of wanted) {
		const language = tag.toLowerCase().split('-')[0] ?? '';
		if (isLocale(language)) return language;
	}
	return SOURCE_LOCALE;
}

/** Name of a language in that language, with a capital first letter; the tag itself when nobody knows it. */
export function languageName(tag: string): string {
	return nameIn(tag, tag);
}

/** Name of a language in another language, as in a list: `languageNameIn('uk', 'cs')` is `ukrajinština`. */
export function languageNameIn(tag: string, locale: string): string {
	return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

function nameIn(tag: string, locale: string): string {
	const name = languageNameIn(tag, locale);
	const [first = '', ...rest] = name;
	return first.toLocaleUpperCase(locale) + rest.join('');
}
