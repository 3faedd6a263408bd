import type { CountedWord } from './schema.ts';

/** A word with its size on the stage. */
export interface StageWord extends CountedWord {
	readonly size: 'prompt' | 'lead' | 'body' | 'min';
}

// In percent of the stage height, for a 16:10 stage with the prompt in two languages above.
const WIDTH = 140;
const HEIGHT = 52;
const EM = { prompt: 10, lead: 8, body: 6.25, min: 5 } as const;
const LARGEST_FIRST = ['prompt', 'lead', 'body', 'min'] as const;

function sizeOf(count: number, most: number, least: StageWord['size']): StageWord['size'] {
	const byCount =
		count === most && most > 1
			? 'prompt'
			: count > 1 && count >= most / 2
				? 'lead'
				: count > 1
					? 'body'
					: 'min';
	return LARGEST_FIRST.find((size) => size === byCount || size === least) ?? 'min';
}

interface StageWords {
	readonly shown: readonly StageWord[];
	/** How many words there was no room for. */
	readonly rest: number;
}

/**
 * The words that fit, in the order of the result and sized by how many people gave them: few words
 * are larger throughout. The order is never shuffled for looks.
 */
export function stageWords(words: readonly CountedWord[]): StageWords {
	for (const least of ['lead', 'body'] as const) {
		const all = fill(words, least);
		if (all.rest === 0) return all;
	}
	return fill(words, 'min');
}

function fill(words: readonly CountedWord[], least: StageWord['size']): StageWords {
	const most = Math.max(0, ...words.map(({ count }) => count));
	const shown: StageWord[] = [];
	let used = 0;
	let line = 0;
	let height = 0;
	for (const word of words) {
		const size = sizeOf(word.count, most, least);
		const em = EM[size];
		const width = (word.text.length + String(word.count).length + 1) * em * 0.58 + 6;
		if (line + width > WIDTH || height === 0) {
			used += height;
			line = 0;
			height = em * 1.4 * Math.max(1, Math.ceil(width / WIDTH));
		}
		if (used + height > HEIGHT && shown.length > 0) break;
		line += width;
		shown.push({ ...word, size });
	}
	return { shown, rest: words.length - shown.length };
}
