/** What a list of times says, in ms with one decimal. */
export interface Times {
	readonly count: number;
	readonly p50: number;
	readonly p99: number;
	readonly max: number;
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** The smallest value that at least `share` of the values do not exceed; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The middle value; of an even number the mean of both. */
export const median = (values: readonly number[]): number =>
	rounded(
		(quantile(values, 0.5) -
			quantile(
				values.map((value) => -value),
				0.5
			)) /
			2
	);

export const times = (values: readonly number[]): Times => ({
	count: values.length,
	p50: rounded(quantile(values, 0.5)),
	p99: rounded(quantile(values, 0.99)),
	max: rounded(quantile(values, 1))
});

/**
 * Times from sending to painting: the k-th answer sent, until the first frame that shows k or more. Answers that
 * overtake each other are not told apart, which leaves the mean as it is and can make the tail a little smaller.
 */
export function paintedAfter(
	sent: readonly number[],
	frames: readonly { readonly count: number; readonly at: number }[]
): readonly number[] {
	return sent
		.toSorted((a, b) => a - b)
		.flatMap((at, place) => {
			const frame = frames.find(({ count }) => count > place);
			return frame ? [frame.at - at] : [];
		});
}

/**
 * Times from each press to each arrival of its step, by device group. Steps carry a number that rises; the n-th
 * number that arrived anywhere is the step of the n-th press. Throws when there are not as many.
 */
export function arrivals(
	presses: readonly number[],
	groups: readonly (readonly { readonly key: number; readonly at: number }[])[]
): readonly (readonly number[])[] {
	const keys = [...new Set(groups.flat().map(({ key }) => key))].sort((a, b) => a - b);
	if (keys.length !== presses.length)
		throw new Error(`${String(presses.length)} presses, but ${String(keys.length)} steps came`);
	const pressed = new Map(keys.map((key, place) => [key, presses[place] ?? 0]));
	return groups.map((steps) => steps.map(({ key, at }) => at - (pressed.get(key) ?? 0)));
}

export interface Point {
	readonly size: number;
	readonly value: number;
}

/** Exponent b of value ≈ a · size^b with the 95 % interval of a bootstrap over the points. */
export interface Growth {
	readonly exponent: number;
	readonly interval: readonly [number, number];
}

export function growth(points: readonly Point[], random: () => number): Growth {
	const usable = points.filter(({ value }) => value > 0);
	const drawn = Array.from({ length: 1000 }, () =>
		slope(
			usable.map(() => usable[Math.floor(random() * usable.length)]).filter((p) => p !== undefined)
		)
	).filter(Number.isFinite);
	return {
		exponent: rounded(slope(usable), 2),
		interval: [rounded(quantile(drawn, 0.025), 2), rounded(quantile(drawn, 0.975), 2)]
	};
}

/** Least squares in logarithms; not a number when all sizes are the same. */
function slope(points: readonly Point[]): number {
	const x = points.map(({ size }) => Math.log(size));
	const y = points.map(({ value }) => Math.log(value));
	const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
	const [mx, my] = [mean(x), mean(y)];
	const up = x.reduce((sum, xi, i) => sum + (xi - mx) * ((y[i] ?? 0) - my), 0);
	const down = x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
	return up / down;
}
