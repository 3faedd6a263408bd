import type { ChannelName, WriterId } from '#lib/sync/protocol/log-id.ts';
import type { Entry } from '#lib/sync/protocol/entry.ts';
import { logKey } from '#lib/sync/protocol/log-id.ts';
import type { Lock, MemberRecord, Registration } from '#lib/sync/protocol/statements.ts';

/** An entry the relay keeps; it never looks inside. */
export interface Kept {
	readonly seq: number;
	readonly kind: Entry['kind'];
	readonly hash: Uint8Array;
	readonly bytes: Uint8Array;
}

/** One author's entries in one channel. `head` counts what is accepted, `committed` what is durable. */
export interface RelayLog {
	readonly channel: ChannelName;
	readonly author: WriterId;
	readonly entries: Map<number, Kept>;
	head: number;
	headHash: Uint8Array;
	committed: number;
	/** The latest snapshot and the one before, 0 = none. */
	snapshot: number;
	olderSnapshot: number;
	bytes: number;
}

/** A writer the room knows. `tokens` is the bucket of entries it may still send now. */
export interface RelayMember {
	readonly record: MemberRecord;
	readonly connections: Set<string>;
	lastSeen: number;
	tokens: number;
	refilled: number;
	bytes: number;
	changed: boolean;
}

/** Everything the relay knows of one room: public keys, sealed bytes, numbers. */
export interface RelayRoom {
	readonly key: string;
	registration: Registration;
	readonly created: number;
	lastUsed: number;
	savedUse: number;
	readonly members: Map<WriterId, RelayMember>;
	readonly logs: Map<string, RelayLog>;
	readonly slips: Map<WriterId, { readonly counter: number; readonly frame: Uint8Array }>;
	lock: Lock | undefined;
	removed: ReadonlySet<WriterId>;
	bytes: number;
	toldOnline: number;
	toldAt: number;
}

const ZEROS = new Uint8Array(16);

export const newRoom = (key: string, registration: Registration, now: number): RelayRoom => ({
	key,
	registration,
	created: now,
	lastUsed: now,
	savedUse: now,
	members: new Map(),
	logs: new Map(),
	slips: new Map(),
	lock: undefined,
	removed: new Set(),
	bytes: 0,
	toldOnline: -1,
	toldAt: now
});

/** The log of an author in a channel, made when it is not there yet. */
export function logOf(room: RelayRoom, channel: ChannelName, author: WriterId): RelayLog {
	const key = logKey({ channel, author });
	const found = room.logs.get(key);
	if (found) return found;
	const log: RelayLog = {
		channel,
		author,
		entries: new Map(),
		head: 0,
		headHash: ZEROS,
		committed: 0,
		snapshot: 0,
		olderSnapshot: 0,
		bytes: 0
	};
	room.logs.set(key, log);
	return log;
}

/**
 * Adds an entry at the end and drops what two later snapshots have replaced. Returns the dropped numbers.
 * The caller has checked that it follows the head.
 */
export function append(room: RelayRoom, log: RelayLog, kept: Kept): readonly number[] {
	log.entries.set(kept.seq, kept);
	log.head = kept.seq;
	log.headHash = kept.hash;
	grow(room, log, kept.bytes.length);
	if (kept.kind !== 'snapshot') return [];
	log.olderSnapshot = log.snapshot;
	log.snapshot = kept.seq;
	const dropped: number[] = [];
	for (const entry of log.entries.values()) {
		if (entry.seq >= log.olderSnapshot) continue;
		log.entries.delete(entry.seq);
		dropped.push(entry.seq);
		grow(room, log, -entry.bytes.length);
	}
	return dropped;
}

function grow(room: RelayRoom, log: RelayLog, bytes: number): void {
	log.bytes += bytes;
	room.bytes += bytes;
	const member = room.members.get(log.author);
	if (member) member.bytes += bytes;
}

/** Durable entries somebody who holds the log up to `have` still needs, in order: the latest snapshot and what follows. */
export function missing(log: RelayLog, have: number): readonly Uint8Array[] {
	const out: Uint8Array[] = [];
	const first = Math.max(have + 1, log.snapshot > log.committed ? log.olderSnapshot : log.snapshot);
	for (let seq = first; seq <= log.committed; seq++) {
		const kept = log.entries.get(seq);
		if (kept) out.push(kept.bytes);
	}
	return out;
}

/** Facilitators read everything; a participant the stage and its own inbox. */
export const mayRead = (record: MemberRecord, channel: ChannelName): boolean =>
	record.kind === 'cert' || channel === 'stage' || channel === `in/${record.writer}`;

/** Facilitators write everywhere; a participant only its own inbox. */
export const mayWrite = (record: MemberRecord, channel: ChannelName): boolean =>
	record.kind === 'cert' || channel === `in/${record.writer}`;

/** Facilitators pass on anybody's entries; a participant only its own. */
export const mayCarry = (record: MemberRecord, author: WriterId): boolean =>
	record.kind === 'cert' || author === record.writer;
