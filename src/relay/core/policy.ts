import type { RelayMember, RelayRoom } from './room.ts';
import {
	HOUR,
	MAX_FACILITATOR_SNAPSHOT,
	MAX_SNAPSHOT,
	MAX_UPDATE
} from '#lib/sync/protocol/limits.ts';
import type { Entry } from '#lib/sync/protocol/entry.ts';

/** What a relay allows. All of it per writer and per room, never per address: a room shares one. */
export interface RelayLimits {
	readonly rooms: number;
	readonly connections: number;
	readonly connectionsPerWriter: number;
	/** Sealed bytes kept. */
	readonly roomBytes: number;
	readonly participantBytes: number;
	readonly facilitatorBytes: number;
	/** Entries at once, and how many come back per second. */
	readonly participantBurst: number;
	readonly participantRate: number;
	readonly facilitatorBurst: number;
	readonly facilitatorRate: number;
	/** Malformed or forged frames until a connection is closed. */
	readonly strikes: number;
	/** ms until a connection must have proved who it is. */
	readonly authTime: number;
}

export const RELAY_LIMITS: RelayLimits = {
	rooms: 2000,
	connections: 5000,
	connectionsPerWriter: 8,
	roomBytes: 96 * 1024 * 1024,
	participantBytes: 200 * 1024,
	facilitatorBytes: 16 * 1024 * 1024,
	participantBurst: 40,
	participantRate: 2,
	facilitatorBurst: 3000,
	facilitatorRate: 60,
	strikes: 3,
	authTime: 10_000
};

/** Takes one entry from the writer's bucket; false when it is empty. */
export function takeToken(member: RelayMember, limits: RelayLimits, now: number): boolean {
	const facilitator = member.record.kind === 'cert';
	const burst = facilitator ? limits.facilitatorBurst : limits.participantBurst;
	const rate = facilitator ? limits.facilitatorRate : limits.participantRate;
	const back = (Math.max(0, now - member.refilled) / 1000) * rate;
	member.tokens = Math.min(burst, member.tokens + back);
	member.refilled = now;
	if (member.tokens < 1) return false;
	member.tokens -= 1;
	return true;
}

/** Whether the entry's size is one its author may send. */
export function sizeAllowed(entry: Entry, facilitator: boolean): boolean {
	if (entry.kind === 'update') return entry.bytes.length <= MAX_UPDATE;
	return entry.bytes.length <= (facilitator ? MAX_FACILITATOR_SNAPSHOT : MAX_SNAPSHOT);
}

/** Whether the room still has place for the entry of this author. A snapshot may go over: it frees what it replaces. */
export function hasPlace(
	room: RelayRoom,
	author: RelayMember,
	entry: Entry,
	limits: RelayLimits
): boolean {
	const own = author.record.kind === 'cert' ? limits.facilitatorBytes : limits.participantBytes;
	const slack = entry.kind === 'snapshot' ? MAX_SNAPSHOT * 2 : 0;
	return (
		author.bytes + entry.bytes.length <= own + slack &&
		room.bytes + entry.bytes.length <= limits.roomBytes
	);
}

/** True once nobody used the room for its life, or it has existed for seven days (or its longer life). */
export function isOver(room: RelayRoom, now: number): boolean {
	const life = room.registration.life * HOUR;
	return now - room.lastUsed > life || now - room.created > Math.max(7 * 24 * HOUR, life);
}
