import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from '#lib/base/bytes.ts';
import type { LogId } from './log-id.ts';
import { readLogId, writeLogId } from './log-id.ts';
import { MAX_FACILITATOR_SNAPSHOT, VERSION } from './limits.ts';
import { Reader, Writer } from './wire.ts';

export type EntryKind = 'update' | 'snapshot';

/** What stands readable before the sealed part. All of it is signed and bound to the sealed part. */
export interface EntryHeader extends LogId {
	/** 1, 2, 3 … */
	readonly seq: number;
	/** A snapshot replaces every earlier entry of its log. */
	readonly kind: EntryKind;
	/** `entryHash` of the entry before; 16 zeros for the first. */
	readonly prev: Uint8Array;
	/** 8 bytes that commit to the key. */
	readonly keyId: Uint8Array;
	/** 4 random bytes of the running page; the document's client id follows from it. */
	readonly inst: Uint8Array;
	readonly nonce: Uint8Array;
}

export interface Entry extends EntryHeader {
	readonly sealed: Uint8Array;
	readonly signature: Uint8Array;
	/** The whole as it travels. */
	readonly bytes: Uint8Array;
}

const SIGNATURE = 64;
const TAG = 16;
const DOMAIN = utf8('plenum entry 1');

/** Canonical bytes of the header: also the additional data of the seal. */
export function encodeHeader(header: EntryHeader): Uint8Array {
	const out = new Writer().u8(VERSION);
	writeLogId(out, header);
	return out
		.u32(header.seq)
		.u8(header.kind === 'snapshot' ? 1 : 0)
		.bytes(header.prev)
		.bytes(header.keyId)
		.bytes(header.inst)
		.bytes(header.nonce)
		.done();
}

/** What the author signs: the room, which does not travel, and everything before the signature. */
export const signedBytes = (roomId: Uint8Array, beforeSignature: Uint8Array): Uint8Array =>
	concat(DOMAIN, roomId, beforeSignature);

/** Signed bytes of a decoded entry. */
export const signedBytesOf = (roomId: Uint8Array, entry: Pick<Entry, 'bytes'>): Uint8Array =>
	signedBytes(roomId, entry.bytes.subarray(0, entry.bytes.length - SIGNATURE));

/** 16 bytes that name an entry in the chain; does not depend on the signature. */
export const entryHash = (roomId: Uint8Array, entry: Pick<Entry, 'bytes'>): Uint8Array =>
	sha256(signedBytesOf(roomId, entry)).slice(0, 16);

/** Reads an entry from outside; undefined for anything but the one canonical form. */
export function decodeEntry(given: Uint8Array): Entry | undefined {
	if (given.length > MAX_FACILITATOR_SNAPSHOT) return undefined;
	// One copy, so that no entry keeps a whole frame alive.
	const bytes = given.slice();
	const reader = new Reader(bytes);
	if (reader.u8() !== VERSION) return undefined;
	const log = readLogId(reader);
	if (!log) return undefined;
	const seq = reader.u32();
	const kind = reader.u8();
	const prev = reader.bytes(16);
	const keyId = reader.bytes(8);
	const inst = reader.bytes(4);
	const nonce = reader.bytes(24);
	const length = reader.left - SIGNATURE;
	if (seq < 1 || kind > 1 || length < TAG) return undefined;
	const sealed = reader.bytes(length);
	const signature = reader.bytes(SIGNATURE);
	if (!reader.ended) return undefined;
	return {
		...log,
		seq,
		kind: kind === 1 ? 'snapshot' : 'update',
		prev,
		keyId,
		inst,
		nonce,
		sealed,
		signature,
		bytes
	};
}
