import { describe, expect, it } from 'vitest';
import { nobleSuite } from '#lib/sync/suite.ts';
import { nodeSuite } from './node-suite.ts';
import { check } from './sim-check.ts';
import { noCounts, Simulation, type Counts, type SimOptions } from './simulator.ts';

const only = process.env['SEED'];
const SEEDS = Number(process.env['SEEDS'] ?? 500);
const total = noCounts();
let ran = 0;

function run(options: SimOptions): readonly string[] {
	const sim = new Simulation(options);
	sim.run();
	check(sim);
	for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += sim.counts[key];
	return sim.problems;
}

describe('sync simulator', () => {
	it('keeps every promise under every seed', () => {
		const first = only === undefined ? 1 : Number(only);
		const wanted = only === undefined ? SEEDS : 1;
		const started = performance.now();
		for (let seed = first; seed < first + wanted; seed++) {
			const problems = run({ seed, suite: nodeSuite });
			ran += 1;
			expect(problems, `again with: SEED=${seed} npx vitest run --project unit tests/sync`).toEqual(
				[]
			);
		}
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const figures = Object.entries(total).map(([name, count]) => `${count} ${name}`);
		console.log(`sync simulator: ${ran} seeds run, ${seconds} s, ${figures.join(', ')}`);
		expect(ran).toBe(wanted);
		if (only === undefined) expect(total.saved).toBeGreaterThan(wanted * 20);
	}, 300_000);
});
