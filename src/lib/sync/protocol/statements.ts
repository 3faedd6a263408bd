import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '#lib/base/bytes.ts';
import type { WriterId } from '../contract.ts';
import { MAX_LIFE_HOURS, MAX_REMOVED } from './limits.ts';
import { writerBytes } from './log-id.ts';
import { Reader, Writer } from './wire.ts';

/** Checks an Ed25519 signature. Must not throw on garbage. */
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

/** Signs with an Ed25519 seed of 32 bytes. */
export type Sign = (message: Uint8Array, seed: Uint8Array) => Uint8Array;

/** What makes a room: signed by the root and by the joining key, so that only who knows the code can register it. */
export interface Registration {
	readonly roomId: Uint8Array;
	readonly root: Uint8Array;
	/** Public X25519 key of the facilitators' inboxes. */
	readonly rootBox: Uint8Array;
	readonly join: Uint8Array;
	/** Hours a relay keeps the room after its last use, 1–720. */
	readonly life: number;
	readonly rootSignature: Uint8Array;
	readonly joinSignature: Uint8Array;
}

/** How a writer belongs to a room: `join` proves the code, `cert` that the root made it a facilitator device. */
export type MemberRecord =
	| {
			readonly kind: 'join';
			readonly writer: WriterId;
			/** Public X25519 key; the writer's own signature binds it. */
			readonly box: Uint8Array;
			readonly signature: Uint8Array;
			readonly own: Uint8Array;
	  }
	| { readonly kind: 'cert'; readonly writer: WriterId; readonly signature: Uint8Array };

/** Who may join and who may no longer write. The one with the highest counter counts. Signed by the root. */
export interface Lock {
	readonly counter: number;
	readonly locked: boolean;
	readonly removed: readonly WriterId[];
	readonly signature: Uint8Array;
}

/** 10 bytes that stand for a root key where it need not travel whole. */
export const pinOf = (root: Uint8Array): Uint8Array => sha256(root).slice(0, 10);

const domain = (label: string): Writer => new Writer().bytes(utf8(label));

const registrationBody = (r: Omit<Registration, 'rootSignature' | 'joinSignature'>): Uint8Array =>
	domain('plenum room 1')
		.bytes(r.roomId)
		.bytes(r.root)
		.bytes(r.rootBox)
		.bytes(r.join)
		.u16(r.life)
		.done();

/** Makes a registration; `rootSeed` and `joinSeed` sign. */
export function makeRegistration(
	fields: Omit<Registration, 'rootSignature' | 'joinSignature'>,
	rootSeed: Uint8Array,
	joinSeed: Uint8Array,
	sign: Sign
): Registration {
	const body = registrationBody(fields);
	return { ...fields, rootSignature: sign(body, rootSeed), joinSignature: sign(body, joinSeed) };
}

export function verifyRegistration(r: Registration, verify: Verify): boolean {
	const body = registrationBody(r);
	return verify(r.rootSignature, body, r.root) && verify(r.joinSignature, body, r.join);
}

export function writeRegistration(out: Writer, r: Registration): Writer {
	return out
		.bytes(r.roomId)
		.bytes(r.root)
		.bytes(r.rootBox)
		.bytes(r.join)
		.u16(r.life)
		.bytes(r.rootSignature)
		.bytes(r.joinSignature);
}

/** Undefined when a value is out of range; a too short message shows in `reader.ended`. */
export function readRegistration(reader: Reader): Registration | undefined {
	const registration = {
		roomId: reader.bytes(16),
		root: reader.bytes(32),
		rootBox: reader.bytes(32),
		join: reader.bytes(32),
		life: reader.u16(),
		rootSignature: reader.bytes(64),
		joinSignature: reader.bytes(64)
	};
	const inRange = registration.life >= 1 && registration.life <= MAX_LIFE_HOURS;
	return reader.failed || !inRange ? undefined : registration;
}

export const encodeRegistration = (r: Registration): Uint8Array =>
	writeRegistration(new Writer(), r).done();

export function decodeRegistration(bytes: Uint8Array): Registration | undefined {
	const reader = new Reader(bytes);
	const registration = readRegistration(reader);
	return reader.ended ? registration : undefined;
}

const joinBody = (roomId: Uint8Array, writer: WriterId, box: Uint8Array): Uint8Array =>
	domain('plenum join 1').bytes(roomId).bytes(writerBytes(writer)).bytes(box).done();

const certBody = (roomId: Uint8Array, writer: WriterId): Uint8Array =>
	domain('plenum cert 1')
		.bytes(roomId)
		.bytes(writerBytes(writer))
		.bytes(utf8('facilitator'))
		.done();

