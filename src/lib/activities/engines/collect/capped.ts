import type { Contribution } from '../../activity.ts';
import { byCodeUnit } from '#lib/base/text.ts';

/** The contributions in one order for every device, whatever order they came in. */
export const inOrder = <Body>(
	contributions: readonly Contribution<Body>[]
): readonly Contribution<Body>[] => [...contributions].sort((a, b) => byCodeUnit(a.id, b.id));

/**
 * In order, and of each person's own device at most `limit`: a changed phone cannot flood the room.
 * What a facilitator typed in (paper, hands, spoken) is never cut.
 */
export function capped<Body>(
	contributions: readonly Contribution<Body>[],
	limit: number
): readonly Contribution<Body>[] {
	const taken = new Map<string, number>();
	return inOrder(contributions).filter(({ person, source }) => {
		if (source !== 'phone' && source !== 'shared') return true;
		const count = (taken.get(person) ?? 0) + 1;
		taken.set(person, count);
		return count <= limit;
	});
}

/** How many different people are behind the contributions. */
export const peopleOf = (contributions: readonly Contribution[]): number =>
	new Set(contributions.map(({ person }) => person)).size;
