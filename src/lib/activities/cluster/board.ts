import { tidy } from '#lib/base/text.ts';
import type { ClusterBody, Heap } from './schema.ts';

type Board = Extract<ClusterBody, { clusters: unknown }>;

const bodyOf = (heaps: readonly Heap[]): Board => ({
	clusters: heaps.map(({ id, name, items }) => ({ id, name, items: [...items] }))
});

/** Puts cards at the end of a heap, or back among the loose ones when no heap is named. */
export function move(
	heaps: readonly Heap[],
	cards: ReadonlySet<string>,
	to: string | undefined
): Board {
	return bodyOf(
		heaps.map((heap) => {
			const items = heap.items.filter((id) => !cards.has(id));
			return { ...heap, items: heap.id === to ? [...items, ...cards] : items };
		})
	);
}

/** A new heap of these cards, at the end. */
export const addHeap = (heaps: readonly Heap[], id: string, cards: ReadonlySet<string>): Board =>
	move([...heaps, { id, name: '', items: [] }], cards, id);

export const rename = (heaps: readonly Heap[], id: string, name: string): Board =>
	bodyOf(heaps.map((heap) => (heap.id === id ? { ...heap, name: tidy(name) } : heap)));

/** Takes a heap apart; its cards are loose again. */
export const dissolve = (heaps: readonly Heap[], id: string): Board =>
	bodyOf(heaps.filter((heap) => heap.id !== id));
