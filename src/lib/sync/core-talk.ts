import type { NetworkState, WriterId } from './contract.ts';
import type { Core, CoreEffect } from './core.ts';
import type { Log } from './core-log.ts';
import { after, keyOf } from './core-log.ts';
import type { Frame, Have, Presence, Refusal } from './protocol/frame.ts';
import { decodeFrame, encodeFrame, pageEntries, pageHave, pageMembers } from './protocol/frame.ts';
import { inboxOf } from './protocol/log-id.ts';
import { authBytes, pinOf } from './protocol/statements.ts';

interface Session {
	readonly link: string;
	readonly kind: 'relay' | 'tabs';
	readonly since: number;
	/** Frames of the room may flow. */
	ready: boolean;
	/** The other side's list of logs is complete. */
	listed: boolean;
	synced: boolean;
	heardAt: number;
	haveAt: number;
	pausedUntil: number;
	stuckSince: number | undefined;
	/** How far the other side is known to hold each log. */
	readonly peer: Map<string, number>;
	listing: Map<string, number>;
	readonly told: Set<WriterId>;
	readonly retry: Set<string>;
	/** Own logs the relay refuses for good. */
	readonly dead: Set<string>;
}

/** ms. */
const WATCHDOG = 10_000;
const SILENCE = 25_000;
const HANDSHAKE = 8_000;
const GAP_EVERY = 2_000;
const HAVE_EVERY = 30_000;
const NUDGE_FIRST = 10_000;
const NUDGE_LAST = 60_000;

/** A device's conversations over its links: the same HAVE and ENTRIES on every one. */
export class Talk {
	readonly #core: Core;
	readonly #emit: (effect: CoreEffect) => void;
	readonly #sessions = new Map<string, Session>();
	#wasDown = false;
	#offset: number | undefined;
	#online = 0;
	#refused: Refusal | undefined;
	#troubleSince: number | undefined;
	#nudgeEvery = NUDGE_FIRST;
	/** An entry of an unknown author was dropped: ask again. */
	missed = false;

	constructor(core: Core, emit: (effect: CoreEffect) => void) {
		this.#core = core;
		this.#emit = emit;
	}

