import { equal, toHex } from '#lib/base/bytes.ts';
import type { ChannelName, WriterId } from './contract.ts';
import type { Examined } from './guard.ts';
import { examine, extend, judge } from './guard.ts';
import type { Payload } from './payload.ts';
import { clientIdOf } from './payload.ts';
import type { Entry } from './protocol/entry.ts';
import { logKey } from './protocol/log-id.ts';

/** An entry whose signature holds and that waits for its turn. */
export interface Candidate {
	readonly entry: Entry;
	readonly hash: Uint8Array;
	/** Read from this device's store: its row is there already. */
	readonly stored: boolean;
	payload?: Payload;
	examined?: Examined;
}

/** What a device keeps of one author in one channel. */
export interface Log {
	readonly channel: ChannelName;
	readonly author: WriterId;
	/** Last entry that is accepted and durable, 0 = none. */
	head: number;
	headHash: Uint8Array;
	/** Kept entries: from the last snapshot on. */
	readonly held: Map<number, { readonly bytes: Uint8Array; readonly hash: Uint8Array }>;
	readonly parked: Map<number, Candidate>;
	/** Hashes refused for ever, so that they are not checked again. */
	readonly refused: Set<string>;
	/** The author signed two different entries of one number. */
	forked: boolean;
	/** Pages of the author, as hex, whose client ids occur in the document. */
	readonly insts: Set<string>;
	snapshotBytes: number;
	bytesSince: number;
	/** Counts own entries that did not come from this page, to see that a snapshot would miss some. */
	foreign: number;
}

/** One channel's logs and what is known of its document. */
export interface Channel {
	readonly name: ChannelName;
	readonly logs: Map<WriterId, Log>;
	readonly known: Map<number, number>;
	readonly owners: Map<number, WriterId>;
}

export const PARKED = 64;
export const ZEROS: Uint8Array = new Uint8Array(16);

export const newChannel = (name: ChannelName): Channel => ({
	name,
	logs: new Map(),
	known: new Map(),
	owners: new Map()
});

export function logIn(channel: Channel, author: WriterId): Log {
	const found = channel.logs.get(author);
	if (found) return found;
	const log: Log = {
		channel: channel.name,
		author,
		head: 0,
		headHash: ZEROS,
		held: new Map(),
		parked: new Map(),
		refused: new Set(),
		forked: false,
		insts: new Set(),
		snapshotBytes: 0,
		bytesSince: 0,
		foreign: 0
	};
	channel.logs.set(author, log);
	return log;
}

/** Opens a candidate: its payload, `no-key` when it must wait, `bad` when it can never be read. */
export type Opener = (entry: Entry) => Payload | 'no-key' | 'bad';

/** Keeps a candidate until its turn; when there are too many the latest goes, unless it is on this device already. */
export function park(log: Log, candidate: Candidate, keep = false): void {
	log.parked.set(candidate.entry.seq, candidate);
	if (keep || log.parked.size <= PARKED) return;
	log.parked.delete(Math.max(...log.parked.keys()));
}

/** Remembers an entry that is refused for ever. */
export function refuse(log: Log, candidate: Candidate): void {
	log.parked.delete(candidate.entry.seq);
	if (log.refused.size < PARKED * 4) log.refused.add(toHex(candidate.hash));
}

function prepare(log: Log, candidate: Candidate, opener: Opener): boolean {
	if (candidate.examined) return true;
	const { entry } = candidate;
	const payload = opener(entry);
	if (payload === 'no-key') return false;
	if (payload === 'bad') {
		refuse(log, candidate);
		return false;
	}
	const insts = [entry.inst, ...(entry.kind === 'snapshot' ? payload.insts : [])];
	const clients = new Set(insts.map((inst) => clientIdOf(log.author, log.channel, inst)));
	const examined = examine(payload.update, clients);
	if (!examined) {
		refuse(log, candidate);
		return false;
	}
	candidate.payload = payload;
	candidate.examined = examined;
	return true;
}

/** Candidates of a log that follow its head without a gap, or through a snapshot. */
function runOf(log: Log, opener: Opener): readonly Candidate[] {
	const run: Candidate[] = [];
	let head = log.head;
	let hash = log.headHash;
	for (;;) {
		const next = log.parked.get(head + 1);
		let taken: Candidate | undefined;
		if (
			next &&
			next.entry.kind === 'update' &&
			!equal(next.entry.prev, head === 0 ? ZEROS : hash)
		) {
			log.forked = true;
			refuse(log, next);
		} else if (next && prepare(log, next, opener)) taken = next;
		if (!taken) {
			const later = [...log.parked.values()]
				.filter(({ entry }) => entry.kind === 'snapshot' && entry.seq > head)
				.sort((a, b) => a.entry.seq - b.entry.seq);
			taken = later.find((candidate) => prepare(log, candidate, opener));
		}
		if (!taken) return run;
		run.push(taken);
		head = taken.entry.seq;
		hash = taken.hash;
	}
}

/** Which parked entries of a channel may be accepted now, in the order of each log. The rest stays parked. */
export function ready(
	channel: Channel,
	opener: Opener
): readonly { readonly log: Log; readonly accepted: readonly Candidate[] }[] {
	const runs = [...channel.logs.values()]
		.filter((log) => log.parked.size > 0)
		.map((log) => ({ log, items: runOf(log, opener) }))
		.filter(({ items }) => items.length > 0);
	const kept = judge(
		channel,
		runs.map(({ log, items }) => ({
			author: log.author,
			items: items.flatMap(({ examined }) => examined ?? [])
		}))
	);
	return runs
		.map(({ log, items }, i) => ({ log, accepted: items.slice(0, kept[i]) }))
		.filter(({ accepted }) => accepted.length > 0);
}

/** Makes an entry part of the log: it is durable. Returns the numbers it replaced. */
export function admit(channel: Channel, log: Log, candidate: Candidate): readonly number[] {
	const { entry, hash, payload, examined } = candidate;
	log.parked.delete(entry.seq);
	for (const seq of [...log.parked.keys()]) if (seq <= entry.seq) log.parked.delete(seq);
	log.head = entry.seq;
	log.headHash = hash;
	log.insts.add(toHex(entry.inst));
	for (const inst of payload?.insts ?? []) log.insts.add(toHex(inst));
	extend(channel.known, channel.owners, log.author, examined);
	const replaced: number[] = [];
	if (entry.kind === 'snapshot') {
		replaced.push(...log.held.keys());
		log.held.clear();
		log.snapshotBytes = entry.bytes.length;
		log.bytesSince = 0;
	} else log.bytesSince += entry.bytes.length;
	log.held.set(entry.seq, { bytes: entry.bytes, hash });
	return replaced;
}

/** Kept entries after `seq`, in order: what somebody who holds the log up to there still needs. */
export function after(log: Log, seq: number): readonly Uint8Array[] {
	return [...log.held.entries()]
		.filter(([held]) => held > seq)
		.sort(([a], [b]) => a - b)
		.map(([, { bytes }]) => bytes);
}

/** Whether the next number in the chain is missing although later ones are here. */
export const hasGap = (log: Log): boolean =>
	!log.forked &&
	log.parked.size > 0 &&
	!log.parked.has(log.head + 1) &&
	![...log.parked.values()].some(({ entry }) => entry.kind === 'snapshot');

/** True once a snapshot would make the log much smaller for everybody who comes later. */
export const isLong = (log: Log): boolean =>
	log.held.size > 12 && log.bytesSince > Math.max(8192, 2 * log.snapshotBytes);

export const keyOf = (log: Log): string => logKey(log);
