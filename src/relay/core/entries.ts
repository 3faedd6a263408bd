import { equal } from '#lib/base/bytes.ts';
import { decodeEntry, entryHash, signedBytesOf } from '#lib/sync/protocol/entry.ts';
import type { Frame, NackCode } from '#lib/sync/protocol/frame.ts';
import { pageEntries } from '#lib/sync/protocol/frame.ts';
import { MAX_WRITERS } from '#lib/sync/protocol/limits.ts';
import { logKey, writerBytes } from '#lib/sync/protocol/log-id.ts';
import type { Connection, House } from './house.ts';
import { hasPlace, sizeAllowed, takeToken } from './policy.ts';
import type { RelayLog } from './room.ts';
import { append, logOf, mayCarry, mayRead, mayWrite, missing } from './room.ts';
import { keys } from './stored.ts';

const ZEROS = new Uint8Array(16);

/** A device has told everything it holds: it gets what it lacks. */
export function have(house: House, connection: Connection, frame: Frame & { type: 'have' }): void {
	const { place } = connection;
	if (!place) return;
	for (const log of frame.logs)
		if (connection.have.size < MAX_WRITERS * 4) connection.have.set(logKey(log), log.seq);
	if (!frame.last) return;
	const wanted = connection.have;
	connection.have = new Map();
	for (const log of place.room.logs.values()) {
		if (!mayRead(place.member.record, log.channel)) continue;
		const entries = missing(log, wanted.get(logKey(log)) ?? 0);
		for (const page of pageEntries(entries)) house.sendBytes(connection.id, page);
	}
	house.send(connection.id, { type: 'synced' });
}

/** The only gate: what passes here becomes part of a log with the next commit, and is acknowledged after it. */
export function accept(house: House, connection: Connection, bytes: Uint8Array, now: number): void {
	const { limits } = house;
	const { place } = connection;
	const entry = decodeEntry(bytes);
	if (!place) return;
	if (!entry) return house.strike(connection);
	const { room, member } = place;
	const nack = (code: NackCode, head = room.logs.get(logKey(entry))?.head ?? 0): void =>
		house.send(connection.id, {
			type: 'nack',
			channel: entry.channel,
			author: entry.author,
			seq: entry.seq,
			code,
			head
		});
	const author = room.members.get(entry.author);
	if (!author || !mayCarry(member.record, entry.author)) return nack('forbidden');
	if (!mayWrite(author.record, entry.channel)) return nack('forbidden');
	if (room.removed.has(entry.author)) return nack('forbidden');
	if (!sizeAllowed(entry, author.record.kind === 'cert')) return nack('bad');
	const log = logOf(room, entry.channel, entry.author);
	const hash = entryHash(room.registration.roomId, entry);
	if (entry.seq <= log.head) {
		const kept = log.entries.get(entry.seq);
		if (kept && !equal(kept.hash, hash)) return nack('fork');
		if (entry.seq > log.committed)
			house.waiting.push({ room, log, seq: entry.seq, from: connection.id, bytes: undefined });
		else acknowledge(house, connection.id, log);
		return;
	}
	const follows =
		entry.seq === log.head + 1 && equal(entry.prev, log.head === 0 ? ZEROS : log.headHash);
	if (!follows && entry.kind !== 'snapshot') {
		return nack(entry.seq === log.head + 1 ? 'fork' : 'gap');
	}
	if (!hasPlace(room, author, entry, limits)) return nack('quota');
	if (!takeToken(member, limits, now)) return nack('quota');
	const message = signedBytesOf(room.registration.roomId, entry);
	if (!house.verify(entry.signature, message, writerBytes(entry.author))) {
		nack('bad');
		return house.strike(connection);
	}
	const kept = { seq: entry.seq, kind: entry.kind, hash, bytes: entry.bytes };
	for (const seq of append(room, log, kept))
		house.remove(keys.entry(room.key, log.channel, log.author, seq));
	house.put(keys.entry(room.key, log.channel, log.author, entry.seq), entry.bytes);
	house.waiting.push({ room, log, seq: entry.seq, from: connection.id, bytes: entry.bytes });
	author.lastSeen = now;
	author.changed = true;
}

/** Tells a sender how far its log is durable. */
export const acknowledge = (house: House, connection: string, log: RelayLog): void =>
	house.send(connection, {
		type: 'ack',
		channel: log.channel,
		author: log.author,
		seq: log.committed
	});
