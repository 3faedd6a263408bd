import * as v from 'valibot';
import type { CommonSettings, Item } from '../activity.ts';
import { freeText } from '../engines/collect/body.ts';
import type { Fields } from '../field.ts';

export interface WordsSettings extends CommonSettings {
	readonly per_person: number;
	readonly max_words: number;
}

/** Longest answer in characters, whatever the number of words. */
export const LONGEST = 40;
/** Most answers any script may allow. */
export const MOST = 5;

export const fields = {
	per_person: {
		type: 'number',
		min: 1,
		max: MOST,
		default: 1,
		help: 'How many answers one person can give.'
	},
	max_words: {
		type: 'number',
		min: 1,
		max: 3,
		default: 1,
		help: 'How many words one answer may have.'
	}
} satisfies Fields;

/** The answers of one person; fields left empty stay empty. */
export const body = v.strictObject({
	words: v.pipe(v.array(freeText(LONGEST)), v.maxLength(MOST))
});
export type WordsBody = v.InferOutput<typeof body>;

/** One word with all its spellings put together; `text` is the most frequent one. */
export interface CountedWord extends Item {
	readonly count: number;
}
export interface WordsResult {
	/** People who gave at least one word. */
	readonly people: number;
	/** Most people first, then by spelling. */
	readonly words: readonly CountedWord[];
}
