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

export const times = (values: readonly number[]): Times => ({
	count: values.length,
	p50: rounded(quantile(values, 0.5)),
	p99: rounded(quantile(values, 0.99)),
	max: rounded(quantile(values, 1))
});

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
