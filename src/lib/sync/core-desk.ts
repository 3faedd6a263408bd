import { equal } from '#lib/base/bytes.ts';
import type { Member, WriterId } from './contract.ts';
import type { Core } from './core.ts';
import type { Log } from './core-log.ts';
import type { Fact } from './facts.ts';
import type { Frame } from './protocol/frame.ts';
import { encodeFrame } from './protocol/frame.ts';
import { MAX_REMOVED } from './protocol/limits.ts';
import { inboxOf } from './protocol/log-id.ts';
import type { Slip } from './slip.ts';
import { openSlip, sealSlip, SLIP_KEYS } from './slip.ts';

interface Sent {
	counter: number;
	/** What the newest slip says, undefined when it is not sure that it arrived. */
	content: Slip | undefined;
	at: number;
}

/** Slips to one writer come at most this often, ms. */
const SLIP_EVERY = 1000;
const MAX_COUNTER = 2 ** 47;

/** The facilitator's part of a device: admits, removes, hands out keys and receipts. */
export class Desk {
	readonly #core: Core;
	readonly #queue: (facts: readonly Fact[]) => void;
	readonly #slips = new Map<WriterId, Sent>();
	readonly #due = new Set<WriterId>();
	/** Seats and epochs asked for but not yet durable. */
	readonly #asked = new Set<WriterId>();
	#askedEpoch = false;
	#scan = true;
	#lastKey: Uint8Array | undefined;
	#caughtUp = false;

	constructor(core: Core, queue: (facts: readonly Fact[]) => void) {
		this.#core = core;
		this.#queue = queue;
	}

	members(): readonly Member[] {
		const { place } = this.#core;
		const out: Member[] = [];
		for (const [writer, { record, online, lastSeen }] of place.members) {
			if (record.kind !== 'join') continue;
			const seat = place.roster.seats.get(writer);
			out.push({
				writer,
				seat: seat?.seat,
				state: seat?.state ?? 'knocking',
				online,
				lastSeen
			});
		}
		return out;
	}

	setLocked(locked: boolean, now: number): void {
		const { place, talk } = this.#core;
		if ((place.lock?.locked ?? false) === locked) return;
		place.makeLock(locked, place.lock?.removed ?? [], now);
		talk.sendLock();
		this.#scan = true;
		this.#core.changed();
	}