	network(): NetworkState {
		const sessions = [...this.#sessions.values()];
		const relay = sessions.find(({ kind }) => kind === 'relay');
		const state = relay?.ready ? 'connected' : relay || !this.#wasDown ? 'connecting' : 'offline';
		return {
			relay: state,
			tabs: sessions.some(({ kind, listed }) => kind === 'tabs' && listed),
			waiting: this.#core.waiting(),
			online: state === 'connected' ? this.#online : 0,
			clockOffset: Math.round(this.#offset ?? 0),
			...(this.#refused ? { refused: this.#refused } : {})
		};
	}

	isSynced(): boolean {
		for (const { kind, synced } of this.#sessions.values())
			if (kind === 'relay' && synced) return true;
		return false;
	}

	up(link: string, kind: 'relay' | 'tabs', now: number): void {
		const session: Session = {
			link,
			kind,
			since: now,
			ready: kind === 'tabs',
			listed: false,
			synced: false,
			heardAt: now,
			haveAt: now,
			pausedUntil: 0,
			stuckSince: undefined,
			peer: new Map(),
			listing: new Map(),
			told: new Set(),
			retry: new Set(),
			dead: new Set()
		};
		this.#sessions.set(link, session);
		if (kind === 'tabs') {
			this.#tellPeople(session);
			this.#sendHave(session, now);
		}
		this.#core.changed();
	}

	down(link: string): void {
		const session = this.#sessions.get(link);
		this.#sessions.delete(link);
		if (!session || session.kind === 'relay') this.#wasDown = true;
		this.#core.changed();
	}

	#send(session: Session, frame: Uint8Array): void {
		this.#emit({ type: 'send', link: session.link, frame });
	}

	sendRelay(frame: Uint8Array): void {
		for (const session of this.#sessions.values())
			if (session.kind === 'relay' && session.ready) this.#send(session, frame);
	}

	sendLock(): void {
		const { lock } = this.#core.place;
		if (lock) this.sendRelay(encodeFrame({ type: 'lock', lock }));
	}

	/** Planted mistake of the tests: sends what is not durable. */
	leak(entry: Uint8Array): void {
		for (const frame of pageEntries([entry])) this.sendRelay(frame);
	}

	/** A log grew: whoever is linked gets what it lacks. */
	push(log: Log): void {
		for (const session of this.#sessions.values()) this.#pushTo(session, log);
	}

	#pushTo(session: Session, log: Log): void {
		const key = keyOf(log);
		const held = session.peer.get(key) ?? 0;
		if (!session.ready || !session.listed || session.dead.has(key) || held >= log.head) return;
		if (session.retry.size > 0) {
			session.retry.add(key);
			return;
		}
		for (const frame of pageEntries(after(log, held))) this.#send(session, frame);
		session.peer.set(key, log.head);
	}

	#sendHave(session: Session, now: number): void {
		session.haveAt = now;
		const logs: Have[] = [];
		for (const channel of this.#core.channels.values())
			for (const { author, head } of channel.logs.values())
				if (head > 0) logs.push({ channel: channel.name, author, seq: head });
		for (const frame of pageHave(logs)) this.#send(session, frame);
	}

	/** Records and the own slip, for a tab that has seen less. */
	#tellPeople(session: Session): void {
		const { place } = this.#core;
		const known: Presence[] = [...place.members.values()]
			.filter(({ record }) => record.kind === 'cert' || place.role === 'facilitator')
			.filter(({ record }) => !session.told.has(record.writer))
			.map(({ record, online, lastSeen }) => ({ record, online, lastSeen }));
		for (const frame of pageMembers(known)) this.#send(session, frame);
		const slip = this.#ownSlip();
		if (session.kind === 'tabs' && slip) this.#send(session, slip);
	}

	#ownSlip(): Uint8Array | undefined {
		const { self, slipCounter: counter, slipSealed: sealed } = this.#core.place;
		return sealed && encodeFrame({ type: 'slip', writer: self, counter, sealed });
	}

	frame(link: string, bytes: Uint8Array, now: number): void {
		const session = this.#sessions.get(link);
		const frame = decodeFrame(bytes);
		if (!session) return;
		if (!frame) {
			this.#core.refused.malformed += 1;
			return;
		}
		session.heardAt = now;
		if (session.kind === 'relay') this.#fromRelay(session, frame, now);
		if (session.ready) this.#fromAnyone(session, frame, now);
	}

	#fromRelay(session: Session, frame: Frame, now: number): void {
		const { place, desk } = this.#core;
		switch (frame.type) {
			case 'chal': {
				const { registration, options, roomId, own } = place;
				if (desk && registration)
					this.#send(session, encodeFrame({ type: 'register', registration }));
				const signature = options.suite.sign(authBytes(frame.nonce, roomId), options.keys.seed);
				const pin = registration ? pinOf(registration.root) : place.pin;
				this.#send(session, encodeFrame({ type: 'auth', roomId, pin, record: own, signature }));
				return;
			}
			case 'ready':
				if (session.ready) return;
				if (!place.takeRegistration(frame.registration)) {
					this.#refused = 'wrong-key';
					return this.#core.changed();
				}
				session.ready = true;
				this.#refused = undefined;
				this.#core.wake();
				desk?.linkReady();
				this.#sendHave(session, now);
				if (place.lock) this.sendLock();
				return this.#core.changed();
			case 'refused':
				this.#refused = frame.code;
				return this.#core.changed();
			case 'now': {
				const sample = frame.ms - now;
				const jump = this.#offset === undefined || Math.abs(sample - this.#offset) > 2000;
				this.#offset = jump ? sample : (this.#offset ?? 0) * 0.8 + sample * 0.2;
				this.#online = frame.online;
				return this.#core.changed();
			}
			case 'ack':
				if (frame.author !== place.self) return;
				session.stuckSince = undefined;
				return this.#core.setSent(keyOfId(frame), frame.seq);
			case 'nack': {
				const key = keyOfId(frame);
				if (frame.code === 'gap' || frame.code === 'quota') {
					session.peer.set(key, frame.head);
					session.retry.add(key);
					session.pausedUntil = now + GAP_EVERY;
				} else if (frame.author === place.self) session.dead.add(key);
				return;
			}
			case 'synced':
				session.synced = true;
				desk?.synced();
				return;
			case 'lock':
				if (desk && place.takeLock(frame.lock)) {
					desk.look();
					this.#core.changed();
				}
				return;
			default:
				return;
		}
	}

	#fromAnyone(session: Session, frame: Frame, now: number): void {
		const { place, desk } = this.#core;
		switch (frame.type) {
			case 'have':
				for (const log of frame.logs)
					if (session.listing.size < 5000) session.listing.set(keyOfId(log), log.seq);
				if (frame.last) this.#answer(session);
				return;
			case 'entries':
				for (const entry of frame.entries) this.#core.ingest(entry);
				return;
			case 'slip':
				if (desk) return desk.takeSlip(frame);
				if (frame.writer !== place.self || !place.takeSlip(frame.counter, frame.sealed)) return;
				this.#nudgeEvery = NUDGE_FIRST;
				this.#troubleSince = undefined;
				this.#core.wake();
				this.#core.checkReceipt();
				return this.#core.changed();
			case 'members': {
				let fresh = false;
				for (const { record, online, lastSeen } of frame.members) {
					session.told.add(record.writer);
					if (place.takeRecord(record)) fresh = true;
					const known = place.members.get(record.writer);
					if (!known || session.kind !== 'relay') continue;
					known.online = online;
					known.lastSeen = Math.max(known.lastSeen, lastSeen);
				}
				if (fresh) {
					desk?.look();
					this.#core.wake();
					if (this.missed) this.#sendHave(session, now);
					this.missed = false;
				}
				return this.#core.changed();
			}
			default:
				return;
		}
	}

