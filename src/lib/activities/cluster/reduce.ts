import { fits, tidy } from '#lib/base/text.ts';
import type { Contribution, Item } from '../activity.ts';
import { inOrder } from '../engines/collect/capped.ts';
import { NAME_LENGTH } from './schema.ts';
import type { ClusterBody, ClusterResult, ClusterSettings, Heap } from './schema.ts';

export const blank = (): ClusterBody => ({ names: [] });

const isName = (name: string): boolean => tidy(name) !== '' && fits(tidy(name), NAME_LENGTH);

/** Proposals: at least one name. A board: at least one heap with cards, named where the script wants it. */
export function complete(settings: ClusterSettings, body: ClusterBody): boolean {
	if ('names' in body) {
		const given = body.names.filter(({ name }) => tidy(name) !== '');
		return given.length > 0 && given.every(({ name }) => isName(name));
	}
	const heaps = body.clusters.filter(({ items }) => items.length > 0);
	return heaps.length > 0 && (!settings.name_required || heaps.every(({ name }) => isName(name)));
}

/**
 * The board as the facilitator left it: only cards that exist, each once; everything else is loose.
 * Boards from anybody else count for nothing; of several the one with the greatest id holds.
 */
export function reduce(
	settings: ClusterSettings,
	contributions: readonly Contribution<ClusterBody>[]
): ClusterResult {
	const boards = inOrder(contributions).flatMap(({ source, body }) =>
		source === 'facilitator' && 'clusters' in body ? [body.clusters] : []
	);
	const free = new Set(settings.items?.map(({ id }) => id));
	const seen = new Set<string>();
	const clusters: Heap[] = [];
	for (const heap of (boards.at(-1) ?? []).slice(0, settings.max_clusters)) {
		if (seen.has(heap.id)) continue;
		seen.add(heap.id);
		const items = heap.items.filter((id) => free.delete(id));
		clusters.push({ id: heap.id, name: tidy(heap.name), items });
	}
	return { clusters, loose: [...free] };
}

/** Named heaps with cards; unnamed ones do not go on. */
export const items = (_: ClusterSettings, { clusters }: ClusterResult): readonly Item[] =>
	clusters
		.filter((heap) => heap.name !== '' && heap.items.length > 0)
		.map(({ id, name, items: from }) => ({ id, text: name, count: from.length, from }));

/** Names people proposed, by heap; the same words once, with how many people used them. */
export function proposals(
	contributions: readonly Contribution<ClusterBody>[]
): ReadonlyMap<string, readonly { readonly name: string; readonly count: number }[]> {
	const byHeap = new Map<string, Map<string, number>>();
	for (const { body } of inOrder(contributions)) {
		if (!('names' in body)) continue;
		for (const { cluster, name } of body.names) {
			if (!isName(name)) continue;
			const names = byHeap.get(cluster) ?? new Map<string, number>();
			byHeap.set(cluster, names.set(tidy(name), (names.get(tidy(name)) ?? 0) + 1));
		}
	}
	return new Map(
		[...byHeap].map(([cluster, names]) => [
			cluster,
			[...names].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
		])
	);
}