	/** Ends writing at once (the relay refuses) and reading from the next stage key. */
	remove(writer: WriterId, now: number): void {
		const { place, talk } = this.#core;
		const seat = place.roster.seats.get(writer);
		if (seat?.state === 'removed' || place.isFacilitator(writer)) return;
		const removed = [...(place.lock?.removed ?? []), writer].slice(-MAX_REMOVED);
		place.makeLock(place.lock?.locked ?? false, removed, now);
		talk.sendLock();
		this.#asked.add(writer);
		this.#queue([
			{
				type: 'seat',
				writer,
				seat: seat?.seat ?? place.roster.nextSeat(),
				state: 'removed',
				revision: (seat?.revision ?? 0) + 1
			}
		]);
		this.#askEpoch();
		this.#core.changed();
	}

	#askEpoch(): void {
		const { place } = this.#core;
		const epoch = (place.roster.epochsByAge()[0]?.epoch ?? 0) + 1;
		this.#askedEpoch = true;
		this.#queue([{ type: 'epoch', epoch, key: place.options.random(32) }]);
	}

	/** Every fact of this device that still counts: what a snapshot of the private log must carry. */
	ownFacts(): readonly Fact[] {
		const { place } = this.#core;
		const facts: Fact[] = [];
		for (const { epoch, key, author } of place.roster.epochs.values())
			if (author === place.self) facts.push({ type: 'epoch', epoch, key });
		for (const [writer, { seat, state, revision, author }] of place.roster.seats)
			if (author === place.self) facts.push({ type: 'seat', writer, seat, state, revision });
		return facts;
	}

	/** An entry of somebody else is durable here: its author gets a receipt. */
	heard(log: Log): void {
		if (log.channel === inboxOf(log.author)) this.#due.add(log.author);
	}

	/** Own facts are durable; only now may slips speak of them. */
	committed(facts: readonly Fact[]): void {
		for (const fact of facts) {
			if (fact.type === 'seat') {
				this.#asked.delete(fact.writer);
				this.#due.add(fact.writer);
			} else this.#askedEpoch = false;
		}
	}

	/** New people, an opened room, a synchronised relay. */
	look(): void {
		this.#scan = true;
	}

	linkReady(): void {
		for (const slip of this.#slips.values()) slip.content = undefined;
	}

	synced(): void {
		this.#caughtUp = true;
		this.#scan = true;
		for (const writer of this.#core.place.roster.seats.keys()) this.#due.add(writer);
	}

	/** A slip the relay keeps, or one of another facilitator device, or a participant that asks for a newer one. */
	takeSlip(frame: Frame & { type: 'slip' }): void {
		const { place } = this.#core;
		const key = place.slipKey(frame.writer);
		if (!key || frame.counter > MAX_COUNTER) return;
		const { writer, counter, sealed } = frame;
		const content = openSlip(place.roomId, writer, counter, sealed, key);
		const known = this.#slips.get(writer) ?? { counter: 0, content: undefined, at: 0 };
		this.#slips.set(writer, known);
		this.#due.add(writer);
		if (content && counter >= known.counter) {
			known.counter = counter;
			known.content = content;
		} else known.content = undefined;
	}

	/** Everything that is due now. Called after every event. */
	work(now: number): void {
		const { place, talk } = this.#core;
		const [newest] = place.roster.epochsByAge();
		const sure = place.options.fresh ?? false;
		if (!newest && !this.#askedEpoch && (sure || (this.#caughtUp && this.#core.isIdle())))
			this.#askEpoch();
		if (newest && !(this.#lastKey && equal(this.#lastKey, newest.key))) {
			if (this.#lastKey) {
				for (const writer of place.roster.seats.keys()) this.#due.add(writer);
				const stage = this.#core.channels.get('stage')?.logs.get(place.self);
				if (stage && stage.head > 0) this.#core.compact('stage');
			}
			this.#lastKey = newest.key;
		}
		if (this.#scan && newest && talk.isSynced() && this.#core.isIdle()) this.#admit();
		if (this.#due.size > 0 && talk.isSynced()) this.#sendSlips(now);
	}

	#admit(): void {
		const { place } = this.#core;
		this.#scan = false;
		const facts: Fact[] = [];
		let next = place.roster.nextSeat();
		for (const writer of place.roster.doubles()) {
			const seat = place.roster.seats.get(writer);
			if (!seat || this.#asked.has(writer)) continue;
			// Who gave the seat mends it; another device only when that one is not there.
			if (seat.author !== place.self && place.members.get(seat.author)?.online) continue;
			facts.push({ type: 'seat', writer, ...seat, seat: next++, revision: seat.revision + 1 });
		}
		if (!place.lock?.locked)
			for (const [writer, { record }] of place.members) {
				if (record.kind !== 'join' || this.#asked.has(writer)) continue;
				if (place.roster.seats.has(writer) || !place.slipKey(writer)) continue;
				facts.push({ type: 'seat', writer, seat: next++, state: 'admitted', revision: 1 });
			}
		for (const fact of facts) if (fact.type === 'seat') this.#asked.add(fact.writer);
		if (facts.length > 0) this.#queue(facts);
	}

	#wanted(writer: WriterId): Slip | undefined {
		const { place, channels } = this.#core;
		const seat = place.roster.seats.get(writer);
		if (!seat) return undefined;
		const log = channels.get(inboxOf(writer))?.logs.get(writer);
		const known = this.#slips.get(writer)?.content;
		const ahead = known && known.head > (log?.head ?? 0) ? known : undefined;
		return {
			state: seat.state,
			seat: seat.seat,
			keys: seat.state === 'admitted' ? place.roster.epochsByAge().slice(0, SLIP_KEYS) : [],
			head: ahead?.head ?? log?.head ?? 0,
			hash: ahead?.hash ?? log?.headHash ?? new Uint8Array(16)
		};
	}

	#sendSlips(now: number): void {
		const { place, talk } = this.#core;
		for (const writer of this.#due) {
			const known = this.#slips.get(writer) ?? { counter: 0, content: undefined, at: -Infinity };
			if (now >= known.at && now - known.at < SLIP_EVERY) continue;
			this.#due.delete(writer);
			const wanted = this.#wanted(writer);
			const key = place.slipKey(writer);
			if (!wanted || !key || (known.content && says(known.content, wanted))) continue;
			const counter = Math.max(known.counter + 1, Math.floor(now));
			const nonce = place.options.random(24);
			const sealed = sealSlip(place.roomId, writer, counter, wanted, key, nonce);
			this.#slips.set(writer, { counter, content: wanted, at: now });
			talk.sendRelay(encodeFrame({ type: 'slip', writer, counter, sealed }));
		}
	}
}

/** Whether a slip already says what is wanted. */
const says = (slip: Slip, wanted: Slip): boolean =>
	slip.state === wanted.state &&
	slip.seat === wanted.seat &&
	slip.head === wanted.head &&
	slip.keys.length === wanted.keys.length &&
	slip.keys.every(({ key }, i) => equal(key, wanted.keys[i]?.key ?? new Uint8Array(0)));
