import { byCodeUnit, fits, foldKey, textHash, tidy } from '#lib/base/text.ts';
import type { Contribution } from '../activity.ts';
import { inOrder } from '../engines/collect/capped.ts';
import { LONGEST } from './schema.ts';
import type { CountedWord, WordsBody, WordsResult, WordsSettings } from './schema.ts';

export const blank = (): WordsBody => ({ words: [] });

const wordCount = (text: string): number => tidy(text).split(' ').length;

/** True when the answer has more words than the step allows; an empty one has none. */
export const hasTooManyWords = (settings: WordsSettings, text: string): boolean =>
	wordCount(text) > settings.max_words;

const isUsable = (settings: WordsSettings, text: string): boolean =>
	tidy(text) !== '' && !hasTooManyWords(settings, text) && fits(tidy(text), LONGEST);

export const complete = (settings: WordsSettings, { words }: WordsBody): boolean => {
	const given = words.filter((word) => tidy(word) !== '');
	return given.length > 0 && given.every((word) => isUsable(settings, word));
};

interface Heap {
	readonly spellings: Map<string, number>;
	readonly people: Set<string>;
	readonly langs: Set<string>;
}

/** Spellings that differ only by case and punctuation are one word; each person counts once for it. */
export function reduce(
	settings: WordsSettings,
	contributions: readonly Contribution<WordsBody>[]
): WordsResult {
	const heaps = new Map<string, Heap>();
	const people = new Set<string>();
	for (const { person, lang, body } of inOrder(contributions)) {
		const usable = body.words.filter((word) => isUsable(settings, word));
		for (const word of usable.slice(0, settings.per_person)) {
			const key = foldKey(word);
			const heap = heaps.get(key) ?? {
				spellings: new Map<string, number>(),
				people: new Set<string>(),
				langs: new Set<string>()
			};
			heaps.set(key, heap);
			people.add(person);
			heap.people.add(person);
			heap.langs.add(lang ?? '');
			heap.spellings.set(tidy(word), (heap.spellings.get(tidy(word)) ?? 0) + 1);
		}
	}
	const taken = new Set<string>();
	const words = [...heaps]
		.sort(([a], [b]) => byCodeUnit(a, b))
		.map(([key, heap]): CountedWord => {
			const [lang] = heap.langs;
			return {
				id: freeId(taken, `w-${textHash(key)}`),
				text: mostFrequent(heap.spellings),
				...(heap.langs.size === 1 && lang ? { lang } : {}),
				count: heap.people.size
			};
		});
	return { people: people.size, words: words.sort((a, b) => b.count - a.count) };
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
	const sorted = [...spellings].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
	return sorted[0]?.[0] ?? '';
}

/** Two different words with the same hash are made by hand only; they still must not be one item. */
function freeId(taken: Set<string>, wanted: string): string {
	let id = wanted;
	for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
	taken.add(id);
	return id;
}
