import { toHex } from '#lib/base/bytes.ts';
import type { WriterId } from '../contract.ts';
import {
	MAX_ENTRIES,
	MAX_FACILITATOR_SNAPSHOT,
	MAX_FRAME,
	MAX_HAVE,
	MAX_MEMBERS,
	MAX_SLIP,
	PAGE,
	VERSION
} from './limits.ts';
import type { LogId } from './log-id.ts';
import { readLogId, writeLogId, writerBytes } from './log-id.ts';
import type { Lock, MemberRecord, Registration } from './statements.ts';
import {
	readLock,
	readRecord,
	readRegistration,
	writeLock,
	writeRecord,
	writeRegistration
} from './statements.ts';
import { Reader, Writer } from './wire.ts';

/** Why a relay ends a conversation. */
export const REFUSALS = ['no-room', 'locked', 'full', 'removed', 'wrong-key', 'version'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why a relay did not take an entry. After `gap` and `quota` it may be sent again, after the others not. */
export const NACKS = ['gap', 'quota', 'fork', 'forbidden', 'bad'] as const;
export type NackCode = (typeof NACKS)[number];

export interface Have extends LogId {
	/** Highest number held without a gap. */
	readonly seq: number;
}

export interface Presence {
	readonly record: MemberRecord;
	readonly online: boolean;
	/** Relay clock, ms; 0 = not told. */
	readonly lastSeen: number;
}

export type Frame =
	| { readonly type: 'chal'; readonly nonce: Uint8Array }
	| { readonly type: 'register'; readonly registration: Registration }
	| {
			readonly type: 'auth';
			readonly roomId: Uint8Array;
			/** `pinOf` the root key the device insists on; 10 zeros when it trusts the first it meets. */
			readonly pin: Uint8Array;
			readonly record: MemberRecord;
			readonly signature: Uint8Array;
	  }
	| { readonly type: 'ready'; readonly registration: Registration }
	| { readonly type: 'refused'; readonly code: Refusal }
	/** `last`: with this page the list is complete, and logs not named are not held at all. */
	| { readonly type: 'have'; readonly last: boolean; readonly logs: readonly Have[] }
	| { readonly type: 'entries'; readonly entries: readonly Uint8Array[] }
	/** Everything up to `seq` is durable. */
	| ({ readonly type: 'ack'; readonly seq: number } & LogId)
	| ({
			readonly type: 'nack';
			readonly seq: number;
			readonly code: NackCode;
			/** How far the relay's log goes. */
			readonly head: number;
	  } & LogId)
	/** Last-value frame; only writer and facilitators can open `sealed`. */
	| {
			readonly type: 'slip';
			readonly writer: WriterId;
			readonly counter: number;
			readonly sealed: Uint8Array;
	  }
	| { readonly type: 'members'; readonly members: readonly Presence[] }
	/** Relay clock in ms and devices connected to this room. */
	| { readonly type: 'now'; readonly ms: number; readonly online: number }
	| { readonly type: 'lock'; readonly lock: Lock }
	/** All entries asked for by the last HAVE were sent. */
	| { readonly type: 'synced' };

const CODES = {
	chal: 1,
	register: 2,
	auth: 3,
	ready: 4,
	refused: 5,
	have: 6,
	entries: 7,
	ack: 8,
	nack: 9,
	slip: 10,
	members: 11,
	now: 12,
	lock: 13,
	synced: 14
} as const satisfies Record<Frame['type'], number>;

/** Bytes of a frame. The caller keeps it within the limits; `pageEntries` and `pageHave` help. */
export function encodeFrame(frame: Frame): Uint8Array {
	const out = new Writer().u8(CODES[frame.type]);
	switch (frame.type) {
		case 'chal':
			return out.u8(VERSION).bytes(frame.nonce).done();
		case 'register':
		case 'ready':
			return writeRegistration(out, frame.registration).done();
		case 'auth':
			out.u8(VERSION).bytes(frame.roomId).bytes(frame.pin);
			return writeRecord(out, frame.record).bytes(frame.signature).done();
		case 'refused':
			return out.u8(REFUSALS.indexOf(frame.code)).done();
		case 'have':
			out.u8(frame.last ? 1 : 0).u16(frame.logs.length);
			for (const log of frame.logs) {
				writeLogId(out, log);
				out.u32(log.seq);
			}
			return out.done();
		case 'entries':
			out.u16(frame.entries.length);
			for (const entry of frame.entries) out.u32(entry.length).bytes(entry);
			return out.done();
		case 'ack':
			writeLogId(out, frame);
			return out.u32(frame.seq).done();
		case 'nack':
			writeLogId(out, frame);
			return out.u32(frame.seq).u8(NACKS.indexOf(frame.code)).u32(frame.head).done();
		case 'slip':
			out.bytes(writerBytes(frame.writer)).u48(frame.counter);
			return out.u16(frame.sealed.length).bytes(frame.sealed).done();
		case 'members':
			out.u16(frame.members.length);
			for (const { record, online, lastSeen } of frame.members)
				writeRecord(out, record)
					.u8(online ? 1 : 0)
					.u48(lastSeen);
			return out.done();
		case 'now':
			return out.u48(frame.ms).u16(Math.min(frame.online, 65535)).done();
		case 'lock':
			return writeLock(out, frame.lock).done();
		case 'synced':
			return out.done();
		default:
			return frame satisfies never;
	}
}

/** Reads a frame from outside; undefined for anything malformed, oversized or of another version. Never throws. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
	if (bytes.length > MAX_FRAME) return undefined;
	const reader = new Reader(bytes);
	const frame = readFrame(reader);
	return reader.ended ? frame : undefined;
}

function readFrame(reader: Reader): Frame | undefined {
	switch (reader.u8()) {
		case CODES.chal:
			return reader.u8() === VERSION ? { type: 'chal', nonce: reader.bytes(32) } : undefined;
		case CODES.register: {
			const registration = readRegistration(reader);
			return registration && { type: 'register', registration };
		}
		case CODES.ready: {
			const registration = readRegistration(reader);
			return registration && { type: 'ready', registration };
		}
		case CODES.auth: {
			if (reader.u8() !== VERSION) return undefined;
			const [roomId, pin] = [reader.bytes(16), reader.bytes(10)];
			const record = readRecord(reader);
			return record && { type: 'auth', roomId, pin, record, signature: reader.bytes(64) };
		}
		case CODES.refused: {
			const code = REFUSALS[reader.u8()];
			return code && { type: 'refused', code };
		}
		case CODES.have: {
			const last = reader.u8();
			const logs = readList(reader, MAX_HAVE, (r) => {
				const log = readLogId(r);
				return log && { ...log, seq: r.u32() };
			});
			return last > 1 || !logs ? undefined : { type: 'have', last: last === 1, logs };
		}
		case CODES.entries: {
			const entries = readList(reader, MAX_ENTRIES, (r) => {
				const length = r.u32();
				return length > MAX_FACILITATOR_SNAPSHOT ? undefined : r.bytes(length);
			});
			return entries && { type: 'entries', entries };
		}
		case CODES.ack: {
			const log = readLogId(reader);
			return log && { type: 'ack', ...log, seq: reader.u32() };
		}
		case CODES.nack: {
			const log = readLogId(reader);
			const seq = reader.u32();
			const code = NACKS[reader.u8()];
			return log && code && { type: 'nack', ...log, seq, code, head: reader.u32() };
		}
		case CODES.slip: {
			const writer = toHex(reader.bytes(32));
			const counter = reader.u48();
			const length = reader.u16();
			if (reader.failed || length > MAX_SLIP) return undefined;
			return { type: 'slip', writer, counter, sealed: reader.bytes(length) };
		}
		case CODES.members: {
			const members = readList(reader, MAX_MEMBERS, (r) => {
				const record = readRecord(r);
				return record && { record, online: r.u8() === 1, lastSeen: r.u48() };
			});
			return members && { type: 'members', members };
		}
		case CODES.now:
			return { type: 'now', ms: reader.u48(), online: reader.u16() };
		case CODES.lock: {
			const lock = readLock(reader);
			return lock && { type: 'lock', lock };
		}
		case CODES.synced:
			return { type: 'synced' };
		default:
			return undefined;
	}
}

/** Reads a counted list; undefined when it is too long, an item is wrong, or the message ends early. */
function readList<T>(
	reader: Reader,
	limit: number,
	read: (reader: Reader) => T | undefined
): readonly T[] | undefined {
	const count = reader.u16();
	if (count > limit) return undefined;
	const out: T[] = [];
	for (let i = 0; i < count; i++) {
		const item = read(reader);
		if (item === undefined || reader.failed) return undefined;
		out.push(item);
	}
	return out;
}

/** ENTRIES frames of at most one page each, in the given order; an entry larger than a page travels alone. */
export function pageEntries(entries: readonly Uint8Array[]): readonly Uint8Array[] {
	const frames: Uint8Array[] = [];
	let page: Uint8Array[] = [];
	let size = 0;
	for (const entry of entries) {
		if (page.length > 0 && size + entry.length > PAGE) {
			frames.push(encodeFrame({ type: 'entries', entries: page }));
			page = [];
			size = 0;
		}
		page.push(entry);
		size += entry.length + 4;
	}
	if (page.length > 0) frames.push(encodeFrame({ type: 'entries', entries: page }));
	return frames;
}

/** HAVE frames; the last one says that the list is complete. */
export function pageHave(logs: readonly Have[]): readonly Uint8Array[] {
	const frames: Uint8Array[] = [];
	for (let at = 0; at === 0 || at < logs.length; at += MAX_HAVE)
		frames.push(
			encodeFrame({
				type: 'have',
				last: at + MAX_HAVE >= logs.length,
				logs: logs.slice(at, at + MAX_HAVE)
			})
		);
	return frames;
}

/** MEMBERS frames; none for an empty list. */
export function pageMembers(members: readonly Presence[]): readonly Uint8Array[] {
	const frames: Uint8Array[] = [];
	for (let at = 0; at < members.length; at += MAX_MEMBERS)
		frames.push(encodeFrame({ type: 'members', members: members.slice(at, at + MAX_MEMBERS) }));
	return frames;
}
