/**
 * Remembers the order in which things were first seen, so that what comes later is added at the end
 * and nothing moves that people are reading. One per view.
 */
export class KeptOrder {
	readonly #place = new Map<string, number>();

	/** The same things, those seen earlier first. */
	arrange<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
		for (const { id } of things) if (!this.#place.has(id)) this.#place.set(id, this.#place.size);
		return [...things].sort((a, b) => (this.#place.get(a.id) ?? 0) - (this.#place.get(b.id) ?? 0));
	}
}
