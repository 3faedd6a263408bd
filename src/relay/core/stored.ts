import { toHex } from '#lib/base/bytes.ts';
import { decodeEntry, entryHash } from '#lib/sync/protocol/entry.ts';
import { decodeFrame } from '#lib/sync/protocol/frame.ts';
import {
	decodeLock,
	decodeRecord,
	decodeRegistration,
	encodeRegistration,
	pinOf
} from '#lib/sync/protocol/statements.ts';
import { Reader, Writer } from '#lib/sync/protocol/wire.ts';
import type { RelayRoom } from './room.ts';
import { append, logOf, newRoom } from './room.ts';

/** One thing to write or delete in the relay's key-value store. Keys sort by room. */
export type Change =
	{ readonly put: string; readonly value: Uint8Array } | { readonly remove: string };

/** Keys: `<room>/a` room · `/l` lock · `/m/<writer>` · `/s/<writer>` slip · `/e/<channel>/<author>/<seq>`. At most 240 characters. */
export const keys = {
	room: (room: string): string => `${room}/a`,
	lock: (room: string): string => `${room}/l`,
	member: (room: string, writer: string): string => `${room}/m/${writer}`,
	slip: (room: string, writer: string): string => `${room}/s/${writer}`,
	entry: (room: string, channel: string, author: string, seq: number): string =>
		`${room}/e/${channel === 'stage' ? '-' : channel.slice(3)}/${author}/${seq.toString(16).padStart(8, '0')}`
};

/** Name of a room in the store: a code and a root key together, so that nobody can take another's place. */
export const roomKey = (roomId: Uint8Array, pin: Uint8Array): string => toHex(roomId) + toHex(pin);

export const storedRoom = (room: RelayRoom): Change => ({
	put: keys.room(room.key),
	value: new Writer()
		.u48(room.created)
		.u48(room.lastUsed)
		.bytes(encodeRegistration(room.registration))
		.done()
});

/** Every key of a room, to delete it whole. */
export function keysOf(room: RelayRoom): readonly string[] {
	const out = [keys.room(room.key), keys.lock(room.key)];
	for (const writer of room.members.keys()) out.push(keys.member(room.key, writer));
	for (const writer of room.slips.keys()) out.push(keys.slip(room.key, writer));
	for (const log of room.logs.values())
		for (const seq of log.entries.keys())
			out.push(keys.entry(room.key, log.channel, log.author, seq));
	return out;
}

/**
 * Rooms from what an earlier run stored. Broken values are skipped: devices send again what is missing.
 * `pairs` may come in any order.
 */
export function loadRooms(
	pairs: Iterable<readonly [key: string, value: Uint8Array]>
): Map<string, RelayRoom> {
	const rooms = new Map<string, RelayRoom>();
	const rest: (readonly [string, Uint8Array])[] = [];
	for (const pair of pairs) {
		const [key, value] = pair;
		if (!key.endsWith('/a')) {
			rest.push(pair);
			continue;
		}
		const reader = new Reader(value);
		const [created, lastUsed] = [reader.u48(), reader.u48()];
		const registration = decodeRegistration(value.slice(12));
		const name = key.slice(0, -2);
		if (!registration || roomKey(registration.roomId, pinOf(registration.root)) !== name) continue;
		const room = newRoom(name, registration, created);
		room.lastUsed = room.savedUse = lastUsed;
		rooms.set(name, room);
	}
	rest.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	for (const [key, value] of rest) restore(rooms, key, value, 'member');
	for (const [key, value] of rest) restore(rooms, key, value, 'other');
	return rooms;
}

function restore(
	rooms: ReadonlyMap<string, RelayRoom>,
	key: string,
	value: Uint8Array,
	wanted: 'member' | 'other'
): void {
	const [name = '', part = '', id = ''] = key.split('/');
	const room = rooms.get(name);
	if (!room || (part === 'm') !== (wanted === 'member')) return;
	if (part === 'm') {
		const record = decodeRecord(value);
		if (record?.writer !== id) return;
		room.members.set(id, {
			record,
			connections: new Set(),
			lastSeen: room.lastUsed,
			tokens: 0,
			refilled: 0,
			bytes: 0,
			changed: false
		});
	} else if (part === 'l') {
		room.lock = decodeLock(value);
		room.removed = new Set(room.lock?.removed);
	} else if (part === 's') {
		const frame = decodeFrame(value);
		if (frame?.type === 'slip' && frame.writer === id)
			room.slips.set(id, { counter: frame.counter, frame: value.slice() });
	} else if (part === 'e') {
		const entry = decodeEntry(value);
		if (!entry || !room.members.has(entry.author)) return;
		const log = logOf(room, entry.channel, entry.author);
		const follows =
			entry.seq === log.head + 1 || (entry.kind === 'snapshot' && entry.seq > log.head);
		if (!follows) return;
		const hash = entryHash(room.registration.roomId, entry);
		append(room, log, { seq: entry.seq, kind: entry.kind, hash, bytes: entry.bytes });
		log.committed = log.head;
	}
}
