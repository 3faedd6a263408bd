import { formatList } from '#lib/i18n/format.ts';
import { languageNameIn } from '#lib/i18n/locales.ts';
import type { Translate } from '#lib/i18n/translator.ts';
import type { LanguageState } from './workshop-row.ts';

/** More languages than this are counted, fewer are named. */
const NAMED = 3;

/**
 * The languages of a workshop in one line: named while there are few, counted when there are many;
 * drafts and those not finished are said, never hidden.
 */
export function languageWords(
	t: Translate,
	locale: string,
	languages: readonly LanguageState[]
): string {
	const drafts = languages.filter(({ state }) => state === 'draft').length;
	if (languages.length > NAMED) {
		return t('library-languages', { count: languages.length - drafts, drafts });
	}
	return formatList(
		locale,
		languages.map((each) => languageWord(t, locale, each))
	);
}

/** One language with its state: `Czech`, `Czech (draft)`, `Czech (92 %)`. */
export function languageWord(t: Translate, locale: string, each: LanguageState): string {
	const name = languageNameIn(each.locale, locale);
	switch (each.state) {
		case 'ready':
			return each.percent < 100
				? t('library-language-part', { name, percent: each.percent })
				: name;
		case 'draft':
			return t('library-language-draft', { name });
		case 'incomplete':
			return t('library-language-part', { name, percent: each.percent });
		default:
			return each.state satisfies never;
	}
}
