import { afterEach, describe, expect, it, vi } from 'vitest';
import { rememberingSuite, toySuite } from './node-suite.ts';
import { mistakes } from './planted-core.ts';
import { ackBeforeCommit, entriesUnchecked } from './planted-relay.ts';
import { run } from './sim-run.ts';
import type { SimOptions } from './simulator.ts';

/** While `lax` is set, the relay lets everybody write everything; nothing else in it changes. */
const rights = vi.hoisted(() => ({ lax: false }));
vi.mock('../../src/relay/core/room.ts', async (original) => {
	const real = await original<typeof import('../../src/relay/core/room.ts')>();
	return {
		...real,
		mayCarry: (...given: Parameters<typeof real.mayCarry>) => rights.lax || real.mayCarry(...given),
		mayWrite: (...given: Parameters<typeof real.mayWrite>) => rights.lax || real.mayWrite(...given)
	};
});

const SEEDS = 40;
const MINUTES = 60_000;

/** The broken promises under the first seed that shows the mistake; an exception is no proof. */
function noticed(options: Partial<SimOptions>): readonly string[] {
	for (let seed = 1; seed <= SEEDS; seed++) {
		const { problems } = run({ seed, suite: rememberingSuite(toySuite), ...options });
		const broken = problems.filter((problem) => !problem.includes('thrown:'));
		if (broken.length > 0) return broken;
	}
	return [];
}

describe('the simulator', () => {
	afterEach(() => {
		rights.lax = false;
	});

	it.each(mistakes)(
		'notices a device that %s',
		(_, device) => {
			expect(noticed({ device })).not.toEqual([]);
		},
		5 * MINUTES
	);

	it(
		'notices a relay that acknowledges before it has stored',
		() => {
			expect(noticed({ relay: ackBeforeCommit })).not.toEqual([]);
		},
		5 * MINUTES
	);

	it(
		'notices a relay that takes entries from anybody in the name of anybody',
		() => {
			rights.lax = true;
			expect(noticed({ relay: entriesUnchecked })).not.toEqual([]);
		},
		5 * MINUTES
	);
});
