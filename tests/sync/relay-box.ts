import type { Random } from '#lib/base/random.ts';
import type { Link } from '#lib/sync/contract.ts';
import { joinKeys } from '#lib/sync/keys.ts';
import { createRelay, type Relay } from '../../src/relay/core.ts';
import { nodeSuite } from './node-suite.ts';

/** The relay core with a store in memory and a clock that only `run` moves. */
export class RelayBox {
	now = 1_000_000;
	readonly stored = new Map<string, Uint8Array>();
	#relay: Relay;
	#last = 0;
	readonly #random: Random;
	readonly #receivers = new Map<string, { frame: (bytes: Uint8Array) => void; down: () => void }>();
	readonly #timers: { at: number; every: number; run: () => void; dead: boolean }[] = [];

	constructor(random: Random) {
		this.#random = random;
		this.#relay = createRelay({ verify: nodeSuite.verify });
	}

	/** Moves time and lets everything happen that is due. */
	async run(ms: number): Promise<void> {
		const end = this.now + ms;
		while (this.now < end) {
			this.now += 50;
			if (this.now % 1000 === 0) this.step({ type: 'tick', now: this.now });
			for (const timer of [...this.#timers]) {
				if (timer.dead || timer.at > this.now) continue;
				if (timer.every > 0) timer.at += timer.every;
				else timer.dead = true;
				timer.run();
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	after(ms: number, run: () => void, every = 0): () => void {
		const timer = { at: this.now + ms, every, run, dead: false };
		this.#timers.push(timer);
		return () => {
			timer.dead = true;
		};
	}

	step(event: Parameters<Relay['step']>[0]): void {
		for (const effect of this.#relay.step(event)) {
			if (effect.type === 'send') {
				const { connection, frame } = effect;
				queueMicrotask(() => this.#receivers.get(connection)?.frame(frame));
			} else if (effect.type === 'close') {
				const receiver = this.#receivers.get(effect.connection);
				queueMicrotask(() => {
					this.#receivers.delete(effect.connection);
					receiver?.down();
				});
			} else if (effect.type === 'commit') {
				for (const change of effect.changes) {
					if ('put' in change) this.stored.set(change.put, change.value);
					else this.stored.delete(change.remove);
				}
				const { commit } = effect;
				queueMicrotask(() => {
					this.step({ type: 'committed', commit, now: this.now });
				});
			}
		}
	}

	/** A relay link of a device that connects to this box. */
	link(): Link {
		let events: Parameters<Link['open']>[0] | undefined;
		let id: string | undefined;
		const connect = (): void => {
			if (!events) return;
			const mine = (id = `c${++this.#last}`);
			this.#receivers.set(mine, {
				frame: (bytes) => events?.onframe(bytes),
				down: () => {
					if (id !== mine) return;
					id = undefined;
					events?.ondown();
					this.after(3000, connect);
				}
			});
			events.onup();
			this.step({ type: 'open', connection: mine, nonce: this.#random(32), now: this.now });
		};
		const cut = (): void => {
			if (id === undefined) return;
			this.#receivers.delete(id);
			this.step({ type: 'close', connection: id, now: this.now });
			id = undefined;
			events?.ondown();
		};
		return {
			id: 'relay',
			kind: 'relay',
			open: (given) => {
				events = given;
				connect();
			},
			send: (bytes) => {
				const connection = id;
				if (connection === undefined) return;
				queueMicrotask(() => {
					this.step({ type: 'frame', connection, bytes, now: this.now });
				});
			},
			resume: () => {
				cut();
				connect();
			},
			close: () => {
				events = undefined;
				cut();
			}
		};
	}
}

/** What rooms in tests share: one join code, native keys, the box's clock. */
export const quick = (random: Random, box: RelayBox) => ({
	join: joinKeys(random(64), nodeSuite),
	random,
	suite: nodeSuite,
	clock: () => box.now,
	every: (ms: number, run: () => void) => box.after(ms, run, ms)
});
