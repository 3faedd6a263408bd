import { stageLines } from '../engines/choose/stage-fit.ts';
import type { ClusterResult, ClusterSettings, Heap } from './schema.ts';

/** Heaps for the stage, a page at a time: as many as can be read at once. */
export function stagePlan(
	settings: ClusterSettings,
	result: ClusterResult
): readonly (readonly Heap[])[] {
	const heaps = result.clusters.filter(({ items }) => items.length > 0);
	const prompt = settings.prompt ?? '';
	const pages: Heap[][] = [];
	for (let start = 0; start < heaps.length;) {
		const rest = heaps.slice(start);
		const count = stageLines(
			{ label: prompt, second: prompt },
			rest.map(({ name }) => ({ label: name, second: '' })),
			{ foot: true }
		);
		pages.push(rest.slice(0, count));
		start += Math.max(1, count);
	}
	return pages;
}
