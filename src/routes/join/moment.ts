import type { CommonSettings } from '#lib/activities/activity.ts';
import type { Now, NowTexts } from '#lib/session/now.ts';

/** The offered language closest to the wanted one: itself, another form of it, else the first offered. */
export function closest(wanted: string, offered: readonly string[]): string {
	return (
		offered.find((tag) => tag === wanted) ??
		offered.find((tag) => sameLanguage(tag, wanted)) ??
		offered[0] ??
		wanted
	);
}

/** Texts of the present step in the person's language, or in the first there is. */
export function textsOf(now: Now, locale: string): NowTexts | undefined {
	return now.texts[closest(locale, Object.keys(now.texts))];
}

/** What one screen of the phone is about. */
export type ScreenKind = 'before' | 'idle' | 'card' | 'activity' | 'ended';

/** Which screen the moment asks for. Results that are on the stage only send people's eyes there. */
export function screenOf(now: Now | undefined, texts: NowTexts | undefined): ScreenKind {
	if (now?.session.status === 'ended') return 'ended';
	if (!now?.step || now.session.status === 'prepared') return 'before';
	const { kind, phase } = now.step;
	const card = texts?.phone.title !== undefined || texts?.phone.body !== undefined;
	if (kind !== undefined && texts?.activity && phase !== 'waiting') return 'activity';
	return card && phase !== 'waiting' ? 'card' : 'idle';
}

/** Settings as a view needs them: what people made before comes beside the script's own texts. */
export function settingsOf(now: Now, texts: NowTexts): CommonSettings | undefined {
	const settings = texts.activity?.settings;
	if (!settings) return undefined;
	const items = now.items ?? settings.items;
	return {
		...settings,
		...(items ? { items } : {}),
		...(settings.kind === 'check-in' ? { languages: now.session.languages } : {})
	};
}

/** What a screen reader or the read-aloud button says of a step, in order. */
export const spoken = (...parts: readonly (string | undefined)[]): string =>
	parts
		.map((part) => part?.trim())
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?…:]$/.test(part ?? '') ? part : `${part}.`))
		.join(' ');

/** Two tags of one language, whatever their script, region or simple words. */
export const sameLanguage = (a: string, b: string): boolean => languageOf(a) === languageOf(b);

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
