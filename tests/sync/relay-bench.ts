import { seededRandom } from '#lib/base/random.ts';
import type { ChannelName, WriterId } from '#lib/sync/contract.ts';
import { facilitatorKeys, joinKeys, writerKeys, type WriterKeys } from '#lib/sync/keys.ts';
import { sealEntry } from '#lib/sync/payload.ts';
import type { Entry, EntryKind } from '#lib/sync/protocol/entry.ts';
import { entryHash } from '#lib/sync/protocol/entry.ts';
import type { Frame } from '#lib/sync/protocol/frame.ts';
import { decodeFrame, encodeFrame } from '#lib/sync/protocol/frame.ts';
import { authBytes, makeCert, makeJoin, makeRegistration } from '#lib/sync/protocol/statements.ts';
import { keyIdOf } from '#lib/sync/suite.ts';
import { createRelay } from '../../src/relay/core.ts';
import type { RelayEffect, RelayEvent } from '../../src/relay/core/event.ts';
import { nodeSuite } from './node-suite.ts';

export const random = seededRandom(1);
export const join = joinKeys(random(64), nodeSuite);
export const root = facilitatorKeys(random(16), nodeSuite);
export const boss = writerKeys(random(32), nodeSuite);
export const anna = writerKeys(random(32), nodeSuite);
export const boris = writerKeys(random(32), nodeSuite);
export const ZEROS = new Uint8Array(16);
export const registration = makeRegistration(
	{ roomId: join.roomId, root: root.root, rootBox: root.box, join: join.join, life: 24 },
	root.rootSeed,
	join.joinSeed,
	nodeSuite.sign
);

/** A relay whose commits finish only when the test says so. */
export class Bench {
	now = 1000;
	readonly stored = new Map<string, Uint8Array>();
	relay = createRelay({ verify: nodeSuite.verify });
	readonly got = new Map<string, Frame[]>();
	readonly closed = new Set<string>();
	#commits: (RelayEffect & { type: 'commit' })[] = [];

	step(event: RelayEvent): void {
		for (const effect of this.relay.step(event)) {
			if (effect.type === 'commit') this.#commits.push(effect);
			if (effect.type === 'close') this.closed.add(effect.connection);
			if (effect.type !== 'send') continue;
			const frame = decodeFrame(effect.frame);
			if (!frame) throw new Error('the relay sent something unreadable');
			this.got.set(effect.connection, [...(this.got.get(effect.connection) ?? []), frame]);
		}
	}
	flush(): void {
		for (let next = this.#commits.shift(); next; next = this.#commits.shift()) {
			for (const change of next.changes)
				if ('put' in change) this.stored.set(change.put, change.value);
				else this.stored.delete(change.remove);
			this.step({ type: 'committed', commit: next.commit, now: this.now });
		}
	}
	failCommit(): void {
		const next = this.#commits.shift();
		if (next) this.step({ type: 'failed', commit: next.commit, now: this.now });
	}
	restart(): void {
		this.#commits = [];
		this.relay = createRelay({ verify: nodeSuite.verify, stored: this.stored });
	}
	say(connection: string, frame: Frame): void {
		this.step({ type: 'frame', connection, bytes: encodeFrame(frame), now: this.now });
	}
	login(connection: string, keys: WriterKeys, facilitator = false): void {
		const nonce = random(32);
		this.step({ type: 'open', connection, nonce, now: this.now });
		if (facilitator) this.say(connection, { type: 'register', registration });
		const { roomId } = join;
		const { sign } = nodeSuite;
		const record = facilitator
			? makeCert(roomId, keys.writer, root.rootSeed, sign)
			: makeJoin(roomId, keys.writer, keys.box, join.joinSeed, keys.seed, sign);
		const signature = sign(authBytes(nonce, roomId), keys.seed);
		this.say(connection, { type: 'auth', roomId, pin: new Uint8Array(10), record, signature });
	}
	post(connection: string, ...entries: readonly Entry[]): void {
		this.say(connection, { type: 'entries', entries: entries.map(({ bytes }) => bytes) });
	}
	types(connection: string): readonly string[] {
		return (this.got.get(connection) ?? []).map((frame) =>
			frame.type === 'nack' || frame.type === 'refused' ? frame.code : frame.type
		);
	}
	last(connection: string): string | undefined {
		return this.types(connection).at(-1);
	}
}

/** An entry of 10 bytes, or as told; well signed by `keys`, whatever it claims. */
export function entry(
	keys: WriterKeys,
	channel: ChannelName,
	seq: number,
	prev: Uint8Array,
	more: { size?: number; kind?: EntryKind; author?: WriterId } = {}
): Entry {
	const key = new Uint8Array(32);
	const { size = 10, kind = 'update', author = keys.writer } = more;
	return sealEntry(
		join.roomId,
		{ channel, author, seq, kind, prev, keyId: keyIdOf(key), inst: random(4), nonce: random(24) },
		{ insts: [], facts: new Uint8Array(0), update: random(size) },
		key,
		keys.seed,
		nodeSuite.sign
	);
}
export const hash = (of: Entry): Uint8Array => entryHash(join.roomId, of);

/** A relay with a facilitator and two participants in one room, everything durable. */
export function ready(): Bench {
	const bench = new Bench();
	bench.login('boss', boss, true);
	bench.login('anna', anna);
	bench.login('boris', boris);
	bench.flush();
	return bench;
}
export const inbox = `in/${anna.writer}` as const;
