import { describe, expect, it } from 'vitest';
import { nodeSuite, rememberingSuite, toySuite } from './node-suite.ts';
import { run } from './sim-run.ts';
import { noCounts, type Counts } from './simulator.ts';

/** `SEED=123 npx vitest run --project unit tests/sync` runs one seed again; `SEEDS=5000` runs more. */
const only = process.env['SEED'];
const SEEDS = Number(process.env['SEEDS'] ?? 500);
/** Every so many seeds one runs with real Ed25519 and X25519; the rest with a stand-in. */
const REAL_EVERY = 20;
const MINUTES = 60_000;

const names: readonly (keyof Counts)[] = [
	'contributions',
	'saved',
	'kills',
	'wipes',
	'crashes',
	'conflicts',
	'snapshots',
	'forged',
	'lostFrames',
	'takeovers'
];

describe('sync simulator', () => {
	it(
		'keeps every promise under every seed',
		() => {
			const first = only === undefined ? 1 : Number(only);
			const wanted = only === undefined ? SEEDS : 1;
			const total = noCounts();
			const started = performance.now();
			let ran = 0;
			let real = 0;
			for (let seed = first; seed < first + wanted; seed++) {
				const isReal = seed % REAL_EVERY === 0;
				const suite = rememberingSuite(isReal ? nodeSuite : toySuite);
				const { problems, counts } = run({ seed, suite });
				const again = `again with: SEED=${seed} npx vitest run --project unit tests/sync`;
				expect(problems, again).toEqual([]);
				for (const name of names) total[name] += counts[name];
				ran += 1;
				if (isReal) real += 1;
			}
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			const figures = names.map((name) => `${total[name]} ${name}`).join(', ');
			console.log(
				`sync simulator: ${ran} seeds run, ${real} with real signatures, ${seconds} s, ${figures}`
			);
			expect(ran).toBe(wanted);
			if (only === undefined) {
				expect(total.saved).toBeGreaterThan(wanted * 20);
				expect(total.kills).toBeGreaterThan(wanted);
				expect(total.forged).toBeGreaterThan(wanted * 10);
			}
		},
		30 * MINUTES
	);

	it('does the same twice under one seed', () => {
		const [one, two] = [1, 2].map(() => run({ seed: 7, suite: rememberingSuite(toySuite) }));
		expect(one).toEqual(two);
	});
});
