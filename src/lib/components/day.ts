/** One stretch of the day, in order. */
export interface DayPart {
	readonly minutes: number;
	/** A break or a meal: drawn thin. */
	readonly pause: boolean;
}

/** A full turn of the day ring. */
export const RING_MINUTES = 420;

/** A stretch on the ring; angles in turns from the top, with a gap so that stretches stay apart. */
export interface RingArc {
	readonly from: number;
	readonly to: number;
	readonly pause: boolean;
}

const GAP = 0.0055;

/** Stretches of a day on a ring of seven hours; what is longer is drawn to the same full turn. */
export function ringArcs(parts: readonly DayPart[]): readonly RingArc[] {
	const total = parts.reduce((sum, part) => sum + part.minutes, 0);
	const turn = Math.max(RING_MINUTES, total);
	let at = 0;
	return parts.flatMap((part) => {
		const from = at / turn;
		at += part.minutes;
		const to = at / turn;
		const gap = Math.min(GAP, (to - from) / 4);
		return part.minutes > 0 ? [{ from: from + gap, to: to - gap, pause: part.pause }] : [];
	});
}

/** Minutes of work and of pauses. */
export function dayMinutes(parts: readonly DayPart[]): {
	readonly work: number;
	readonly pauses: number;
} {
	const sum = (pause: boolean): number =>
		parts.reduce((minutes, part) => minutes + (part.pause === pause ? part.minutes : 0), 0);
	return { work: sum(false), pauses: sum(true) };
}
