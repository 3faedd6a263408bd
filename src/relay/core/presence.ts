import type { Presence } from '#lib/sync/protocol/frame.ts';
import { encodeFrame, pageMembers } from '#lib/sync/protocol/frame.ts';
import type { House } from './house.ts';
import type { RelayMember, RelayRoom } from './room.ts';

/** ms. */
const NOW_EVERY = 10_000;
const ONLINE_EVERY = 2_000;

/** What facilitators are told of a member. */
export const presence = (member: RelayMember): Presence => ({
	record: member.record,
	online: member.connections.size > 0,
	lastSeen: member.lastSeen
});

/** How many of a room's writers are connected. */
export function online(room: RelayRoom): number {
	let count = 0;
	for (const member of room.members.values()) if (member.connections.size > 0) count += 1;
	return count;
}

/** Tells facilitators who came and went, and everybody the time and how many are here, no more often than needed. */
export function tellPresence(house: House, room: RelayRoom, now: number): void {
	const changed = [...room.members.values()].filter((member) => member.changed);
	if (changed.length > 0) {
		const pages = pageMembers(changed.map(presence));
		for (const member of changed) member.changed = false;
		house.forEachIn(room, (connection, member) => {
			if (member.record.kind === 'cert')
				for (const page of pages) house.sendBytes(connection.id, page);
		});
	}
	const count = online(room);
	const due = now - room.toldAt >= NOW_EVERY;
	if (count === 0 || !(due || (count !== room.toldOnline && now - room.toldAt >= ONLINE_EVERY)))
		return;
	room.toldAt = now;
	room.toldOnline = count;
	const frame = encodeFrame({ type: 'now', ms: now, online: count });
	house.forEachIn(room, (connection) => house.sendBytes(connection.id, frame));
}