	/** The other side has told everything it holds: it gets what it lacks. */
	#answer(session: Session): void {
		const { place, desk, channels } = this.#core;
		const held = session.listing;
		session.listing = new Map();
		const relay = session.kind === 'relay';
		if (relay && desk) this.#tellPeople(session);
		if (relay && !session.listed && !desk) {
			const slip = this.#ownSlip();
			if (slip) this.#send(session, slip);
		}
		session.listed = true;
		const entries: Uint8Array[] = [];
		for (const channel of channels.values())
			for (const log of channel.logs.values()) {
				const own = log.author === place.self;
				const key = keyOf(log);
				const seq = held.get(key) ?? 0;
				if (relay && own) this.#core.setSent(key, seq);
				session.peer.set(key, Math.max(seq, log.head));
				if (seq < log.head && (own || desk || !relay)) entries.push(...after(log, seq));
			}
		for (const frame of pageEntries(entries)) this.#send(session, frame);
	}

	tick(now: number): void {
		for (const session of this.#sessions.values()) {
			if (session.kind === 'relay') this.#watch(session, now);
			if (!session.ready) continue;
			const asks = (this.#core.hasGaps() || this.missed) && now - session.haveAt >= GAP_EVERY;
			if (asks || now - session.haveAt >= HAVE_EVERY) {
				this.missed = false;
				this.#sendHave(session, now);
			}
			if (session.retry.size > 0 && now >= session.pausedUntil) this.#again(session);
		}
		this.#core.desk?.look();
		this.#nudge(now);
	}

	#again(session: Session): void {
		const keys = new Set(session.retry);
		session.retry.clear();
		for (const channel of this.#core.channels.values())
			for (const log of channel.logs.values()) if (keys.has(keyOf(log))) this.#pushTo(session, log);
	}

	/** A link that is up must carry: else it is rebuilt. */
	#watch(session: Session, now: number): void {
		const silent = now - session.heardAt > SILENCE;
		const slow = !session.ready && now - session.since > HANDSHAKE;
		if (this.#core.waiting() === 0 || !session.ready) session.stuckSince = undefined;
		else session.stuckSince ??= now;
		const stuck = session.stuckSince !== undefined && now - session.stuckSince >= WATCHDOG;
		if (!silent && !slow && !stuck) return;
		session.stuckSince = session.heardAt = now;
		this.#emit({ type: 'resume', link: session.link });
	}

	/** Participant: asks for a newer slip when admission or receipt are long in coming. */
	#nudge(now: number): void {
		const { place, desk } = this.#core;
		if (desk || !this.isSynced()) return;
		const { sent, room } = this.#core.progress(inboxOf(place.self));
		if (place.slip && room >= sent) {
			this.#troubleSince = undefined;
			return;
		}
		this.#troubleSince ??= now;
		if (now - this.#troubleSince < this.#nudgeEvery) return;
		this.#troubleSince = now;
		this.#nudgeEvery = Math.min(NUDGE_LAST, this.#nudgeEvery * 2);
		const none = { writer: place.self, counter: 0, sealed: new Uint8Array(0) };
		this.sendRelay(this.#ownSlip() ?? encodeFrame({ type: 'slip', ...none }));
	}
}

const keyOfId = ({ channel, author }: Pick<Have, 'channel' | 'author'>): string =>
	`${channel} ${author}`;
