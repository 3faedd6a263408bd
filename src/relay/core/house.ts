import type { Frame, Refusal } from '#lib/sync/protocol/frame.ts';
import { encodeFrame } from '#lib/sync/protocol/frame.ts';
import type { WriterId } from '#lib/sync/protocol/log-id.ts';
import type { Verify } from '#lib/sync/protocol/statements.ts';
import type { RelayEffect } from './event.ts';
import type { RelayLimits } from './policy.ts';
import type { RelayLog, RelayMember, RelayRoom } from './room.ts';
import type { Change } from './stored.ts';

/** A socket, and who proved to be at its other end. */
export interface Connection {
	readonly id: string;
	readonly nonce: Uint8Array;
	readonly opened: number;
	strikes: number;
	place:
		| { readonly room: RelayRoom; readonly member: RelayMember; readonly writer: WriterId }
		| undefined;
	/** Pages of a HAVE list that is not complete yet. */
	have: Map<string, number>;
}

/** An accepted entry that is not durable yet; without `bytes` only its sender waits for the ACK. */
export interface Waiting {
	readonly room: RelayRoom;
	readonly log: RelayLog;
	readonly seq: number;
	readonly from: string;
	readonly bytes: Uint8Array | undefined;
}

/** Rooms, connections, and what the step under way asks for: what all parts of the relay share. */
export class House {
	readonly rooms: Map<string, RelayRoom>;
	readonly limits: RelayLimits;
	readonly verify: Verify;
	readonly connections = new Map<string, Connection>();
	effects: RelayEffect[] = [];
	/** To be stored with the next commit. */
	changes = new Map<string, Change>();
	waiting: Waiting[] = [];

	constructor(rooms: Map<string, RelayRoom>, limits: RelayLimits, verify: Verify) {
		this.rooms = rooms;
		this.limits = limits;
		this.verify = verify;
	}

	sendBytes(connection: string, frame: Uint8Array): void {
		this.effects.push({ type: 'send', connection, frame });
	}
	send(connection: string, frame: Frame): void {
		this.sendBytes(connection, encodeFrame(frame));
	}

	put(key: string, value: Uint8Array): void {
		this.changes.set(key, { put: key, value });
	}
	remove(key: string): void {
		this.changes.set(key, { remove: key });
	}

	/** Forgets the connection and asks for its end. */
	drop(connection: Connection): void {
		this.leave(connection);
		this.connections.delete(connection.id);
		this.effects.push({ type: 'close', connection: connection.id });
	}
	leave(connection: Connection): void {
		if (!connection.place) return;
		const { member } = connection.place;
		member.connections.delete(connection.id);
		member.changed = true;
		connection.place = undefined;
	}
	refuse(connection: Connection, code: Refusal): void {
		this.send(connection.id, { type: 'refused', code });
		this.drop(connection);
	}
	/** Counts something malformed or forged; the last of `limits.strikes` ends the connection. */
	strike(connection: Connection): void {
		connection.strikes += 1;
		if (connection.strikes >= this.limits.strikes) this.drop(connection);
	}

	forEachIn(room: RelayRoom, use: (connection: Connection, member: RelayMember) => void): void {
		for (const member of room.members.values())
			for (const id of [...member.connections]) {
				const connection = this.connections.get(id);
				if (connection) use(connection, member);
			}
	}
}
