import { concat, utf8 } from '#lib/base/bytes.ts';
import type { WriterId } from './contract.ts';
import { writerBytes } from './protocol/log-id.ts';
import { Reader, Writer } from './protocol/wire.ts';
import { open, seal } from './suite.ts';

/** What the facilitators tell one participant: place, keys to read the stage, and how far its words have arrived. */
export interface Slip {
	readonly state: 'admitted' | 'removed';
	readonly seat: number;
	/** Newest first, at most four. Empty when removed. */
	readonly keys: readonly { readonly epoch: number; readonly key: Uint8Array }[];
	/** Receipt: the last entry of the participant's own log a facilitator device keeps, 0 = none. */
	readonly head: number;
	/** Its hash, 16 bytes. */
	readonly hash: Uint8Array;
}

export const SLIP_KEYS = 4;
const SIZE = 192;

const bound = (roomId: Uint8Array, writer: WriterId, counter: number): Uint8Array =>
	new Writer()
		.bytes(utf8('plenum slip 1'))
		.bytes(roomId)
		.bytes(writerBytes(writer))
		.u48(counter)
		.done();

/** Seals a slip with the inbox key; always the same size. */
export function sealSlip(
	roomId: Uint8Array,
	writer: WriterId,
	counter: number,
	slip: Slip,
	key: Uint8Array,
	nonce: Uint8Array
): Uint8Array {
	const out = new Writer()
		.u8(slip.state === 'admitted' ? 1 : 2)
		.u16(slip.seat)
		.u32(slip.head)
		.bytes(slip.hash)
		.u8(slip.keys.length);
	for (const { epoch, key: stageKey } of slip.keys) out.u16(epoch).bytes(stageKey);
	const plain = out.done();
	const full = concat(plain, new Uint8Array(SIZE - plain.length));
	return concat(nonce, seal(key, nonce, full, bound(roomId, writer, counter)));
}

/** Undefined for anything not sealed for this writer and counter with this key. */
export function openSlip(
	roomId: Uint8Array,
	writer: WriterId,
	counter: number,
	sealed: Uint8Array,
	key: Uint8Array
): Slip | undefined {
	if (sealed.length !== 24 + SIZE + 16) return undefined;
	const plain = open(key, sealed.slice(0, 24), sealed.slice(24), bound(roomId, writer, counter));
	if (!plain) return undefined;
	const reader = new Reader(plain);
	const state = reader.u8();
	const [seat, head, hash, count] = [reader.u16(), reader.u32(), reader.bytes(16), reader.u8()];
	if (state < 1 || state > 2 || count > SLIP_KEYS) return undefined;
	const keys = Array.from({ length: count }, () => ({
		epoch: reader.u16(),
		key: reader.bytes(32)
	}));
	return { state: state === 1 ? 'admitted' : 'removed', seat, keys, head, hash };
}
