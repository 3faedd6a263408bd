import type { Frame } from '#lib/sync/protocol/frame.ts';
import { encodeFrame } from '#lib/sync/protocol/frame.ts';
import { encodeLock, verifyLock } from '#lib/sync/protocol/statements.ts';
import type { Connection, House } from './house.ts';
import { takeToken } from './policy.ts';
import { keys } from './stored.ts';

/** Keeps the newest slip of each writer and hands it on; the relay cannot read it. */
export function slip(
	house: House,
	connection: Connection,
	frame: Frame & { type: 'slip' },
	now: number
): void {
	const { place } = connection;
	if (!place) return;
	const { room, member } = place;
	if (member.record.kind !== 'cert' && frame.writer !== place.writer)
		return house.strike(connection);
	const target = room.members.get(frame.writer);
	if (!target) return;
	const known = room.slips.get(frame.writer);
	if (known && known.counter > frame.counter) return house.sendBytes(connection.id, known.frame);
	// A participant that shows its old slip (or none, counter 0) asks for a newer one.
	const asks = known?.counter === frame.counter || frame.counter === 0;
	if (asks && (member.record.kind === 'cert' || !takeToken(member, house.limits, now))) return;
	const bytes = encodeFrame(frame);
	if (!asks) {
		room.slips.set(frame.writer, { counter: frame.counter, frame: bytes });
		house.put(keys.slip(room.key, frame.writer), bytes);
	}
	house.forEachIn(room, (other, otherMember) => {
		if (other.id === connection.id) return;
		if (otherMember.record.kind === 'cert' || otherMember === target)
			house.sendBytes(other.id, bytes);
	});
}

/** Obeys a newer lock signed by the root, and puts out who is removed. */
export function lock(house: House, connection: Connection, frame: Frame & { type: 'lock' }): void {
	const { place } = connection;
	if (place?.member.record.kind !== 'cert') return;
	const { room } = place;
	if (room.lock && room.lock.counter >= frame.lock.counter) {
		if (room.lock.counter > frame.lock.counter)
			house.send(connection.id, { type: 'lock', lock: room.lock });
		return;
	}
	if (!verifyLock(frame.lock, room.registration, house.verify)) return house.strike(connection);
	room.lock = frame.lock;
	room.removed = new Set(frame.lock.removed);
	house.put(keys.lock(room.key), encodeLock(frame.lock));
	house.forEachIn(room, (other, member) => {
		if (room.removed.has(member.record.writer)) house.refuse(other, 'removed');
		else if (member.record.kind === 'cert' && other.id !== connection.id)
			house.send(other.id, { type: 'lock', lock: frame.lock });
	});
}
