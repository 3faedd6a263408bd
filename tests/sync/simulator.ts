import { seededRandom } from '#lib/base/random.ts';
import { toHex } from '#lib/base/bytes.ts';
import type { ChannelName } from '#lib/sync/contract.ts';
import type { CoreMutant } from '#lib/sync/core-place.ts';
import { facilitatorKeys, fingerprintOf, joinKeys, writerKeys } from '#lib/sync/keys.ts';
import { decodeFrame } from '#lib/sync/protocol/frame.ts';
import { logKey } from '#lib/sync/protocol/log-id.ts';
import type { Suite } from '#lib/sync/suite.ts';
import { createRelay, type Relay, type RelayOptions } from '../../src/relay/core.ts';
import { Hostile } from './sim-hostile.ts';
import { newDisk, SimDevice } from './sim-device.ts';

export interface SimOptions {
	readonly seed: number;
	readonly suite: Suite;
	readonly phones?: number;
	readonly coreMutant?: CoreMutant;
	readonly relayMutant?: RelayOptions['mutant'];
}

export const CANARY = 'canary-of-plain-text';

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

interface Pipe {
	readonly id: string;
	readonly device: SimDevice | undefined;
	readonly receive: (bytes: Uint8Array) => void;
	readonly closed: () => void;
	/** Carries nothing any more, but nobody is told. */
	dead: boolean;
	upAt: number;
	downAt: number;
}