export function makeJoin(
	roomId: Uint8Array,
	writer: WriterId,
	box: Uint8Array,
	joinSeed: Uint8Array,
	writerSeed: Uint8Array,
	sign: Sign
): MemberRecord {
	const body = joinBody(roomId, writer, box);
	return {
		kind: 'join',
		writer,
		box,
		signature: sign(body, joinSeed),
		own: sign(body, writerSeed)
	};
}

export const makeCert = (
	roomId: Uint8Array,
	writer: WriterId,
	rootSeed: Uint8Array,
	sign: Sign
): MemberRecord => ({ kind: 'cert', writer, signature: sign(certBody(roomId, writer), rootSeed) });

/** True when the record belongs to this room and its signatures hold. */
export function verifyRecord(record: MemberRecord, room: Registration, verify: Verify): boolean {
	switch (record.kind) {
		case 'join': {
			const body = joinBody(room.roomId, record.writer, record.box);
			return (
				verify(record.signature, body, room.join) &&
				verify(record.own, body, writerBytes(record.writer))
			);
		}
		case 'cert':
			return verify(record.signature, certBody(room.roomId, record.writer), room.root);
		default:
			return record satisfies never;
	}
}

export function writeRecord(out: Writer, record: MemberRecord): Writer {
	if (record.kind === 'cert')
		return out.u8(2).bytes(writerBytes(record.writer)).bytes(record.signature);
	return out
		.u8(1)
		.bytes(writerBytes(record.writer))
		.bytes(record.box)
		.bytes(record.signature)
		.bytes(record.own);
}

export function readRecord(reader: Reader): MemberRecord | undefined {
	const kind = reader.u8();
	const writer = toHex(reader.bytes(32));
	if (reader.failed) return undefined;
	if (kind === 2) {
		const signature = reader.bytes(64);
		return reader.failed ? undefined : { kind: 'cert', writer, signature };
	}
	if (kind !== 1) return undefined;
	const [box, signature, own] = [reader.bytes(32), reader.bytes(64), reader.bytes(64)];
	return reader.failed ? undefined : { kind: 'join', writer, box, signature, own };
}

export const encodeRecord = (record: MemberRecord): Uint8Array =>
	writeRecord(new Writer(), record).done();

export function decodeRecord(bytes: Uint8Array): MemberRecord | undefined {
	const reader = new Reader(bytes);
	const record = readRecord(reader);
	return reader.ended ? record : undefined;
}

/** What a writer signs to prove to a relay that it holds its key: only this relay's fresh nonce, only this room. */
export const authBytes = (nonce: Uint8Array, roomId: Uint8Array): Uint8Array =>
	domain('plenum auth 1').bytes(nonce).bytes(roomId).done();

const lockBody = (roomId: Uint8Array, lock: Omit<Lock, 'signature'>): Uint8Array => {
	const out = domain('plenum lock 1')
		.bytes(roomId)
		.u48(lock.counter)
		.u8(lock.locked ? 1 : 0);
	for (const writer of lock.removed) out.bytes(writerBytes(writer));
	return out.done();
};

export const makeLock = (
	roomId: Uint8Array,
	lock: Omit<Lock, 'signature'>,
	rootSeed: Uint8Array,
	sign: Sign
): Lock => ({ ...lock, signature: sign(lockBody(roomId, lock), rootSeed) });

export const verifyLock = (lock: Lock, room: Registration, verify: Verify): boolean =>
	verify(lock.signature, lockBody(room.roomId, lock), room.root);

export function writeLock(out: Writer, lock: Lock): Writer {
	out
		.u48(lock.counter)
		.u8(lock.locked ? 1 : 0)
		.u16(lock.removed.length);
	for (const writer of lock.removed) out.bytes(writerBytes(writer));
	return out.bytes(lock.signature);
}

export function readLock(reader: Reader): Lock | undefined {
	const counter = reader.u48();
	const locked = reader.u8();
	const count = reader.u16();
	if (locked > 1 || count > MAX_REMOVED || count * 32 > reader.left) return undefined;
	const removed = Array.from({ length: count }, () => toHex(reader.bytes(32)));
	const signature = reader.bytes(64);
	return reader.failed ? undefined : { counter, locked: locked === 1, removed, signature };
}

export const encodeLock = (lock: Lock): Uint8Array => writeLock(new Writer(), lock).done();

export function decodeLock(bytes: Uint8Array): Lock | undefined {
	const reader = new Reader(bytes);
	const lock = readLock(reader);
	return reader.ended ? lock : undefined;
}
