import { equal } from '#lib/base/bytes.ts';
import type { Frame, Presence } from '#lib/sync/protocol/frame.ts';
import { pageHave, pageMembers } from '#lib/sync/protocol/frame.ts';
import { MAX_FACILITATORS, MAX_WRITERS } from '#lib/sync/protocol/limits.ts';
import { writerBytes } from '#lib/sync/protocol/log-id.ts';
import type { MemberRecord, Registration } from '#lib/sync/protocol/statements.ts';
import {
	authBytes,
	encodeRecord,
	pinOf,
	verifyRecord,
	verifyRegistration
} from '#lib/sync/protocol/statements.ts';
import type { Connection, House } from './house.ts';
import { online, presence } from './presence.ts';
import type { RelayMember, RelayRoom } from './room.ts';
import { mayRead, newRoom } from './room.ts';
import { keys, roomKey, storedRoom } from './stored.ts';

const NO_PIN = new Uint8Array(10);

/** A facilitator device opens a room, or changes how long it lives. */
export function register(
	house: House,
	connection: Connection,
	registration: Registration,
	now: number
): void {
	const key = roomKey(registration.roomId, pinOf(registration.root));
	const known = house.rooms.get(key);
	if (!verifyRegistration(registration, house.verify)) return house.strike(connection);
	if (!known && house.rooms.size >= house.limits.rooms) return house.refuse(connection, 'full');
	if (known?.registration.life === registration.life) return;
	const room = known ?? newRoom(key, registration, now);
	room.registration = registration;
	house.rooms.set(key, room);
	house.changes.set(keys.room(key), storedRoom(room));
}

function findRoom(house: House, roomId: Uint8Array, pin: Uint8Array): RelayRoom | undefined {
	if (!equal(pin, NO_PIN)) return house.rooms.get(roomKey(roomId, pin));
	let first: RelayRoom | undefined;
	for (const room of house.rooms.values()) {
		if (!equal(room.registration.roomId, roomId)) continue;
		if (!first || room.created < first.created) first = room;
	}
	return first;
}

/** Somebody proves its key and that it belongs here; only then does the connection have a place. */
export function login(
	house: House,
	connection: Connection,
	frame: Frame & { type: 'auth' },
	now: number
): void {
	const { verify } = house;
	const { record } = frame;
	const room = findRoom(house, frame.roomId, frame.pin);
	if (!room) {
		for (const other of house.rooms.values())
			if (equal(other.registration.roomId, frame.roomId))
				return house.refuse(connection, 'wrong-key');
		return house.refuse(connection, 'no-room');
	}
	const { writer } = record;
	const message = authBytes(connection.nonce, room.registration.roomId);
	if (!verify(frame.signature, message, writerBytes(writer))) return house.strike(connection);
	if (!verifyRecord(record, room.registration, verify))
		return house.refuse(connection, 'wrong-key');
	if (room.removed.has(writer)) return house.refuse(connection, 'removed');
	let member = room.members.get(writer);
	if (!member) {
		if (record.kind === 'join' && room.lock?.locked) return house.refuse(connection, 'locked');
		member = addMember(house, room, record, now);
		if (!member) return house.refuse(connection, 'full');
	}
	if (member.connections.size >= house.limits.connectionsPerWriter)
		return house.refuse(connection, 'full');
	connection.place = { room, member, writer };
	member.connections.add(connection.id);
	member.changed = true;
	member.lastSeen = now;
	room.lastUsed = now;
	welcome(house, connection, room, member, now);
}

function addMember(
	house: House,
	room: RelayRoom,
	record: MemberRecord,
	now: number
): RelayMember | undefined {
	const { limits } = house;
	let facilitators = 0;
	for (const { record: known } of room.members.values())
		if (known.kind === 'cert') facilitators += 1;
	const full =
		record.kind === 'cert'
			? facilitators >= MAX_FACILITATORS
			: room.members.size - facilitators >= MAX_WRITERS;
	if (full) return undefined;
	const facilitator = record.kind === 'cert';
	const member: RelayMember = {
		record,
		connections: new Set(),
		lastSeen: now,
		tokens: facilitator ? limits.facilitatorBurst : limits.participantBurst,
		refilled: now,
		bytes: 0,
		changed: true
	};
	room.members.set(record.writer, member);
	house.put(keys.member(room.key, record.writer), encodeRecord(record));
	const [frame] = pageMembers([{ record, online: false, lastSeen: 0 }]);
	house.forEachIn(room, (other, { record: reader }) => {
		if (frame && (facilitator || reader.kind === 'cert')) house.sendBytes(other.id, frame);
	});
	return member;
}

/** Everything a device may know of the room before it says what it lacks. */
function welcome(
	house: House,
	connection: Connection,
	room: RelayRoom,
	member: RelayMember,
	now: number
): void {
	const { record } = member;
	const facilitator = record.kind === 'cert';
	house.send(connection.id, { type: 'ready', registration: room.registration });
	const known: Presence[] = [];
	for (const other of room.members.values())
		if (facilitator) known.push(presence(other));
		else if (other.record.kind === 'cert')
			known.push({ record: other.record, online: false, lastSeen: 0 });
	for (const frame of pageMembers(known)) house.sendBytes(connection.id, frame);
	house.send(connection.id, { type: 'now', ms: now, online: online(room) });
	if (facilitator && room.lock) house.send(connection.id, { type: 'lock', lock: room.lock });
	for (const [writer, slip] of room.slips)
		if (facilitator || writer === record.writer) house.sendBytes(connection.id, slip.frame);
	const logs = [...room.logs.values()].filter((log) => mayRead(record, log.channel));
	const have = logs.map(({ channel, author, committed }) => ({ channel, author, seq: committed }));
	for (const frame of pageHave(have)) house.sendBytes(connection.id, frame);
}

/** A facilitator device tells a wiped relay who had joined, so that it can refill their inboxes. */
export function learn(
	house: House,
	connection: Connection,
	members: readonly Presence[],
	now: number
): void {
	const { place } = connection;
	if (place?.member.record.kind !== 'cert') return;
	for (const { record } of members) {
		if (place.room.members.has(record.writer)) continue;
		if (!verifyRecord(record, place.room.registration, house.verify))
			return house.strike(connection);
		addMember(house, place.room, record, now);
	}
}
