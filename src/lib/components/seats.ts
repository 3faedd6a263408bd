/** What one seat at the table shows. */
export type SeatState = 'answered' | 'here' | 'offline';

/** Above this number seats cannot be told apart any more; the ring becomes one arc. */
export const MOST_SEATS = 40;

/**
 * Seats in order: first those who have answered, then those here, last those here with a phone that
 * is offline. Numbers that do not fit each other are cut so that the ring never shows more than
 * `present` seats.
 */
export function seatStates(
	answered: number,
	present: number,
	offline: number
): readonly SeatState[] {
	const total = Math.max(0, Math.floor(present), Math.floor(answered));
	const filled = Math.max(0, Math.min(Math.floor(answered), total));
	const broken = Math.max(0, Math.min(Math.floor(offline), total - filled));
	return Array.from({ length: total }, (_, index) =>
		index < filled ? 'answered' : index < total - broken ? 'here' : 'offline'
	);
}

/** Size of one seat on a ring of that many, in units of a picture 200 wide. */
export function seatSize(count: number): { readonly width: number; readonly height: number } {
	const width = Math.min(28, (2 * Math.PI * 84 * 0.7) / Math.max(count, 8));
	return { width, height: Math.min(22, Math.max(12, width * 1.15)) };
}

/** An arc as SVG path data; angles in turns (0 = top, 0.25 = a quarter clockwise). */
export function arc(centre: number, radius: number, from: number, to: number): string {
	const turn = Math.min(Math.max(to - from, 0), 0.99999);
	const point = (at: number): string => {
		const angle = at * 2 * Math.PI;
		const x = centre + radius * Math.sin(angle);
		const y = centre - radius * Math.cos(angle);
		return `${x.toFixed(2)},${y.toFixed(2)}`;
	};
	return `M${point(from)} A${radius} ${radius} 0 ${turn > 0.5 ? 1 : 0} 1 ${point(from + turn)}`;
}
