import { equal, toHex } from '#lib/base/bytes.ts';
import { fromCrockford } from '#lib/base/crockford.ts';
import type { Random } from '#lib/base/random.ts';
import type { ChannelName, WriterId } from './contract.ts';
import type { Opener } from './core-log.ts';
import type { Fact } from './facts.ts';
import { decodeFacts, Roster } from './facts.ts';
import type { FacilitatorKeys, JoinKeys, WriterKeys } from './keys.ts';
import { fingerprintMatches, inboxKey } from './keys.ts';
import { openEntry } from './payload.ts';
import { DEFAULT_LIFE_HOURS } from './protocol/limits.ts';
import { inboxOf, ownerOf } from './protocol/log-id.ts';
import type { Lock, MemberRecord, Registration } from './protocol/statements.ts';
import {
	decodeLock,
	decodeRecord,
	decodeRegistration,
	encodeLock,
	encodeRecord,
	encodeRegistration,
	makeCert,
	makeJoin,
	makeLock,
	makeRegistration,
	verifyLock,
	verifyRecord,
	verifyRegistration
} from './protocol/statements.ts';
import { Reader, Writer } from './protocol/wire.ts';
import type { Slip } from './slip.ts';
import { openSlip } from './slip.ts';
import type { Suite } from './suite.ts';
import { keyIdOf } from './suite.ts';

/** Who this device is and what it was given. */
export interface CoreOptions {
	readonly suite: Suite;
	readonly random: Random;
	readonly join: JoinKeys;
	readonly keys: WriterKeys;
	/** Present on facilitator devices only. */
	readonly facilitator?: FacilitatorKeys;
	/** Facilitator: the session is new, so this device makes its first stage key. */
	readonly fresh?: boolean;
	/** Facilitator: hours a relay keeps the room after its last use, 1–720. */
	readonly life?: number;
	/** Participant: the root key's fingerprint from the link. */
	readonly fingerprint?: string;
}

interface Known {
	readonly record: MemberRecord;
	online: boolean;
	lastSeen: number;
}

/** A key and the eight bytes that commit to it. */
export interface KeyWithId {
	readonly key: Uint8Array;
	readonly id: Uint8Array;
}

const withId = (key: Uint8Array): KeyWithId => ({ key, id: keyIdOf(key) });

/** What a device knows about the room's people and keys, and how it judges what others claim. */
export class Place {
	readonly role: 'facilitator' | 'participant';
	readonly self: WriterId;
	readonly options: CoreOptions;
	readonly roster = new Roster();
	readonly members = new Map<WriterId, Known>();
	readonly own: MemberRecord;
	registration: Registration | undefined;
	lock: Lock | undefined;
	/** Participant: the newest slip sealed for this device. */
	slip: Slip | undefined;
	slipCounter = 0;
	slipSealed: Uint8Array | undefined;
	/** What must be stored with the next commit. */
	readonly unsaved = new Map<string, Uint8Array>();
	readonly #stageKeys = new Map<string, KeyWithId>();
	readonly #inboxKeys = new Map<WriterId, KeyWithId>();
	readonly #desk: KeyWithId | undefined;
	#newest: KeyWithId | undefined;

	constructor(options: CoreOptions) {
		const { facilitator, keys, join, suite } = options;
		this.options = options;
		this.role = facilitator ? 'facilitator' : 'participant';
		this.self = keys.writer;
		this.#desk = facilitator && withId(facilitator.deskKey);
		this.own = facilitator
			? makeCert(join.roomId, keys.writer, facilitator.rootSeed, suite.sign)
			: makeJoin(join.roomId, keys.writer, keys.box, join.joinSeed, keys.seed, suite.sign);
		if (facilitator)
			this.registration = makeRegistration(
				{
					roomId: join.roomId,
					root: facilitator.root,
					rootBox: facilitator.box,
					join: join.join,
					life: options.life ?? DEFAULT_LIFE_HOURS
				},
				facilitator.rootSeed,
				join.joinSeed,
				suite.sign
			);
		this.members.set(this.self, { record: this.own, online: false, lastSeen: 0 });
	}

	/** Takes what the device stored earlier: it was checked before it was stored. Newer knowledge stays. */
	restore(meta: ReadonlyMap<string, Uint8Array>): void {
		const registration = meta.get('registration');
		if (registration) this.registration ??= decodeRegistration(registration);
		for (const [key, value] of meta) {
			if (key.startsWith('k/') && value.length === 32) this.addStageKey(value);
			const record = key.startsWith('m/') ? decodeRecord(value) : undefined;
			if (record && !this.members.has(record.writer))
				this.members.set(record.writer, { record, online: false, lastSeen: 0 });
		}
		const lock = decodeLock(meta.get('lock') ?? new Uint8Array(0));
		if (lock && lock.counter > (this.lock?.counter ?? 0)) this.lock = lock;
		const slip = meta.get('slip');
		if (slip) this.takeSlip(new Reader(slip).u48(), slip.slice(6));
	}

	/** What a device without a root key yet asks the relay for: the link's fingerprint, or ten zeros. */
	get pin(): Uint8Array {
		const named = this.options.fingerprint && fromCrockford(this.options.fingerprint);
		return named instanceof Uint8Array ? named : new Uint8Array(10);
	}

	get roomId(): Uint8Array {
		return this.options.join.roomId;
	}

	isFacilitator(writer: WriterId): boolean {
		return this.members.get(writer)?.record.kind === 'cert';
	}

