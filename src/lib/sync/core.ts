import type { ChannelName, LogRow, Progress } from './contract.ts';
import type { Accepted, Flying, Local } from './core-commit.ts';
import { rowsOf } from './core-commit.ts';
import { Desk } from './core-desk.ts';
import type { CoreEffect, CoreEvent } from './core-event.ts';
import { Gate } from './core-gate.ts';
import type { Channel, Log } from './core-log.ts';
import { admit, isLong } from './core-log.ts';
import { Outbox } from './core-outbox.ts';
import type { CoreOptions } from './core-place.ts';
import { Place } from './core-place.ts';
import { Receipts } from './core-receipts.ts';
import { Talk } from './core-talk.ts';
import { decodeFacts } from './facts.ts';
import { inboxOf } from './protocol/log-id.ts';

/** ms until a failed commit is tried again. */
const RETRY = 1000;

/**
 * A device of a room as a pure state machine: no clock, network, storage, document or randomness of its own.
 * Entries reach documents only through `gate.ingest` and a commit.
 */
export class Core {
	readonly place: Place;
	readonly gate: Gate;
	readonly outbox: Outbox;
	readonly receipts: Receipts;
	readonly desk: Desk | undefined;
	readonly talk: Talk;
	readonly channels: ReadonlyMap<ChannelName, Channel>;
	#effects: CoreEffect[] = [];
	#flying: Flying | undefined;
	#commits = 0;
	#retryAt = 0;
	#conflicts = 0;

	constructor(options: CoreOptions) {
		this.place = new Place(options);
		this.gate = new Gate(this.place);
		this.channels = this.gate.channels;
		this.outbox = new Outbox(this.place, this.gate, () => this.desk?.ownFacts() ?? []);
		this.receipts = new Receipts(this.place, this.gate, () => {
			this.changed();
		});
		this.talk = new Talk(this, (effect) => this.#effects.push(effect));
		if (this.place.role === 'facilitator')
			this.desk = new Desk(this, (facts) => this.outbox.addFacts(facts));
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
		return this.outbox.waiting() + this.receipts.unsent();
	}

	progress(name: ChannelName): Progress {
		return this.receipts.progress(name);
	}

	changed(channel?: ChannelName): void {
		this.#effects.push(channel === undefined ? { type: 'changed' } : { type: 'changed', channel });
	}

	/** Nothing is on its way to the store. */
	isIdle(): boolean {
		return !this.#flying;
	}

	/** Asks the shell for an own snapshot of the channel. */
	compact(channel: ChannelName): void {
		this.#effects.push({ type: 'compact', channel });
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
				const id = event.type === 'change' ? event.id : undefined;
				const kind = event.type === 'change' ? 'update' : 'snapshot';
				return this.outbox.add({ kind, id, channel, update, inst });
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
				for (const { bytes } of event.rows) this.gate.ingest(bytes, true);
				this.gate.wake();
				return;
			}
			case 'lock':
				return this.desk?.setLocked(event.locked, event.now);
			case 'remove':
				return this.desk?.remove(event.writer, event.now);
			case 'tick':
				this.gate.wake();
				return this.talk.tick(event.now);
			default:
				return event satisfies never;
		}
	}

	#restore(rows: readonly LogRow[], meta: ReadonlyMap<string, Uint8Array>): void {
		this.place.restore(meta);
		this.receipts.restore(meta);
		const byOrder = [...rows].sort((a, b) => a.seq - b.seq);
		const desk = byOrder.filter(({ channel, author }) => channel === inboxOf(author));
		// Private logs first: they hold the keys of the stage.
		for (const list of [desk, byOrder]) this.#load(list);
		this.receipts.checkReceipt();
	}

	#load(rows: readonly LogRow[]): void {
		for (const { bytes } of rows) this.gate.ingest(bytes, true);
		for (;;) {
			const accepted = this.gate.accept();
			if (accepted.length === 0) return;
			this.#enter(accepted);
		}
	}

	/** Starts the next commit when none is under way and there is something to store. */
	#pump(now: number): void {
		if (this.#flying || now < this.#retryAt) return;
		const received = this.gate.accept();
		const accepted = [...received, ...this.outbox.sealAfter(received)];
		const meta = new Map(this.place.unsaved);
		if (accepted.length === 0 && meta.size === 0) return;
		this.place.unsaved.clear();
		this.#commits += 1;
		this.#flying = { id: this.#commits, accepted, meta };
		this.#effects.push({ type: 'commit', commit: this.#commits, ...rowsOf(accepted), meta });
	}

	/** Makes durable entries part of the logs; the shell applies the updates that this page has not made itself. */
	#enter(accepted: readonly Accepted[]): void {
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
				this.gate.wake();
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
		this.receipts.checkReceipt();
		for (const log of own) {
			this.talk.push(log);
			if (isLong(log) && !this.outbox.hasSnapshot(log.channel)) this.compact(log.channel);
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
		for (const { channel, local } of flying.accepted) {
			if (local) locals.push(local);
			else this.gate.touch(channel.name);
		}
		this.outbox.putBack(locals);
		for (const [key, value] of flying.meta)
			if (!this.place.unsaved.has(key)) this.place.unsaved.set(key, value);
	}
}
