import { seededRandom } from '#lib/base/random.ts';
import { Core } from '#lib/sync/core.ts';
import type { CoreOptions } from '#lib/sync/core-place.ts';
import { facilitatorKeys, fingerprintOf, joinKeys, writerKeys } from '#lib/sync/keys.ts';
import type { Suite } from '#lib/sync/suite.ts';
import type { createRelay } from '../../src/relay/core.ts';
import { Hostile } from './sim-hostile.ts';
import { newDisk, SimDevice } from './sim-device.ts';
import { SimNetwork } from './sim-network.ts';
import { plan } from './sim-plan.ts';

export interface SimOptions {
	readonly seed: number;
	readonly suite: Suite;
	readonly phones?: number;
	/** Other devices than the real ones. */
	readonly device?: (options: CoreOptions) => Core;
	/** Another relay than the real one. */
	readonly relay?: typeof createRelay;
}

export interface Counts {
	contributions: number;
	saved: number;
	kills: number;
	wipes: number;
	crashes: number;
	conflicts: number;
	snapshots: number;
	forged: number;
	lostFrames: number;
	takeovers: number;
}

export const noCounts = (): Counts => ({
	contributions: 0,
	saved: 0,
	kills: 0,
	wipes: 0,
	crashes: 0,
	conflicts: 0,
	snapshots: 0,
	forged: 0,
	lostFrames: 0,
	takeovers: 0
});

const CHAOS = 18_000;
const CALM = 20_000;

/** One room under one seed: everything that happens follows from the seed alone. */
export class Simulation {
	now = 1_700_000_000_000;
	chaos = true;
	readonly counts = noCounts();
	readonly problems: string[] = [];
	readonly random;
	readonly suite: Suite;
	readonly join;
	readonly facilitators: SimDevice[] = [];
	readonly phones: SimDevice[][] = [];
	readonly hostile: Hostile;
	readonly recovery: Uint8Array;
	readonly #options: SimOptions;
	readonly #queue: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
	readonly network: SimNetwork;
	#order = 0;

	constructor(options: SimOptions) {
		this.#options = options;
		this.suite = options.suite;
		this.random = seededRandom(options.seed);
		this.network = new SimNetwork(this, options.relay);
		const { random, suite } = this;
		this.join = joinKeys(random(64), suite);
		this.recovery = random(16);
		const count = options.phones ?? 5 + Math.floor(random.next() ** 6 * 26);
		this.#facilitator(true);
		for (let i = 0; i < count; i++) this.#phone(i);
		this.hostile = new Hostile(this);
	}

	#facilitator(fresh: boolean): SimDevice {
		const { random, suite, join } = this;
		const keys = writerKeys(random(32), suite);
		const facilitator = facilitatorKeys(this.recovery, suite);
		const device = new SimDevice(
			`facilitator ${this.facilitators.length + 1}`,
			{ suite, random, join, keys, facilitator, fresh },
			newDisk(),
			this,
			random
		);
		this.facilitators.push(device);
		return device;
	}

	#phone(number: number): void {
		const { random, suite, join } = this;
		const keys = writerKeys(random(32), suite);
		const disk = newDisk();
		const { root } = facilitatorKeys(this.recovery, suite);
		const scanned = random.next() < 0.5 ? { fingerprint: fingerprintOf(root) } : {};
		const options = { suite, random, join, keys, ...scanned };
		const tabs = [new SimDevice(`phone ${number}`, options, disk, this, random)];
		if (random.next() < 0.15)
			tabs.push(new SimDevice(`phone ${number} tab 2`, options, disk, this, random));
		const [one, two] = tabs;
		if (one && two) {
			one.other = two;
			two.other = one;
		}
		this.phones.push(tabs);
	}

	newCore(options: CoreOptions): Core {
		return this.#options.device?.(options) ?? new Core(options);
	}

	/** Another facilitator device takes over by recovery code. */
	takeOver(): void {
		this.#facilitator(false).start();
	}

	fail(problem: string): void {
		if (this.problems.length < 20)
			this.problems.push(`${this.now - 1_700_000_000_000} ms: ${problem}`);
	}

	at(delay: number, run: () => void): void {
		const item = { at: this.now + delay, order: this.#order++, run };
		let low = 0;
		let high = this.#queue.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = this.#queue[middle];
			if (other && (other.at < item.at || (other.at === item.at && other.order < item.order)))
				high = middle;
			else low = middle + 1;
		}
		this.#queue.splice(low, 0, item);
	}

	#until(end: number): void {
		for (;;) {
			const next = this.#queue.at(-1);
			if (!next || next.at > end) break;
			this.#queue.pop();
			this.now = next.at;
			next.run();
		}
		this.now = end;
	}

	/** Delivers bytes to a device as if the relay had sent them: the relay may be hostile. */
	inject(device: SimDevice, bytes: Uint8Array): void {
		this.counts.forged += 1;
		if (device.linked) device.step({ type: 'frame', link: 'relay', bytes, now: this.now });
	}

	devices(): readonly SimDevice[] {
		return [...this.facilitators, ...this.phones.flat()];
	}

	run(): readonly string[] {
		const { random } = this;
		const start = this.now;
		const some = (): number => random.next() * CHAOS;
		this.network.startRelay();
		for (const device of this.devices()) this.at(random.next() * 4000, () => device.start());
		plan(this, some);
		this.hostile.plan(some);
		this.#until(start + CHAOS);
		this.chaos = false;
		if (!this.network.isRunning) this.network.startRelay();
		for (const device of this.devices()) if (!device.lost) this.at(1, () => device.start());
		this.at(6000, () => {
			for (const device of this.devices()) if (device.alive) this.network.connect(device);
		});
		this.#until(start + CHAOS + CALM);
		return this.problems;
	}
}
