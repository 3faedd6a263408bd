import type { Disclosed } from '../activity.ts';
import type { ScaleResult } from './reduce.ts';
import type { ScaleSettings } from './schema.ts';

/** One statement in both rounds. People are not paired: these are two pictures of the room. */
export interface Comparison {
	readonly id: string;
	readonly text: string;
	readonly before: number;
	readonly after: number;
	readonly peopleBefore: number;
	readonly peopleAfter: number;
}

/** The statements that were asked before and after, and may be shown both times. */
export function comparisons(
	settings: ScaleSettings,
	before: Disclosed<ScaleResult> | undefined,
	after: Disclosed<ScaleResult> | undefined
): readonly Comparison[] {
	if (!before?.total || !after?.total) return [];
	const earlier = new Map(before.total.statements.map((one) => [one.id, one]));
	const later = new Map(after.total.statements.map((one) => [one.id, one]));
	return settings.statements.flatMap(({ id, text }) => {
		const a = earlier.get(id);
		const b = later.get(id);
		if (a?.median === undefined || b?.median === undefined) return [];
		// Another number of points is another scale.
		if (a.counts.length !== b.counts.length) return [];
		return [
			{
				id,
				text,
				before: a.median,
				after: b.median,
				peopleBefore: a.rated,
				peopleAfter: b.rated
			}
		];
	});
}
