import type { CommonSettings } from '../../activity.ts';
import { cellFloor } from '../../disclose.ts';

/** How many people gave one answer. */
export interface Count {
	readonly id: string;
	readonly count: number;
}

/** Id of the answers put together because few people gave them; no id of a script looks like this. */
export const OTHERS = '+';

/**
 * Puts answers of fewer than `k` people together, and further ones until those together are nobody
 * or at least `k`. For what people say about themselves (sphere, language): a single one must not
 * be found in the room by a number. Order is kept, `OTHERS` comes last.
 */
export function mergeSmall(counts: readonly Count[], k: number): readonly Count[] {
	const hidden = new Set(counts.filter(({ count }) => count > 0 && count < k).map(({ id }) => id));
	const sum = () =>
		counts.filter(({ id }) => hidden.has(id)).reduce((all, { count }) => all + count, 0);
	const next = () =>
		counts
			.filter(({ id, count }) => count > 0 && !hidden.has(id))
			.sort((a, b) => a.count - b.count)[0];
	// One hidden answer alone could be taken for itself, so it never stays alone.
	while (hidden.size > 0 && (sum() < k || hidden.size === 1)) {
		const more = next();
		if (!more) break;
		hidden.add(more.id);
	}
	const shown = counts.filter(({ id }) => !hidden.has(id));
	return hidden.size === 0 ? shown : [...shown, { id: OTHERS, count: sum() }];
}

/** The same with the smallest number of people this step may show. */
export const mergeForStep = (
	settings: CommonSettings,
	counts: readonly Count[]
): readonly Count[] => mergeSmall(counts, cellFloor(settings));
