import { fromHex, toHex } from '#lib/base/bytes.ts';
import type { ChannelName, WriterId } from '../contract.ts';
import type { Reader, Writer } from './wire.ts';

/** A log: what one author wrote into one channel, numbered from 1 without gaps. */
export interface LogId {
	readonly channel: ChannelName;
	readonly author: WriterId;
}

/** Text that stands for a log in maps and storage keys. */
export const logKey = ({ channel, author }: LogId): string => `${channel} ${author}`;

export const inboxOf = (writer: WriterId): ChannelName => `in/${writer}`;

/** The writer an inbox belongs to; undefined for the stage. */
export const ownerOf = (channel: ChannelName): WriterId | undefined =>
	channel === 'stage' ? undefined : channel.slice(3);

const STAGE = 0;
const OTHERS_INBOX = 1;
const OWN_INBOX = 2;

/** Canonical: an author's own inbox is always written in the short form. */
export function writeLogId(out: Writer, { channel, author }: LogId): void {
	const owner = ownerOf(channel);
	if (owner === undefined) out.u8(STAGE);
	else if (owner === author) out.u8(OWN_INBOX);
	else out.u8(OTHERS_INBOX).bytes(writerBytes(owner));
	out.bytes(writerBytes(author));
}

/** Undefined for an unknown or not canonical form; a too short message shows in `reader.ended`. */
export function readLogId(reader: Reader): LogId | undefined {
	const tag = reader.u8();
	if (tag > OWN_INBOX) return undefined;
	const owner = tag === OTHERS_INBOX ? toHex(reader.bytes(32)) : undefined;
	const author = toHex(reader.bytes(32));
	if (reader.failed || owner === author) return undefined;
	if (tag === STAGE) return { channel: 'stage', author };
	return { channel: inboxOf(owner ?? author), author };
}

const KEPT = 4096;
const known = new Map<WriterId, Uint8Array>();

/** The 32 bytes of a writer id that was checked before. The result is shared and must not be changed. */
export function writerBytes(writer: WriterId): Uint8Array {
	const found = known.get(writer);
	if (found) return found;
	const bytes = fromHex(writer);
	if (bytes?.length !== 32) throw new Error(`not a writer id: ${writer}`);
	if (known.size >= KEPT) known.clear();
	known.set(writer, bytes);
	return bytes;
}

export type { ChannelName, WriterId } from '../contract.ts';
