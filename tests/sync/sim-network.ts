import { decodeFrame } from '#lib/sync/protocol/frame.ts';
import { logKey } from '#lib/sync/protocol/log-id.ts';
import { createRelay, type Relay } from '../../src/relay/core.ts';
import type { SimDevice } from './sim-device.ts';
import type { Simulation } from './simulator.ts';

/** Stands in every answer; found outside a device it has leaked. */
export const CANARY = 'canary-of-plain-text';

export interface Pipe {
	readonly id: string;
	readonly device: SimDevice | undefined;
	readonly receive: (bytes: Uint8Array) => void;
	readonly closed: () => void;
	/** Carries nothing any more, but nobody is told. */
	dead: boolean;
	upAt: number;
	downAt: number;
}

/** Frame types a lying relay may spoil: everything a device can check. */
const CHECKED = new Set(['entries', 'slip', 'members', 'lock', 'ready']);

/** The relay's process with its disk, and faulty sockets to it. */
export class SimNetwork {
	readonly disk = new Map<string, Uint8Array>();
	readonly #sim: Simulation;
	readonly #create: typeof createRelay;
	readonly #pipes = new Map<string, Pipe>();
	#relay: Relay | undefined;
	#relayLife = 0;
	#connections = 0;

	constructor(sim: Simulation, create: typeof createRelay = createRelay) {
		this.#sim = sim;
		this.#create = create;
	}

	get isRunning(): boolean {
		return this.#relay !== undefined;
	}

	/** Relay process: what its core asks for, with a disk that takes time. */
	startRelay(): void {
		const life = ++this.#relayLife;
		this.#relay = this.#create({ verify: this.#sim.suite.verify, stored: this.disk });
		const tick = (): void => {
			if (life !== this.#relayLife) return;
			this.relay({ type: 'tick', now: this.#sim.now });
			this.#sim.at(1000, tick);
		};
		this.#sim.at(1000, tick);
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
				if (pipe) this.#sim.at(200, () => this.#close(pipe));
			} else if (effect.type === 'commit') {
				this.#sim.at(2 + this.#sim.random.next() * 20, () => {
					if (life !== this.#relayLife) return;
					for (const change of effect.changes)
						if ('put' in change) this.disk.set(change.put, change.value);
						else this.disk.delete(change.remove);
					this.relay({ type: 'committed', commit: effect.commit, now: this.#sim.now });
				});
			}
		}
	}

	#checkBlind(bytes: Uint8Array, where: string): void {
		if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(CANARY))
			this.#sim.fail(`plain text on the ${where}`);
	}

