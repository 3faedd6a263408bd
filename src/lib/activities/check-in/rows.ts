import type { Translate } from '../activity.ts';
import { OTHERS, type Count } from '../engines/collect/merge-small.ts';
import { UNSAID, type CheckInResult, type CheckInSettings } from './schema.ts';

/** One line of a result: words, picture and number of people. */
export interface Row extends Count {
	readonly label: string;
	readonly lang?: string;
	/** The label in the second stage language. */
	readonly second?: string;
	readonly picture?:
		| { readonly type: 'sphere'; readonly id: string }
		| { readonly type: 'mood'; readonly mood: number };
}
export interface Part {
	readonly id: 'sphere' | 'language' | 'mood';
	readonly title: string;
	readonly rows: readonly Row[];
}

/** Name of a language in that language; the tag where nobody knows it. */
export function languageName(tag: string): string {
	try {
		return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
	} catch {
		// A tag of the right form can still be one that does not exist.
		return tag;
	}
}

export const moodWord = (mood: number, t: Translate): string =>
	[
		t('check-in-mood-1'),
		t('check-in-mood-2'),
		t('check-in-mood-3'),
		t('check-in-mood-4'),
		t('check-in-mood-5')
	][mood - 1] ?? String(mood);

/** The asked parts of a result in words; parts nobody answered are left out. */
export function partsOf(
	settings: CheckInSettings,
	result: CheckInResult,
	t: Translate,
	second?: CheckInSettings
): readonly Part[] {
	const titleOf = (from: CheckInSettings | undefined, id: string) =>
		from?.roles?.find((role) => role.id === id)?.title;
	const sphere = ({ id, count }: Count): Row => {
		if (id === OTHERS) return { id, count, label: t('check-in-others') };
		const picture = { type: 'sphere', id } as const;
		if (id === UNSAID) return { id, count, label: t('check-in-unsaid'), picture };
		const other = titleOf(second, id);
		const label = titleOf(settings, id) ?? id;
		return { id, count, label, picture, ...(other ? { second: other } : {}) };
	};
	const language = ({ id, count }: Count): Row =>
		id === OTHERS
			? { id, count, label: t('check-in-other-languages') }
			: { id, count, label: languageName(id), lang: id };
	const mood = ({ id, count }: Count): Row => ({
		id,
		count,
		label: moodWord(Number(id), t),
		picture: { type: 'mood', mood: Number(id) }
	});
	const parts: readonly Part[] = [
		{ id: 'sphere', title: t('check-in-sphere'), rows: result.spheres.map(sphere) },
		{ id: 'language', title: t('check-in-language'), rows: result.languages.map(language) },
		{ id: 'mood', title: t('check-in-mood'), rows: result.moods.map(mood) }
	];
	return parts.filter(({ rows }) => rows.some(({ count }) => count > 0));
}
