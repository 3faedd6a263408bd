import type { NetworkState } from './contract.ts';
import type { Core } from './core.ts';
import type { CoreEffect } from './core-event.ts';
import type { Log } from './core-log.ts';
import { after, keyOf } from './core-log.ts';
import { Patience } from './core-patience.ts';
import { RelayTalk } from './core-relay-talk.ts';
import type { Session } from './core-session.ts';
import { isStuck, newSession } from './core-session.ts';
import type { Frame, Have, Presence } from './protocol/frame.ts';
import { decodeFrame, encodeFrame, pageEntries, pageHave, pageMembers } from './protocol/frame.ts';
import { logKey } from './protocol/log-id.ts';

/** ms. */
const GAP_EVERY = 2_000;
const HAVE_EVERY = 30_000;
/** Logs one side may list. */
const MAX_LISTING = 5000;

/** A device's conversations over its links: the same HAVE and ENTRIES on every one. */
export class Talk {
	readonly #core: Core;
	readonly #emit: (effect: CoreEffect) => void;
	readonly #relay: RelayTalk;
	readonly #patience: Patience;
	readonly #sessions = new Map<string, Session>();
	#wasDown = false;

	constructor(core: Core, emit: (effect: CoreEffect) => void) {
		this.#core = core;
		this.#emit = emit;
		this.#relay = new RelayTalk(core, this);
		this.#patience = new Patience(core);
	}

	network(): NetworkState {
		const sessions = [...this.#sessions.values()];
		const { clockOffset, online, refused } = this.#relay;
		const relay = sessions.find(({ kind }) => kind === 'relay');
		const state = relay?.ready ? 'connected' : relay || !this.#wasDown ? 'connecting' : 'offline';
		return {
			relay: state,
			tabs: sessions.some(({ kind, listed }) => kind === 'tabs' && listed),
			waiting: this.#core.waiting(),
			online: state === 'connected' ? online : 0,
			clockOffset,
			...(refused ? { refused } : {})
		};
	}

	isSynced(): boolean {
		for (const { kind, synced } of this.#sessions.values())
			if (kind === 'relay' && synced) return true;
		return false;
	}

	up(link: string, kind: 'relay' | 'tabs', now: number): void {
		const session = newSession(link, kind, now);
		this.#sessions.set(link, session);
		if (kind === 'tabs') {
			this.#tellPeople(session);
			this.sendHave(session, now);
		}
		this.#core.changed();
	}

	down(link: string): void {
		const session = this.#sessions.get(link);
		this.#sessions.delete(link);
		if (!session || session.kind === 'relay') this.#wasDown = true;
		this.#core.changed();
	}

	send(session: Session, frame: Uint8Array): void {
		this.#emit({ type: 'send', link: session.link, frame });
	}

	sendRelay(frame: Uint8Array): void {
		for (const session of this.#sessions.values())
			if (session.kind === 'relay' && session.ready) this.send(session, frame);
	}

	sendLock(): void {
		const { lock } = this.#core.place;
		if (lock) this.sendRelay(encodeFrame({ type: 'lock', lock }));
	}

	/** Participant: shows the relay the own slip, or that it has none, so that a newer one is made. */
	askForSlip(): void {
		const none = { writer: this.#core.place.self, counter: 0, sealed: new Uint8Array(0) };
		this.sendRelay(this.#ownSlip() ?? encodeFrame({ type: 'slip', ...none }));
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
		for (const frame of pageEntries(after(log, held))) this.send(session, frame);
		session.peer.set(key, log.head);
	}

	/** Tells the other side how far every log goes here. */
	sendHave(session: Session, now: number): void {
		session.haveAt = now;
		const logs: Have[] = [];
		for (const channel of this.#core.channels.values())
			for (const { author, head } of channel.logs.values())
				if (head > 0) logs.push({ channel: channel.name, author, seq: head });
		for (const frame of pageHave(logs)) this.send(session, frame);
	}

	/** Records and the own slip, for a tab that has seen less. */
	#tellPeople(session: Session): void {
		const { place } = this.#core;
		const known: Presence[] = [...place.members.values()]
			.filter(({ record }) => record.kind === 'cert' || place.role === 'facilitator')
			.filter(({ record }) => !session.told.has(record.writer))
			.map(({ record, online, lastSeen }) => ({ record, online, lastSeen }));
		for (const frame of pageMembers(known)) this.send(session, frame);
		const slip = this.#ownSlip();
		if (session.kind === 'tabs' && slip) this.send(session, slip);
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
			this.#core.gate.refused.malformed += 1;
			return;
		}
		session.heardAt = now;
		if (session.kind === 'relay') this.#relay.hear(session, frame, now);
		if (session.ready) this.#fromAnyone(session, frame, now);
	}

	#fromAnyone(session: Session, frame: Frame, now: number): void {
		const { place, desk, gate } = this.#core;
		switch (frame.type) {
			case 'have':
				for (const log of frame.logs)
					if (session.listing.size < MAX_LISTING) session.listing.set(logKey(log), log.seq);
				if (frame.last) this.#answer(session);
				return;
			case 'entries':
				for (const entry of frame.entries) gate.ingest(entry);
				return;
			case 'slip':
				if (desk) return desk.takeSlip(frame);
				if (frame.writer !== place.self || !place.takeSlip(frame.counter, frame.sealed)) return;
				this.#patience.restore();
				gate.wake();
				this.#core.receipts.checkReceipt();
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
					gate.wake();
					if (gate.missed) this.sendHave(session, now);
					gate.missed = false;
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
			if (slip) this.send(session, slip);
		}
		session.listed = true;
		const entries: Uint8Array[] = [];
		for (const channel of channels.values())
			for (const log of channel.logs.values()) {
				const own = log.author === place.self;
				const key = keyOf(log);
				const seq = held.get(key) ?? 0;
				if (relay && own) this.#core.receipts.setSent(key, seq);
				session.peer.set(key, Math.max(seq, log.head));
				if (seq < log.head && (own || desk || !relay)) entries.push(...after(log, seq));
			}
		for (const frame of pageEntries(entries)) this.send(session, frame);
	}

	tick(now: number): void {
		const { gate } = this.#core;
		for (const session of this.#sessions.values()) {
			const { link, kind } = session;
			if (kind === 'relay' && isStuck(session, this.#core.waiting(), now))
				this.#emit({ type: 'resume', link });
			if (!session.ready) continue;
			const lacks = gate.hasGaps() || gate.missed;
			const asks = lacks && now - session.haveAt >= GAP_EVERY;
			if (asks || now - session.haveAt >= HAVE_EVERY) {
				gate.missed = false;
				this.sendHave(session, now);
			}
			if (session.retry.size > 0 && now >= session.pausedUntil) this.#again(session);
		}
		this.#core.desk?.look();
		this.#patience.tick(now);
	}

	#again(session: Session): void {
		const keys = new Set(session.retry);
		session.retry.clear();
		for (const channel of this.#core.channels.values())
			for (const log of channel.logs.values()) if (keys.has(keyOf(log))) this.#pushTo(session, log);
	}
}
