import { allKindMessages } from '#lib/activities/messages.ts';
import { isLocale, languageName, SOURCE_LOCALE, type Locale } from '#lib/i18n/locales.ts';
import { loadTranslator } from '#lib/i18n/messages.ts';
import type { Translate } from '#lib/i18n/translator.ts';
import type { Report } from '#lib/report/model.ts';

/** Languages a report can be in: those of the phones in which the tool itself speaks, at least one. */
export function reportLocales(phoneLanguages: readonly string[]): readonly Locale[] {
	const found = [...new Set(phoneLanguages.filter(isLocale))];
	return found.length > 0 ? found : [SOURCE_LOCALE];
}

/** Words of the report in its own language, which need not be the one of the screen. */
export const reportWords = async (locale: Locale): Promise<Translate> =>
	loadTranslator(locale, ['common', 'report'], await allKindMessages(locale));

/** The words of every language a report can be in. */
export async function allReportWords(
	locales: readonly Locale[]
): Promise<ReadonlyMap<Locale, Translate>> {
	const words = await Promise.all(locales.map(reportWords));
	return new Map(locales.flatMap((locale, at) => (words[at] ? [[locale, words[at]]] : [])));
}

/** The language to begin with: that of the screen where the report has it. */
export const firstLocale = (locales: readonly Locale[], screen: Locale): Locale =>
	locales.includes(screen) ? screen : (locales[0] ?? SOURCE_LOCALE);

/** What stands at the foot of every page. */
export const footOf = ({ workshop, locale }: Report, t: Translate): string =>
	t('report-foot', {
		id: workshop.id,
		version: workshop.version,
		language: languageName(locale)
	});
