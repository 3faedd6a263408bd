import { isLocale, SOURCE_LOCALE } from './locales.ts';
import { createTranslator, type Translate } from './translator.ts';

// In the first load on purpose: words for a failure must not have to be fetched when something fails.
const texts = import.meta.glob<string>('./messages/error.*.ftl', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** Words of the last screen, always at hand. */
export function errorWords(locale: string): Translate {
	const tag = isLocale(locale) ? locale : SOURCE_LOCALE;
	return createTranslator([{ locale: tag, texts: [texts[`./messages/error.${tag}.ftl`] ?? ''] }]);
}