const CHAOS = 18_000;
const CALM = 20_000;
/** Frame types a lying relay may spoil: everything a device can check. */
const CHECKED = new Set(['entries', 'slip', 'members', 'lock', 'ready']);

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
	readonly #pipes = new Map<string, Pipe>();
	readonly relayDisk = new Map<string, Uint8Array>();
	#order = 0;
	#relay: Relay | undefined;
	#relayLife = 0;
	#connections = 0;

	constructor(options: SimOptions) {
		this.#options = options;
		this.suite = options.suite;
		this.random = seededRandom(options.seed);
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
		const mutant = this.#options.coreMutant;
		const device = new SimDevice(
			`facilitator ${this.facilitators.length + 1}`,
			{ suite, random, join, keys, facilitator, fresh, ...(mutant ? { mutant } : {}) },
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
		const mutant = this.#options.coreMutant;
		const { root } = facilitatorKeys(this.recovery, suite);
		const scanned = random.next() < 0.5 ? { fingerprint: fingerprintOf(root) } : {};
		const options = { suite, random, join, keys, ...scanned, ...(mutant ? { mutant } : {}) };
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

	/** Relay process: what its core asks for, with a disk that takes time. */
	startRelay(): void {
		const life = ++this.#relayLife;
		const mutant = this.#options.relayMutant;
		this.#relay = createRelay({
			verify: this.suite.verify,
			stored: this.relayDisk,
			...(mutant ? { mutant } : {})
		});
		const tick = (): void => {
			if (life !== this.#relayLife) return;
			this.relay({ type: 'tick', now: this.now });
			this.at(1000, tick);
		};
		this.at(1000, tick);
	}

	stopRelay(): void {
		this.#relay = undefined;
		this.#relayLife += 1;
		for (const pipe of [...this.#pipes.values()]) this.#close(pipe);
	}

	relay(event: Parameters<Relay['step']>[0]): void {
		const life = this.#relayLife;
		for (const effect of this.#relay?.step(event) ?? []) {
			if (life !== this.#relayLife) return;
			const pipe = 'connection' in effect ? this.#pipes.get(effect.connection) : undefined;
			if (effect.type === 'send') {
				this.#checkAck(effect.frame);
				this.#checkBlind(effect.frame, 'wire');
				if (pipe) this.#carryDown(pipe, effect.frame);
			} else if (effect.type === 'close') {
				if (pipe) this.at(200, () => this.#close(pipe));
			} else if (effect.type === 'commit') {
				this.at(2 + this.random.next() * 20, () => {
					if (life !== this.#relayLife) return;
					for (const change of effect.changes)
						if ('put' in change) this.relayDisk.set(change.put, change.value);
						else this.relayDisk.delete(change.remove);
					this.relay({ type: 'committed', commit: effect.commit, now: this.now });
				});
			}
		}
	}

	#checkBlind(bytes: Uint8Array, where: string): void {
		if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(CANARY))
			this.fail(`plain text on the ${where}`);
	}

	/** An acknowledgement must never be ahead of the relay's disk. */
	#checkAck(bytes: Uint8Array): void {
		if (bytes[0] !== 8) return;
		const frame = decodeFrame(bytes);
		if (frame?.type !== 'ack') return;
		const channel = frame.channel === 'stage' ? '-' : frame.channel.slice(3);
		const part = `/e/${channel}/${frame.author}/`;
		let head = 0;
		for (const key of this.relayDisk.keys()) {
			const at = key.indexOf(part);
			if (at >= 0) head = Math.max(head, Number.parseInt(key.slice(at + part.length), 16));
		}
		if (head < frame.seq)
			this.fail(`relay acknowledged ${frame.seq} of ${logKey(frame)} before it was stored`);
	}

	#close(pipe: Pipe): void {
		if (!this.#pipes.delete(pipe.id)) return;
		pipe.closed();
	}

	open(pipe: Omit<Pipe, 'id' | 'dead' | 'upAt' | 'downAt'>): Pipe | undefined {
		if (!this.#relay) return undefined;
		const full = { ...pipe, id: `c${++this.#connections}`, dead: false, upAt: 0, downAt: 0 };
		this.#pipes.set(full.id, full);
		this.at(10, () => {
			if (this.#pipes.has(full.id))
				this.relay({ type: 'open', connection: full.id, nonce: this.random(32), now: this.now });
		});
		return full;
	}

	/** A device's relay link (re)connects; it is told when it is up, and again when it is lost. */
	connect(device: SimDevice): void {
		this.disconnect(device);
		const mine = ++device.connection;
		const again = (): void => {
			this.at(200 + this.random.next() * 2000, () => {
				if (device.alive && mine === device.connection) this.connect(device);
			});
		};
		const pipe = this.open({
			device,
			receive: (bytes) => {
				if (mine === device.connection)
					device.step({ type: 'frame', link: 'relay', bytes, now: this.now });
			},
			closed: () => {
				if (mine !== device.connection) return;
				device.linked = false;
				device.step({ type: 'link-down', link: 'relay', now: this.now });
				again();
			}
		});
		if (!pipe) {
			again();
			return;
		}
		device.linked = true;
		device.step({ type: 'link-up', link: 'relay', kind: 'relay', now: this.now });
	}

	disconnect(device: SimDevice): void {
		device.connection += 1;
		for (const pipe of [...this.#pipes.values()])
			if (pipe.device === device) {
				this.#pipes.delete(pipe.id);
				this.relay({ type: 'close', connection: pipe.id, now: this.now });
			}
		if (device.linked) device.step({ type: 'link-down', link: 'relay', now: this.now });
		device.linked = false;
	}

	toRelay(device: SimDevice, bytes: Uint8Array): void {
		for (const pipe of this.#pipes.values()) if (pipe.device === device) this.carryUp(pipe, bytes);
	}

	#delay(): number {
		return 2 + this.random.next() ** 3 * (this.chaos ? 300 : 40);
	}

	carryUp(pipe: Pipe, bytes: Uint8Array): void {
		this.#checkBlind(bytes, 'wire');
		const deliver = (): void => {
			if (this.#pipes.has(pipe.id) && !pipe.dead)
				this.relay({ type: 'frame', connection: pipe.id, bytes, now: this.now });
		};
		const at = this.now + this.#delay();
		pipe.upAt = Math.max(pipe.upAt, at);
		this.#faulty(pipe, pipe.upAt, at, deliver);
	}

	#carryDown(pipe: Pipe, bytes: Uint8Array): void {
		let arriving = bytes;
		const type = this.chaos && this.random.next() < 0.01 ? decodeFrame(bytes)?.type : undefined;
		if (type && CHECKED.has(type)) {
			arriving = bytes.slice();
			const at = Math.floor(this.random.next() * arriving.length);
			arriving[at] = (arriving[at] ?? 0) ^ (1 << Math.floor(this.random.next() * 8));
			this.counts.forged += 1;
		}
		const deliver = (): void => {
			if (this.#pipes.has(pipe.id) && !pipe.dead) pipe.receive(arriving);
		};
		const at = this.now + this.#delay();
		pipe.downAt = Math.max(pipe.downAt, at);
		this.#faulty(pipe, pipe.downAt, at, deliver);
	}

	/** In order and once, as a socket does; in chaos also late, twice or never. */
	#faulty(pipe: Pipe, inOrder: number, anyOrder: number, deliver: () => void): void {
		const luck = this.chaos ? this.random.next() : 1;
		if (luck < 0.01) {
			this.counts.lostFrames += 1;
			return;
		}
		if (luck < 0.02) this.at(anyOrder - this.now + 300, deliver);
		if (luck < 0.03) return this.at(anyOrder - this.now, deliver);
		if (luck < 0.034) pipe.dead = true;
		this.at(inOrder - this.now, deliver);
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
		this.startRelay();
		for (const device of this.devices()) this.at(random.next() * 4000, () => device.start());
		this.#plan(some);
		this.hostile.plan(some);
		this.#until(start + CHAOS);
		this.chaos = false;
		if (!this.#relay) this.startRelay();
		for (const device of this.devices()) if (!device.lost) this.at(1, () => device.start());
		this.at(6000, () => {
			for (const device of this.devices()) if (device.alive) this.connect(device);
		});
		this.#until(start + CHAOS + CALM);
		return this.problems;
	}

	#plan(some: () => number): void {
		const { random } = this;
		let key = 0;
		const text = (): string =>
			`${CANARY} ${toHex(random(8 + Math.floor(random.next() ** 3 * 500)))}`;
		for (const tabs of this.phones)
			for (let i = 2 + Math.floor(random.next() ** 3 * 16); i > 0; i--)
				this.at(some(), () => {
					const device = tabs[Math.floor(random.next() * tabs.length)];
					if (!device) return;
					const channel: ChannelName = `in/${device.options.keys.writer}`;
					const mine = device.deeds.filter((deed) => deed.value !== undefined);
					const old = mine[Math.floor(random.next() * mine.length)];
					const remove = random.next() < 0.1 && old;
					if (remove) device.write(channel, remove.key, undefined);
					else device.write(channel, `k${key++}`, text());
				});
		for (let i = 8 + Math.floor(random.next() * 24); i > 0; i--)
			this.at(some(), () => {
				const device = this.facilitators[Math.floor(random.next() * this.facilitators.length)];
				device?.write('stage', `k${key++}`, text());
			});
		for (let i = 0; i < 4; i++)
			this.at(some(), () => {
				const tabs = this.phones[Math.floor(random.next() * this.phones.length)];
				const device = this.facilitators[0];
				const owner = random.next() < 0.3 ? this.hostile.writer : tabs?.[0]?.options.keys.writer;
				if (owner && device?.core.place.members.has(owner))
					device.write(`in/${owner}`, `k${key++}`, text());
			});
		for (let i = Math.floor(random.next() * 5); i > 0; i--)
			this.at(some(), () => {
				this.counts.kills += 1;
				this.stopRelay();
				if (random.next() < 0.35 && !this.facilitators.some(({ lost }) => lost)) {
					this.counts.wipes += 1;
					this.relayDisk.clear();
				}
				this.at(100 + random.next() * 3000, () => {
					if (!this.#relay) this.startRelay();
				});
			});
		for (let i = 0; i < this.phones.length; i++)
			this.at(some(), () => {
				const device = this.devices()[Math.floor(random.next() * this.devices().length)];
				if (random.next() < 0.5) device?.crash();
				else if (device) this.disconnectLater(device);
			});
		if (random.next() < 0.3)
			this.at(6_000 + random.next() * 8_000, () => {
				const [first] = this.facilitators;
				this.counts.takeovers += 1;
				// What only the lost device had is lost with it: that is the promise, so it must have sent all.
				const sent = first?.alive && first.linked && first.core.waiting() === 0;
				if (first && sent && random.next() < 0.7) {
					first.lost = true;
					first.crash();
				}
				this.#facilitator(false).start();
			});
	}

	/** Cut at once; the device comes back after a while. */
	disconnectLater(device: SimDevice): void {
		for (const pipe of [...this.#pipes.values()])
			if (pipe.device === device) {
				this.relay({ type: 'close', connection: pipe.id, now: this.now });
				this.#close(pipe);
			}
	}
}
