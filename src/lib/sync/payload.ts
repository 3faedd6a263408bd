import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from '#lib/base/bytes.ts';
import type { ChannelName, WriterId } from './contract.ts';
import type { Entry, EntryHeader } from './protocol/entry.ts';
import { decodeEntry, encodeHeader, signedBytes } from './protocol/entry.ts';
import { writerBytes } from './protocol/log-id.ts';
import { Reader, Writer } from './protocol/wire.ts';
import type { Sign } from './protocol/statements.ts';
import { open, seal } from './suite.ts';

/** What is inside a sealed entry. */
export interface Payload {
	/** Pages of the author whose document client ids occur beside the header's: only in snapshots. */
	readonly insts: readonly Uint8Array[];
	/** Encoded facts, only in facilitators' private logs. */
	readonly facts: Uint8Array;
	/** Yjs update, may be empty. */
	readonly update: Uint8Array;
}

const MAX_INSTS = 255;

/** Sizes after padding: what a relay can tell from the length is little. */
export function padded(length: number): number {
	for (let size = 64; size <= 512; size *= 2) if (length <= size) return size;
	let size = 512;
	while (size < length) size = Math.ceil(size * 1.12);
	return size;
}

function encodePayload({ insts, facts, update }: Payload): Uint8Array {
	const out = new Writer().u8(1).u8(insts.length);
	for (const inst of insts) out.bytes(inst);
	out.u16(facts.length).bytes(facts).u32(update.length).bytes(update);
	const plain = out.done();
	return concat(plain, new Uint8Array(padded(plain.length) - plain.length));
}

function decodePayload(bytes: Uint8Array): Payload | undefined {
	const reader = new Reader(bytes);
	if (reader.u8() !== 1) return undefined;
	const count = reader.u8();
	const insts = Array.from({ length: count }, () => reader.bytes(4));
	const factsLength = reader.u16();
	if (factsLength > reader.left) return undefined;
	const facts = reader.bytes(factsLength);
	const length = reader.u32();
	if (reader.failed || length > reader.left) return undefined;
	return { insts, facts, update: reader.bytes(length) };
}

/** Header, tag and signature of the longest form; what an entry adds to its padded content. */
const OVERHEAD = 1 + 65 + 4 + 1 + 16 + 8 + 4 + 24 + 16 + 64;

/** Size of the entry an update would become, at most. */
export const entrySize = (update: number, insts = 0): number =>
	OVERHEAD + padded(8 + update + 4 * insts);

/** The client id of a document by author, channel and page: nobody can write under somebody else's. */
export function clientIdOf(author: WriterId, channel: ChannelName, inst: Uint8Array): number {
	const hash = sha256(concat(utf8('plenum client'), writerBytes(author), utf8(channel), inst));
	return (
		(hash[0] ?? 0) * 2 ** 24 + (((hash[1] ?? 0) << 16) | ((hash[2] ?? 0) << 8) | (hash[3] ?? 0))
	);
}

/** Seals and signs an entry. `nonce` must be fresh random bytes and `keyId` that of `key`. */
export function sealEntry(
	roomId: Uint8Array,
	header: EntryHeader,
	payload: Payload,
	key: Uint8Array,
	seed: Uint8Array,
	sign: Sign
): Entry {
	const insts = payload.insts.slice(0, MAX_INSTS);
	const head = encodeHeader(header);
	const sealed = seal(
		key,
		header.nonce,
		encodePayload({ ...payload, insts }),
		concat(roomId, head)
	);
	const body = concat(head, sealed);
	const entry = decodeEntry(concat(body, sign(signedBytes(roomId, body), seed)));
	if (!entry) throw new Error('a sealed entry must be readable');
	return entry;
}

/** Opens an entry whose signature was checked; undefined when the key does not fit or the content is malformed. */
export function openEntry(roomId: Uint8Array, entry: Entry, key: Uint8Array): Payload | undefined {
	const plain = open(key, entry.nonce, entry.sealed, concat(roomId, encodeHeader(entry)));
	return plain && decodePayload(plain);
}