	/** First use pins the root key; a link's fingerprint pins it before. False = another key than ours. */
	takeRegistration(registration: Registration): boolean {
		const { join, suite, fingerprint } = this.options;
		if (this.registration)
			return (
				equal(this.registration.root, registration.root) &&
				equal(this.registration.rootBox, registration.rootBox)
			);
		if (!equal(registration.roomId, join.roomId) || !equal(registration.join, join.join))
			return false;
		if (!fingerprintMatches(registration.root, fingerprint)) return false;
		if (!verifyRegistration(registration, suite.verify)) return false;
		this.registration = registration;
		this.unsaved.set('registration', encodeRegistration(registration));
		return true;
	}

	/** True when the record is genuine and was not known. Participants keep only facilitators' records. */
	takeRecord(record: MemberRecord): boolean {
		const room = this.registration;
		if (!room || this.members.has(record.writer)) return false;
		if (record.kind === 'join' && this.role === 'participant') return false;
		if (!verifyRecord(record, room, this.options.suite.verify)) return false;
		this.members.set(record.writer, { record, online: false, lastSeen: 0 });
		this.unsaved.set(`m/${record.writer}`, encodeRecord(record));
		return true;
	}

	/** Whether this device reads the channel and the author may write it. */
	accepts(channel: ChannelName, author: WriterId): boolean {
		if (this.role === 'participant' && channel !== 'stage' && channel !== inboxOf(this.self))
			return false;
		return this.isFacilitator(author) || (this.members.has(author) && channel === inboxOf(author));
	}

	#inboxKey(owner: WriterId): KeyWithId | undefined {
		const cached = this.#inboxKeys.get(owner);
		if (cached) return cached;
		const { facilitator, keys, suite } = this.options;
		const record = this.members.get(owner)?.record;
		if (record?.kind === 'cert') return this.#desk;
		const room = this.registration;
		const key =
			facilitator && record
				? inboxKey(facilitator.boxSecret, record.box, this.roomId, owner, suite)
				: owner === this.self && room
					? inboxKey(keys.boxSecret, room.rootBox, this.roomId, owner, suite)
					: undefined;
		if (!key) return undefined;
		const made = withId(key);
		this.#inboxKeys.set(owner, made);
		return made;
	}

	/** Key of a participant's slips and inbox; undefined while a public key is missing. */
	slipKey(writer: WriterId): Uint8Array | undefined {
		return this.isFacilitator(writer) ? undefined : this.#inboxKey(writer)?.key;
	}

	/** The key new entries of a channel are sealed with; undefined while this device has none. */
	writeKey(channel: ChannelName): KeyWithId | undefined {
		const owner = ownerOf(channel);
		return owner === undefined ? this.#newest : this.#inboxKey(owner);
	}

	/** Returns the key's id as hex. */
	addStageKey(key: Uint8Array): string {
		for (const [id, known] of this.#stageKeys) if (equal(known.key, key)) return id;
		const made = withId(key);
		const id = toHex(made.id);
		this.#stageKeys.set(id, made);
		return id;
	}

	opener(channel: ChannelName): Opener {
		const owner = ownerOf(channel);
		return (entry) => {
			const key =
				owner === undefined ? this.#stageKeys.get(toHex(entry.keyId)) : this.#inboxKey(owner);
			if (!key) return 'no-key';
			if (!equal(key.id, entry.keyId)) return 'bad';
			const payload = openEntry(this.roomId, entry, key.key);
			if (!payload) return 'bad';
			if (payload.facts.length === 0) return payload;
			const desk = owner === entry.author && this.isFacilitator(entry.author);
			return desk && decodeFacts(payload.facts) ? payload : 'bad';
		};
	}

	/** Facts of a facilitator's private log that are durable on this device. */
	addFacts(author: WriterId, facts: readonly Fact[]): void {
		for (const fact of facts) {
			this.roster.add(author, fact);
			if (fact.type === 'epoch') this.addStageKey(fact.key);
		}
		const [newest] = this.roster.epochsByAge();
		if (newest && !(this.#newest && equal(this.#newest.key, newest.key)))
			this.#newest = withId(newest.key);
	}

	/** Participant: believes a slip only when it is sealed with the inbox key and newer than the last. */
	takeSlip(counter: number, sealed: Uint8Array): boolean {
		const key = this.slipKey(this.self);
		if (!key || counter <= this.slipCounter) return false;
		const slip = openSlip(this.roomId, this.self, counter, sealed, key);
		if (!slip) return false;
		this.slip = slip;
		this.slipCounter = counter;
		this.slipSealed = sealed;
		// Each key has its own place in the store: another tab may still put an older slip over this one.
		for (const { key: stageKey } of slip.keys) {
			const before = this.#stageKeys.size;
			const id = this.addStageKey(stageKey);
			if (this.#stageKeys.size > before) this.unsaved.set(`k/${id}`, stageKey);
		}
		this.unsaved.set('slip', new Writer().u48(counter).bytes(sealed).done());
		return true;
	}

	/** True when the lock is genuine and newer. */
	takeLock(lock: Lock): boolean {
		const room = this.registration;
		if (!room || lock.counter <= (this.lock?.counter ?? 0)) return false;
		if (!verifyLock(lock, room, this.options.suite.verify)) return false;
		this.lock = lock;
		this.unsaved.set('lock', encodeLock(lock));
		return true;
	}

	/** Facilitator: a new lock statement, always newer than the last. */
	makeLock(locked: boolean, removed: readonly WriterId[], now: number): void {
		const { facilitator, suite } = this.options;
		if (!facilitator) return;
		const counter = Math.max((this.lock?.counter ?? 0) + 1, Math.floor(now));
		this.lock = makeLock(
			this.roomId,
			{ counter, locked, removed },
			facilitator.rootSeed,
			suite.sign
		);
		this.unsaved.set('lock', encodeLock(this.lock));
	}
}
