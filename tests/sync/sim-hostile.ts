import * as Y from 'yjs';
import { concat } from '#lib/base/bytes.ts';
import type { ChannelName, WriterId } from '#lib/sync/contract.ts';
import { facilitatorKeys, inboxKey, writerKeys } from '#lib/sync/keys.ts';
import { clientIdOf, sealEntry } from '#lib/sync/payload.ts';
import type { Entry } from '#lib/sync/protocol/entry.ts';
import { entryHash } from '#lib/sync/protocol/entry.ts';
import { decodeFrame, encodeFrame } from '#lib/sync/protocol/frame.ts';
import { writerBytes } from '#lib/sync/protocol/log-id.ts';
import { authBytes, makeCert, makeJoin, makeLock } from '#lib/sync/protocol/statements.ts';
import { openSlip, sealSlip } from '#lib/sync/slip.ts';
import { keyIdOf } from '#lib/sync/suite.ts';
import type { SimDevice } from './sim-device.ts';
import type { Pipe } from './sim-network.ts';
import type { Simulation } from './simulator.ts';

/** A phone with the right join code and no manners. It also speaks for a relay that lies. */
export class Hostile {
	readonly writer: WriterId;
	readonly #sim: Simulation;
	readonly #keys;
	readonly #inbox: Uint8Array;
	readonly #heard: Uint8Array[] = [];
	#pipe: Pipe | undefined;
	/** It is admitted like everybody: it can read the stage, and tries to write it. */
	#stageKey: Uint8Array | undefined;
	#seq = 0;
	#hash: Uint8Array = new Uint8Array(16);

	constructor(sim: Simulation) {
		this.#sim = sim;
		this.#keys = writerKeys(sim.random(32), sim.suite);
		this.writer = this.#keys.writer;
		const { box } = facilitatorKeys(sim.recovery, sim.suite);
		const key = inboxKey(this.#keys.boxSecret, box, sim.join.roomId, this.writer, sim.suite);
		this.#inbox = key ?? new Uint8Array(32);
	}

	plan(some: () => number): void {
		for (let at = 500; at < 18_000; at += 2500) this.#sim.at(at, () => this.#connect());
		for (let i = 0; i < 20; i++) this.#sim.at(some(), () => this.#attack());
	}

	#connect(): void {
		if (this.#pipe) return;
		this.#pipe = this.#sim.network.open({
			device: undefined,
			receive: (bytes) => this.#hear(bytes),
			closed: () => (this.#pipe = undefined)
		});
	}

