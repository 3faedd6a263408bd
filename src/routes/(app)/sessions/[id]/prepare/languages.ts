import type { SessionSnapshot } from '#lib/script/snapshot.ts';
import { textsOf } from '#lib/script/texts.ts';
import { completenessOf, mayOffer, type Count } from '#lib/script/translate.ts';

/** One language of the workshop, for each audience that may be offered it. */
export interface LanguageOffer {
	readonly locale: string;
	readonly phone: Count;
	readonly stage: Count;
	/** Nothing is missing, so people may choose it. */
	readonly onPhones: boolean;
	readonly onStage: boolean;
	/** Some of its texts nobody has reviewed yet. */
	readonly draft: boolean;
}

/** Languages of a session's script, its own first; simple words are a way of writing, not a language. */
export function languageOffers(snapshot: SessionSnapshot): readonly LanguageOffer[] {
	const { script, texts } = snapshot;
	const entries = textsOf(script);
	return [script.language, ...Object.keys(texts)]
		.filter((locale, at, all) => !locale.endsWith('-simple') && all.indexOf(locale) === at)
		.map((locale) => {
			const own = locale === script.language;
			const { P, S } = completenessOf(entries, (key) =>
				own ? 'ok' : (texts[locale]?.[key]?.state ?? 'missing')
			);
			return {
				locale,
				phone: P,
				stage: S,
				onPhones: mayOffer(P, script.status),
				onStage: mayOffer(S, script.status),
				draft: P.draft + S.draft > 0
			};
		});
}
