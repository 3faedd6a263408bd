import { check } from './sim-check.ts';
import { Simulation, type Counts, type SimOptions } from './simulator.ts';

/** One whole simulation: what went wrong under this seed, and how much happened. */
export function run(options: SimOptions): {
	readonly problems: readonly string[];
	readonly counts: Counts;
} {
	const sim = new Simulation(options);
	try {
		sim.run();
		check(sim);
	} catch (error) {
		sim.fail(`thrown: ${String(error)}`);
	}
	return { problems: sim.problems, counts: sim.counts };
}