	#hear(bytes: Uint8Array): void {
		const { suite, join } = this.#sim;
		const frame = decodeFrame(bytes);
		if (frame?.type === 'chal') {
			const { writer, box, seed } = this.#keys;
			const record = makeJoin(join.roomId, writer, box, join.joinSeed, seed, suite.sign);
			const signature = suite.sign(authBytes(frame.nonce, join.roomId), seed);
			const pin = new Uint8Array(10);
			this.#say(encodeFrame({ type: 'auth', roomId: join.roomId, pin, record, signature }));
		}
		if (frame?.type === 'nack' && frame.author === this.writer && frame.code !== 'quota')
			this.#seq = frame.head;
		if (frame?.type === 'slip' && frame.writer === this.writer) {
			const { counter, sealed } = frame;
			const slip = openSlip(join.roomId, this.writer, counter, sealed, this.#inbox);
			this.#stageKey = slip?.keys[0]?.key ?? this.#stageKey;
		}
		if (this.#heard.length < 200) this.#heard.push(bytes);
	}

	#say(bytes: Uint8Array): void {
		if (this.#pipe) this.#sim.network.carryUp(this.#pipe, bytes);
	}

	/** A well-signed entry under this writer's key, whatever it claims. */
	#entry(claims: {
		channel?: ChannelName;
		author?: WriterId;
		seq?: number;
		prev?: Uint8Array;
		update: Uint8Array;
		inst?: Uint8Array;
		snapshot?: boolean;
		facts?: Uint8Array;
	}): Entry {
		const { random, join, suite } = this.#sim;
		const own =
			claims.author === undefined && claims.channel === undefined && claims.seq === undefined;
		const key = claims.channel === 'stage' ? (this.#stageKey ?? this.#inbox) : this.#inbox;
		const header = {
			channel: claims.channel ?? (`in/${this.writer}` as const),
			author: claims.author ?? this.writer,
			seq: claims.seq ?? this.#seq + 1,
			kind: claims.snapshot ? ('snapshot' as const) : ('update' as const),
			prev: claims.prev ?? this.#hash,
			keyId: keyIdOf(key),
			inst: claims.inst ?? random(4),
			nonce: random(24)
		};
		const payload = { insts: [], facts: claims.facts ?? new Uint8Array(0), update: claims.update };
		const entry = sealEntry(join.roomId, header, payload, key, this.#keys.seed, suite.sign);
		if (own) {
			this.#seq += 1;
			this.#hash = entryHash(join.roomId, entry);
		}
		return entry;
	}

	#post(entry: Entry): void {
		this.#say(encodeFrame({ type: 'entries', entries: [entry.bytes] }));
	}

	/** A Yjs update that puts a mark into the answers, under the given client id. */
	#mark(client: number): Uint8Array {
		const doc = new Y.Doc();
		doc.clientID = client;
		doc.getMap('answers').set('forged', 'forged');
		return Y.encodeStateAsUpdate(doc);
	}

	/** A delete set over everything a client has written or will write. */
	#futureDelete(client: number): Uint8Array {
		const out: number[] = [0, 1];
		const varint = (value: number): void => {
			let rest = value;
			for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
			out.push(rest);
		};
		varint(client);
		out.push(1, 0);
		varint(1_000_000);
		return Uint8Array.from(out);
	}

	#attack(): void {
		const { random, facilitators, phones, join, suite, counts } = this.#sim;
		const pick = <T>(list: readonly T[]): T | undefined =>
			list[Math.floor(random.next() * list.length)];
		const boss = pick(facilitators);
		const victim = pick(phones)?.[0];
		if (!boss || !victim) return;
		const target = random.next() < 0.5 ? boss : victim;
		const { writer } = victim.options.keys;
		const bossWriter = boss.options.keys.writer;
		const both = (entry: Entry): void => {
			this.#post(entry);
			this.#sim.inject(target, encodeFrame({ type: 'entries', entries: [entry.bytes] }));
		};
		counts.forged += 1;
		switch (Math.floor(random.next() * 15)) {
			case 0:
				return both(this.#entry({ channel: 'stage', update: this.#mark(7) }));
			case 1:
				return both(this.#entry({ channel: `in/${writer}`, update: this.#mark(7) }));
			case 2: {
				const log = boss.core.channels.get('stage')?.logs.get(bossWriter);
				const seq = (log?.head ?? 0) + 1;
				const prev = log?.headHash ?? new Uint8Array(16);
				const inst = random(4);
				const update = this.#mark(clientIdOf(bossWriter, 'stage', inst));
				return both(this.#entry({ channel: 'stage', author: bossWriter, seq, prev, update, inst }));
			}
			case 3: {
				const channel = `in/${writer}` as const;
				const seq = this.#headOf(victim, channel, writer) + 1;
				const inst = random(4);
				const update = this.#mark(clientIdOf(writer, channel, inst));
				return both(
					this.#entry({ channel, author: writer, seq, update, inst, snapshot: random.next() < 0.5 })
				);
			}
			case 4:
				return this.#post(
					this.#entry({ update: this.#futureDelete(Math.floor(random.next() * 2 ** 32)) })
				);
			case 5: {
				const inst = random(4);
				const client = clientIdOf(this.writer, `in/${this.writer}`, inst);
				return this.#post(this.#entry({ update: this.#mark(client), inst }));
			}
			case 6:
				return this.#post(
					this.#entry({
						update: this.#mark(clientIdOf(bossWriter, `in/${this.writer}`, new Uint8Array(4)))
					})
				);
			case 7: {
				// The same number twice: one version to the relay, another straight to a facilitator.
				const prev = this.#hash;
				const one = this.#entry({ update: new Uint8Array(0) });
				const two = this.#entry({ seq: one.seq, prev, update: this.#mark(1) });
				this.#post(one);
				return this.#sim.inject(boss, encodeFrame({ type: 'entries', entries: [two.bytes] }));
			}
			case 8:
				return this.#post(this.#entry({ seq: this.#seq + 3, update: new Uint8Array(0) }));
			case 9:
				return this.#say(random(1 + Math.floor(random.next() * 400)));
			case 10: {
				const old = pick(this.#heard)?.slice();
				if (!old) return;
				const at = Math.floor(random.next() * old.length);
				old[at] = (old[at] ?? 0) ^ (1 + Math.floor(random.next() * 255));
				if (old[0] === 6 || old[0] === 8 || old[0] === 9 || old[0] === 5 || old[0] === 12) return;
				this.#say(old);
				return this.#sim.inject(target, old);
			}
			case 11: {
				const slip = {
					state: 'admitted' as const,
					seat: 1,
					keys: [],
					head: 999,
					hash: new Uint8Array(16)
				};
				const counter = this.#sim.now + 1e6;
				const sealed = sealSlip(join.roomId, writer, counter, slip, this.#inbox, random(24));
				const bytes = encodeFrame({ type: 'slip', writer, counter, sealed });
				this.#say(bytes);
				return this.#sim.inject(victim, bytes);
			}
			case 12: {
				const lock = makeLock(
					join.roomId,
					{ counter: this.#sim.now + 1e6, locked: true, removed: [writer] },
					this.#keys.seed,
					suite.sign
				);
				const bytes = encodeFrame({ type: 'lock', lock });
				this.#say(bytes);
				return this.#sim.inject(boss, bytes);
			}
			case 13: {
				const record = makeCert(join.roomId, this.writer, this.#keys.seed, suite.sign);
				const bytes = encodeFrame({
					type: 'members',
					members: [{ record, online: true, lastSeen: 1 }]
				});
				this.#say(bytes);
				return this.#sim.inject(target, bytes);
			}
			default: {
				const junk = this.#entry({ update: concat(random(30), writerBytes(writer)) });
				return this.#post(junk);
			}
		}
	}

	#headOf(device: SimDevice, channel: ChannelName, author: WriterId): number {
		return device.core.channels.get(channel)?.logs.get(author)?.head ?? 0;
	}
}