	/** An acknowledgement must never be ahead of the relay's disk. */
	#checkAck(bytes: Uint8Array): void {
		if (bytes[0] !== 8) return;
		const frame = decodeFrame(bytes);
		if (frame?.type !== 'ack') return;
		const channel = frame.channel === 'stage' ? '-' : frame.channel.slice(3);
		const part = `/e/${channel}/${frame.author}/`;
		let head = 0;
		for (const key of this.disk.keys()) {
			const at = key.indexOf(part);
			if (at >= 0) head = Math.max(head, Number.parseInt(key.slice(at + part.length), 16));
		}
		if (head < frame.seq)
			this.#sim.fail(`relay acknowledged ${frame.seq} of ${logKey(frame)} before it was stored`);
	}

	#close(pipe: Pipe): void {
		if (!this.#pipes.delete(pipe.id)) return;
		pipe.closed();
	}

	open(pipe: Omit<Pipe, 'id' | 'dead' | 'upAt' | 'downAt'>): Pipe | undefined {
		if (!this.#relay) return undefined;
		const full = { ...pipe, id: `c${++this.#connections}`, dead: false, upAt: 0, downAt: 0 };
		this.#pipes.set(full.id, full);
		this.#sim.at(10, () => {
			if (this.#pipes.has(full.id))
				this.relay({
					type: 'open',
					connection: full.id,
					nonce: this.#sim.random(32),
					now: this.#sim.now
				});
		});
		return full;
	}

	/** A device's relay link (re)connects; it is told when it is up, and again when it is lost. */
	connect(device: SimDevice): void {
		this.disconnect(device);
		const mine = ++device.connection;
		const again = (): void => {
			this.#sim.at(200 + this.#sim.random.next() * 2000, () => {
				if (device.alive && mine === device.connection) this.connect(device);
			});
		};
		const pipe = this.open({
			device,
			receive: (bytes) => {
				if (mine === device.connection)
					device.step({ type: 'frame', link: 'relay', bytes, now: this.#sim.now });
			},
			closed: () => {
				if (mine !== device.connection) return;
				device.linked = false;
				device.step({ type: 'link-down', link: 'relay', now: this.#sim.now });
				again();
			}
		});
		if (!pipe) {
			again();
			return;
		}
		device.linked = true;
		device.step({ type: 'link-up', link: 'relay', kind: 'relay', now: this.#sim.now });
	}

	disconnect(device: SimDevice): void {
		device.connection += 1;
		for (const pipe of [...this.#pipes.values()])
			if (pipe.device === device) {
				this.#pipes.delete(pipe.id);
				this.relay({ type: 'close', connection: pipe.id, now: this.#sim.now });
			}
		if (device.linked) device.step({ type: 'link-down', link: 'relay', now: this.#sim.now });
		device.linked = false;
	}

	toRelay(device: SimDevice, bytes: Uint8Array): void {
		for (const pipe of this.#pipes.values()) if (pipe.device === device) this.carryUp(pipe, bytes);
	}

	#delay(): number {
		return 2 + this.#sim.random.next() ** 3 * (this.#sim.chaos ? 300 : 40);
	}

	carryUp(pipe: Pipe, bytes: Uint8Array): void {
		this.#checkBlind(bytes, 'wire');
		const deliver = (): void => {
			if (this.#pipes.has(pipe.id) && !pipe.dead)
				this.relay({ type: 'frame', connection: pipe.id, bytes, now: this.#sim.now });
		};
		const at = this.#sim.now + this.#delay();
		pipe.upAt = Math.max(pipe.upAt, at);
		this.#faulty(pipe, pipe.upAt, at, deliver);
	}

	#carryDown(pipe: Pipe, bytes: Uint8Array): void {
		let arriving = bytes;
		const type =
			this.#sim.chaos && this.#sim.random.next() < 0.01 ? decodeFrame(bytes)?.type : undefined;
		if (type && CHECKED.has(type)) {
			arriving = bytes.slice();
			const at = Math.floor(this.#sim.random.next() * arriving.length);
			arriving[at] = (arriving[at] ?? 0) ^ (1 << Math.floor(this.#sim.random.next() * 8));
			this.#sim.counts.forged += 1;
		}
		const deliver = (): void => {
			if (this.#pipes.has(pipe.id) && !pipe.dead) pipe.receive(arriving);
		};
		const at = this.#sim.now + this.#delay();
		pipe.downAt = Math.max(pipe.downAt, at);
		this.#faulty(pipe, pipe.downAt, at, deliver);
	}

	/** In order and once, as a socket does; in chaos also late, twice or never. */
	#faulty(pipe: Pipe, inOrder: number, anyOrder: number, deliver: () => void): void {
		const luck = this.#sim.chaos ? this.#sim.random.next() : 1;
		if (luck < 0.01) {
			this.#sim.counts.lostFrames += 1;
			return;
		}
		if (luck < 0.02) this.#sim.at(anyOrder - this.#sim.now + 300, deliver);
		if (luck < 0.03) return this.#sim.at(anyOrder - this.#sim.now, deliver);
		if (luck < 0.034) pipe.dead = true;
		this.#sim.at(inOrder - this.#sim.now, deliver);
	}

	/** Cut at once; the device comes back after a while. */
	disconnectLater(device: SimDevice): void {
		for (const pipe of [...this.#pipes.values()])
			if (pipe.device === device) {
				this.relay({ type: 'close', connection: pipe.id, now: this.#sim.now });
				this.#close(pipe);
			}
	}
}
