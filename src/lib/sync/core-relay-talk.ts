import type { Core } from './core.ts';
import type { Session } from './core-session.ts';
import type { Talk } from './core-talk.ts';
import type { Frame, Refusal } from './protocol/frame.ts';
import { encodeFrame } from './protocol/frame.ts';
import { logKey } from './protocol/log-id.ts';
import { authBytes, pinOf } from './protocol/statements.ts';

/** ms until what the relay had no place for is sent again. */
const PAUSE = 2_000;

/** What a device hears from a relay and from nobody else: entrance, acknowledgements, the time, who is there. */
export class RelayTalk {
	readonly #core: Core;
	readonly #talk: Talk;
	#offset: number | undefined;
	#online = 0;
	#refused: Refusal | undefined;

	constructor(core: Core, talk: Talk) {
		this.#core = core;
		this.#talk = talk;
	}

	/** ms the relay's clock is ahead of the device's, smoothed; 0 while unknown. */
	get clockOffset(): number {
		return Math.round(this.#offset ?? 0);
	}
	/** Writers connected, as the relay last told. */
	get online(): number {
		return this.#online;
	}
	/** Why the relay does not let this device in. */
	get refused(): Refusal | undefined {
		return this.#refused;
	}

	/** Judges what only a relay says; anything else is for `Talk`. */
	hear(session: Session, frame: Frame, now: number): void {
		const { place, desk } = this.#core;
		switch (frame.type) {
			case 'chal': {
				const { registration, options, roomId, own } = place;
				if (desk && registration)
					this.#talk.send(session, encodeFrame({ type: 'register', registration }));
				const signature = options.suite.sign(authBytes(frame.nonce, roomId), options.keys.seed);
				const pin = registration ? pinOf(registration.root) : place.pin;
				this.#talk.send(
					session,
					encodeFrame({ type: 'auth', roomId, pin, record: own, signature })
				);
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
				this.#core.gate.wake();
				desk?.linkReady();
				this.#talk.sendHave(session, now);
				if (place.lock) this.#talk.sendLock();
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
				return this.#core.receipts.setSent(logKey(frame), frame.seq);
			case 'nack': {
				const key = logKey(frame);
				if (frame.code === 'gap' || frame.code === 'quota') {
					session.peer.set(key, frame.head);
					session.retry.add(key);
					session.pausedUntil = now + PAUSE;
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
}
