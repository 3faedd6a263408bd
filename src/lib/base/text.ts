const segmenter =
	typeof Intl.Segmenter === 'function'
		? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
		: undefined;

/** How many characters a person would count: letters with their marks, emoji as one. */
export function graphemeCount(text: string): number {
	return segmenter ? [...segmenter.segment(text)].length : [...text].length;
}

/** Bytes one counted character may take on average; keeps stacked marks from filling an entry. */
const BYTES_EACH = 12;

/** True when the text is at most `max` characters as people count them, and not absurdly many bytes. */
export function fits(text: string, max: number): boolean {
	if (text.length > max * BYTES_EACH) return false;
	return (
		new TextEncoder().encode(text).length <= max * BYTES_EACH &&
		(text.length <= max || graphemeCount(text) <= max)
	);
}

// Control characters, and the bidi embeddings, overrides and isolates that could reorder what stands around a text.
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** What a person meant: composed, on one line, without control characters or outer space. Letters stay as typed. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
}

/** Key under which two spellings are the same word: case and outer punctuation do not count, diacritics do. */
export function foldKey(text: string): string {
	const folded = tidy(text).toLowerCase().normalize('NFC');
	return folded.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '') || folded;
}

/** A short stable name for a text (53 bits, base 36): for ids, never for security. */
export function textHash(text: string): string {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Order of strings by code unit: the same on every device, whatever its language. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
