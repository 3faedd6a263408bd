import { stableJson } from '#lib/session/short-hash.ts';

/** Two plain values say the same, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean => stableJson(a) === stableJson(b);

/**
 * True when a form that was made for `example` can show the value: the same sort of thing, with every
 * part the example has. Half-typed answers need not be whole, but may not break the form.
 */
export function shapedLike(value: unknown, example: unknown): boolean {
	if (Array.isArray(example) || Array.isArray(value))
		return Array.isArray(example) && Array.isArray(value);
	if (typeof example !== typeof value) return false;
	if (typeof example !== 'object' || example === null) return true;
	if (typeof value !== 'object' || value === null) return false;
	const parts = new Map(Object.entries(value));
	return Object.entries(example).every(
		([key, part]) => part === undefined || shapedLike(parts.get(key), part)
	);
}

/** Every text in a plain value, in the order of its parts. */
export function strings(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
