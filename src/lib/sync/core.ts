import { equal, toHex } from '#lib/base/bytes.ts';
import type { ChannelName, LogRow, Progress, WriterId } from './contract.ts';
import type { Candidate, Channel, Log } from './core-log.ts';
import { admit, hasGap, isLong, keyOf, logIn, newChannel, park, ready } from './core-log.ts';
import { Desk } from './core-desk.ts';
import type { CoreOptions, KeyWithId } from './core-place.ts';
import { Place } from './core-place.ts';
import { Talk } from './core-talk.ts';
import type { Fact } from './facts.ts';
import { decodeFacts, encodeFacts } from './facts.ts';
import { examine } from './guard.ts';
import { clientIdOf, sealEntry } from './payload.ts';
import { decodeEntry, entryHash, signedBytesOf } from './protocol/entry.ts';
import { MAX_FACILITATOR_SNAPSHOT, MAX_SNAPSHOT, MAX_UPDATE } from './protocol/limits.ts';
import { inboxOf, writerBytes } from './protocol/log-id.ts';
import { Reader, Writer } from './protocol/wire.ts';

/** What happens to a device. `now` is its clock in ms; it may be wrong, and only differences of it are used. */
export type CoreEvent =
	/** Once, first: builds the documents from what the store held. */
	| {
			readonly type: 'start';
			readonly rows: readonly LogRow[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
			readonly now: number;
	  }
	| {
			readonly type: 'link-up';
			readonly link: string;
			readonly kind: 'relay' | 'tabs';
			readonly now: number;
	  }
	| { readonly type: 'link-down'; readonly link: string; readonly now: number }
	| {
			readonly type: 'frame';
			readonly link: string;
			readonly bytes: Uint8Array;
			readonly now: number;
	  }
	/** A change of this page; `id` comes back in `done`. Its entry is at most 16 KB. */
	| {
			readonly type: 'change';
			readonly id: number;
			readonly channel: ChannelName;
			readonly update: Uint8Array;
			readonly inst: Uint8Array;
			readonly now: number;
	  }
	/** The answer to `compact`: own structs of the whole document, taken in the same turn. */
	| {
			readonly type: 'snapshot';
			readonly channel: ChannelName;
			readonly update: Uint8Array;
			readonly inst: Uint8Array;
			readonly now: number;
	  }
	| { readonly type: 'committed'; readonly commit: number; readonly now: number }
	| { readonly type: 'failed'; readonly commit: number; readonly now: number }
	/** Another tab was faster; `rows` and `meta` are what the store holds now. */
	| {
			readonly type: 'conflict';
			readonly commit: number;
			readonly rows: readonly LogRow[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
			readonly now: number;
	  }
	| { readonly type: 'lock'; readonly locked: boolean; readonly now: number }
	| { readonly type: 'remove'; readonly writer: WriterId; readonly now: number }
	/** About once a second. */
	| { readonly type: 'tick'; readonly now: number };

/** What the shell must do, in this order. */
export type CoreEffect =
	| { readonly type: 'send'; readonly link: string; readonly frame: Uint8Array }
	| { readonly type: 'resume'; readonly link: string }
	/** One at a time: the next only after `committed`, `failed` or `conflict`. */
	| {
			readonly type: 'commit';
			readonly commit: number;
			readonly rows: readonly LogRow[];
			readonly remove: readonly Pick<LogRow, 'channel' | 'author' | 'seq'>[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
	  }
	/** Updates that passed the gate, to be applied to the channel's document together. */
	| {
			readonly type: 'apply';
			readonly channel: ChannelName;
			readonly updates: readonly Uint8Array[];
	  }
	/** A change is durable. */
	| { readonly type: 'done'; readonly id: number; readonly seq: number }
	| { readonly type: 'compact'; readonly channel: ChannelName }
	| { readonly type: 'changed'; readonly channel?: ChannelName };

interface Local {
	readonly kind: 'update' | 'snapshot';
	readonly id: number | undefined;
	readonly channel: ChannelName;
	readonly update: Uint8Array;
	readonly inst: Uint8Array;
	readonly facts: readonly Fact[];
	/** Snapshots: `foreign` of the log when it was taken. */
	readonly foreign: number;
}

interface Flying {
	readonly id: number;
	readonly accepted: readonly {
		readonly channel: Channel;
		readonly log: Log;
		readonly candidate: Candidate;
		readonly local: Local | undefined;
	}[];
	readonly meta: ReadonlyMap<string, Uint8Array>;
}

const BATCH = 400;
const RETRY = 1000;

/** How many things were refused; the tests and the facilitator's health check read it. */
export interface Refused {
	malformed: number;
	forbidden: number;
	forged: number;
	forks: number;
}

/**
 * A device of a room as a pure state machine: no clock, network, storage, document or randomness of its own.
 * Entries reach documents only through `#ingest` and a commit.
 */
export class Core {
	readonly place: Place;
	readonly desk: Desk | undefined;
	readonly talk: Talk;
	readonly channels = new Map<ChannelName, Channel>();
	readonly refused: Refused = { malformed: 0, forbidden: 0, forged: 0, forks: 0 };
	/** Own logs: how far the relay has acknowledged, and how far a slip has. */
	readonly sent = new Map<string, number>();
	roomHead = 0;
	#effects: CoreEffect[] = [];
	#queue: Local[] = [];
	readonly #dirty = new Set<ChannelName>();
	#flying: Flying | undefined;
	#commits = 0;
	#retryAt = 0;
	#conflicts = 0;

	constructor(options: CoreOptions) {
		this.place = new Place(options);
		this.talk = new Talk(this, (effect) => this.#effects.push(effect));
		if (this.place.role === 'facilitator')
			this.desk = new Desk(this, (facts) => this.#queueFacts(facts));
	}

	/** One step. Same options and events in the same order give the same effects; never throws on input from outside. */
	step(event: CoreEvent): readonly CoreEffect[] {
		this.#effects = [];
		this.#handle(event);
		this.#pump(event.now);
		if (this.desk) {
			// Only with everything received on its way into the logs does the desk know what is agreed.
			this.desk.work(event.now);
			this.#pump(event.now);
		}
		return this.#effects;
	}

	/** Entries of this device not yet durable, and own entries the relay has not acknowledged. */
	waiting(): number {
		let count = this.#queue.filter(({ kind }) => kind === 'update').length;
		for (const channel of this.channels.values()) {
			const own = channel.logs.get(this.place.self);
			if (own) count += Math.max(0, own.head - (this.sent.get(keyOf(own)) ?? 0));
		}
		return count;
	}

	progress(name: ChannelName): Progress {
		const log = this.channels.get(name)?.logs.get(this.place.self);
		if (!log) return { device: 0, sent: 0, room: 0 };
		const device = log.head;
		if (this.desk)
			return { device, sent: Math.min(device, this.sent.get(keyOf(log)) ?? 0), room: device };
		const room = name === inboxOf(this.place.self) ? Math.min(device, this.roomHead) : 0;
		return { device, room, sent: Math.max(room, Math.min(device, this.sent.get(keyOf(log)) ?? 0)) };
	}

	channel(name: ChannelName): Channel {
		const found = this.channels.get(name);
		if (found) return found;
		const made = newChannel(name);
		this.channels.set(name, made);
		return made;
	}

	/** Keys or authors arrived: what waited may be readable now. */
	wake(): void {
		for (const [name, channel] of this.channels)
			if ([...channel.logs.values()].some(({ parked }) => parked.size > 0)) this.#dirty.add(name);
	}

	hasGaps(): boolean {
		for (const channel of this.channels.values())
			for (const log of channel.logs.values()) if (hasGap(log)) return true;
		return false;
	}

	changed(channel?: ChannelName): void {
		this.#effects.push(channel === undefined ? { type: 'changed' } : { type: 'changed', channel });
	}

	/** Own log's relay head; a wiped relay may lower it. */
	setSent(log: string, seq: number): void {
		if (this.sent.get(log) === seq) return;
		this.sent.set(log, seq);
		const out = new Writer();
		for (const [key, head] of this.sent) {
			const name = new TextEncoder().encode(key);
			out.u8(name.length).bytes(name).u32(head);
		}
		this.place.unsaved.set('sent', out.done());
		this.changed();
	}

	/** Participant: checks the receipt in the newest slip against the own log. */
	checkReceipt(): void {
		const { slip, self } = this.place;
		const log = this.channels.get(inboxOf(self))?.logs.get(self);
		if (!slip || !log || slip.head <= this.roomHead) return;
		const held = log.held.get(slip.head);
		if (!held || !equal(held.hash, slip.hash)) return;
		this.roomHead = slip.head;
		this.place.unsaved.set('room-head', new Writer().u32(slip.head).done());
		this.changed();
	}

	/** The only gate: what passes here may become part of a log and a document. */
	ingest(bytes: Uint8Array, stored = false): void {
		const { place } = this;
		const { mutant, suite } = place.options;
		const entry = decodeEntry(bytes);
		if (!entry) {
			this.refused.malformed += 1;
			return;
		}
		if (!place.accepts(entry.channel, entry.author)) {
			this.refused.forbidden += 1;
			if (!place.members.has(entry.author)) this.talk.missed = true;
			return;
		}
		const limit =
			entry.kind === 'update'
				? MAX_UPDATE
				: place.isFacilitator(entry.author)
					? MAX_FACILITATOR_SNAPSHOT
					: MAX_SNAPSHOT;
		if (entry.bytes.length > limit) {
			this.refused.malformed += 1;
			return;
		}
		const log = logIn(this.channel(entry.channel), entry.author);
		const hash = entryHash(place.roomId, entry);
		const known = log.parked.get(entry.seq)?.hash ?? log.held.get(entry.seq)?.hash;
		const differs = known !== undefined && !equal(known, hash);
		if (known && !differs) return;
		if (entry.seq <= log.head && !differs) return;
		if (log.refused.has(toHex(hash))) return;
		if (!stored && mutant !== 'foreign-author') {
			const message = signedBytesOf(place.roomId, entry);
			if (!suite.verify(entry.signature, message, writerBytes(entry.author))) {
				this.refused.forged += 1;
				return;
			}
		}
		if (differs && !(stored && entry.seq > log.head)) {
			if (!log.forked) this.refused.forks += 1;
			log.forked = true;
			if (mutant !== 'last-wins') return;
			log.held.delete(entry.seq);
			log.head = Math.min(log.head, entry.seq - 1);
		}
		park(log, { entry, hash, stored }, stored);
		this.#dirty.add(entry.channel);
	}

	#handle(event: CoreEvent): void {
		switch (event.type) {
			case 'start':
				this.#restore(event.rows, event.meta);
				return;
			case 'link-up':
				return this.talk.up(event.link, event.kind, event.now);
			case 'link-down':
				return this.talk.down(event.link);
			case 'frame':
				return this.talk.frame(event.link, event.bytes, event.now);
			case 'change':
			case 'snapshot': {
				const { channel, update, inst } = event;
				const log = logIn(this.channel(channel), this.place.self);
				const id = event.type === 'change' ? event.id : undefined;
				const kind = event.type === 'change' ? 'update' : 'snapshot';
				this.#queue.push({ kind, id, channel, update, inst, facts: [], foreign: log.foreign });
				return;
			}
			case 'committed':
				return this.#committed(event.commit);
			case 'failed':
				if (this.#flying?.id === event.commit) this.#undo(event.now + RETRY);
				return;
			case 'conflict': {
				if (this.#flying?.id !== event.commit) return;
				this.#conflicts += 1;
				this.#undo(this.#conflicts > 5 ? event.now + RETRY : 0);
				this.place.restore(event.meta);
				for (const { bytes } of event.rows) this.ingest(bytes, true);
				this.wake();
				return;
			}
			case 'lock':
				return this.desk?.setLocked(event.locked, event.now);
			case 'remove':
				return this.desk?.remove(event.writer, event.now);
			case 'tick':
				this.wake();
				return this.talk.tick(event.now);
			default:
				return event satisfies never;
		}
	}

	#restore(rows: readonly LogRow[], meta: ReadonlyMap<string, Uint8Array>): void {
		this.place.restore(meta);
		const sent = new Reader(meta.get('sent') ?? new Uint8Array(0));
		while (sent.left > 0) {
			const key = new TextDecoder().decode(sent.bytes(sent.u8()));
			this.sent.set(key, sent.u32());
		}
		this.roomHead = new Reader(meta.get('room-head') ?? new Uint8Array(0)).u32();
		const byOrder = [...rows].sort((a, b) => a.seq - b.seq);
		const desk = byOrder.filter(({ channel, author }) => channel === inboxOf(author));
		// Private logs first: they hold the keys of the stage.
		for (const list of [desk, byOrder]) this.#load(list);
		this.checkReceipt();
	}

	#load(rows: readonly LogRow[]): void {
		for (const { bytes } of rows) this.ingest(bytes, true);
		for (;;) {
			const accepted = this.#accept();
			if (accepted.length === 0) return;
			this.#enter(accepted);
		}
	}

	/** What may be accepted now, over all channels that changed. */
	#accept(): Flying['accepted'] {
		const out: Flying['accepted'][number][] = [];
		for (const name of this.#dirty) {
			const channel = this.channel(name);
			const guarded = this.place.options.mutant !== 'no-guard';
			for (const { log, accepted } of ready(channel, this.place.opener(name), guarded))
				for (const candidate of accepted) out.push({ channel, log, candidate, local: undefined });
		}
		this.#dirty.clear();
		return out;
	}

	#queueFacts(facts: readonly Fact[]): void {
		const channel = inboxOf(this.place.self);
		const empty = new Uint8Array(0);
		const inst = new Uint8Array(4);
		for (let at = 0; at < facts.length; at += 300)
			this.#queue.push({
				kind: 'update',
				id: undefined,
				channel,
				update: empty,
				inst,
				facts: facts.slice(at, at + 300),
				foreign: 0
			});
	}

	#pump(now: number): void {
		if (this.#flying || now < this.#retryAt) return;
		const accepted = [...this.#accept()];
		const tips = new Map<Log, { seq: number; hash: Uint8Array }>();
		for (const { log, candidate } of accepted) {
			tips.set(log, { seq: candidate.entry.seq, hash: candidate.hash });
			if (log.author === this.place.self) log.foreign += 1;
		}
		const kept: Local[] = [];
		const blocked = new Set<ChannelName>();
		for (const local of this.#queue) {
			const channel = this.channel(local.channel);
			const log = logIn(channel, this.place.self);
			if (local.kind === 'snapshot' && local.foreign !== log.foreign) continue;
			const key = this.place.writeKey(local.channel);
			if (!key || blocked.has(local.channel) || accepted.length >= BATCH) {
				blocked.add(local.channel);
				kept.push(local);
				continue;
			}
			const tip = tips.get(log) ?? { seq: log.head, hash: log.headHash };
			const candidate = this.#sealed(local, log, tip, key);
			tips.set(log, { seq: candidate.entry.seq, hash: candidate.hash });
			accepted.push({ channel, log, candidate, local });
		}
		this.#queue = kept;
		const meta = new Map(this.place.unsaved);
		if (accepted.length === 0 && meta.size === 0) return;
		this.place.unsaved.clear();
		this.#commits += 1;
		this.#flying = { id: this.#commits, accepted, meta };
		this.#effects.push({ type: 'commit', commit: this.#commits, ...this.#rows(accepted), meta });
		if (this.place.options.mutant === 'send-before-commit')
			for (const { local, candidate } of accepted) if (local) this.talk.leak(candidate.entry.bytes);
	}

	#sealed(
		local: Local,
		log: Log,
		tip: { readonly seq: number; readonly hash: Uint8Array },
		key: KeyWithId
	): Candidate {
		const { options, roomId, self } = this.place;
		const own = this.desk && log.channel === inboxOf(self) ? this.desk.ownFacts() : [];
		const facts = local.kind === 'snapshot' ? own : local.facts;
		const insts =
			local.kind === 'snapshot'
				? [...log.insts]
						.filter((inst) => inst !== toHex(local.inst))
						.map((inst) =>
							Uint8Array.from(inst.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
						)
				: [];
		const header = {
			channel: log.channel,
			author: self,
			seq: tip.seq + 1,
			kind: local.kind,
			prev: tip.hash,
			keyId: key.id,
			inst: local.inst,
			nonce: options.random(24)
		};
		const payload = { insts, facts: encodeFacts(facts), update: local.update };
		const entry = sealEntry(
			roomId,
			header,
			payload,
			key.key,
			options.keys.seed,
			options.suite.sign
		);
		const clients = new Set(
			[local.inst, ...insts].map((inst) => clientIdOf(self, log.channel, inst))
		);
		const examined = examine(local.update, clients) ?? { structs: [], deletes: [] };
		return { entry, hash: entryHash(roomId, entry), stored: false, payload, examined };
	}

	/** Rows to add and remove; what a snapshot of the same commit replaces is never added. */
	#rows(accepted: Flying['accepted']): Pick<CoreEffect & { type: 'commit' }, 'rows' | 'remove'> {
		const base = new Map<Log, number>();
		for (const { log, candidate } of accepted)
			if (candidate.entry.kind === 'snapshot') base.set(log, candidate.entry.seq);
		const rows: LogRow[] = [];
		const remove: Pick<LogRow, 'channel' | 'author' | 'seq'>[] = [];
		for (const { log, candidate } of accepted) {
			const { seq, bytes } = candidate.entry;
			const id = { channel: log.channel, author: log.author, seq };
			const replaced = seq < (base.get(log) ?? 0);
			if (!replaced && !candidate.stored) rows.push({ ...id, bytes });
			if (replaced && candidate.stored) remove.push(id);
		}
		for (const [log, seq] of base)
			for (const held of log.held.keys())
				if (held < seq) remove.push({ channel: log.channel, author: log.author, seq: held });
		return { rows, remove };
	}

	/** Makes durable entries part of the logs; returns the updates per channel that this page has not made itself. */
	#enter(accepted: Flying['accepted']): void {
		const updates = new Map<ChannelName, Uint8Array[]>();
		for (const { channel, log, candidate, local } of accepted) {
			admit(channel, log, candidate);
			const { payload } = candidate;
			if (!payload) continue;
			const list = updates.get(log.channel) ?? [];
			updates.set(log.channel, list);
			if (!local && payload.update.length > 0) list.push(payload.update);
			if (payload.facts.length > 0) {
				this.place.addFacts(log.author, decodeFacts(payload.facts) ?? []);
				this.wake();
			}
		}
		for (const [channel, list] of updates) {
			if (list.length > 0) this.#effects.push({ type: 'apply', channel, updates: list });
			this.changed(channel);
		}
	}

	#committed(commit: number): void {
		const flying = this.#flying;
		if (flying?.id !== commit) return;
		this.#flying = undefined;
		this.#conflicts = 0;
		this.#enter(flying.accepted);
		const own = new Set<Log>();
		for (const { log, candidate, local } of flying.accepted) {
			if (log.author === this.place.self) own.add(log);
			else this.desk?.heard(log);
			if (local?.id !== undefined)
				this.#effects.push({ type: 'done', id: local.id, seq: candidate.entry.seq });
		}
		this.checkReceipt();
		for (const log of own) {
			this.talk.push(log);
			const busy = this.#queue.some(
				({ kind, channel }) => kind === 'snapshot' && channel === log.channel
			);
			if (isLong(log) && !busy) this.#effects.push({ type: 'compact', channel: log.channel });
		}
		this.desk?.committed(flying.accepted.flatMap(({ local }) => local?.facts ?? []));
	}

	/** The commit did not happen: everything in it waits again. */
	#undo(retryAt: number): void {
		const flying = this.#flying;
		if (!flying) return;
		this.#flying = undefined;
		this.#retryAt = retryAt;
		const locals: Local[] = [];
		for (const { channel, candidate, local } of flying.accepted) {
			if (local) locals.push(local);
			else if (candidate) this.#dirty.add(channel.name);
		}
		if (this.place.options.mutant !== 'no-retry') this.#queue = [...locals, ...this.#queue];
		for (const [key, value] of flying.meta)
			if (!this.place.unsaved.has(key)) this.place.unsaved.set(key, value);
	}

	/** Nothing is on its way to the store. */
	isIdle(): boolean {
		return !this.#flying;
	}

	/** Asks the shell for an own snapshot of the channel. */
	compact(channel: ChannelName): void {
		this.#effects.push({ type: 'compact', channel });
	}
}
