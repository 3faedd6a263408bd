import { decodeFrame } from '#lib/sync/protocol/frame.ts';
import { HOUR, MAX_FRAME, VERSION } from '#lib/sync/protocol/limits.ts';
import type { Verify } from '#lib/sync/protocol/statements.ts';
import { accept, have } from './core/entries.ts';
import { learn, login, register } from './core/entrance.ts';
import type { RelayEffect, RelayEvent } from './core/event.ts';
import { committed } from './core/hand-on.ts';
import type { Connection, Waiting } from './core/house.ts';
import { House } from './core/house.ts';
import { lock, slip } from './core/notes.ts';
import type { RelayLimits } from './core/policy.ts';
import { isOver, RELAY_LIMITS } from './core/policy.ts';
import { tellPresence } from './core/presence.ts';
import { keys, keysOf, loadRooms, storedRoom } from './core/stored.ts';

export interface RelayOptions {
	readonly verify: Verify;
	/** Everything an earlier run stored. */
	readonly stored?: Iterable<readonly [key: string, value: Uint8Array]>;
	readonly limits?: Partial<RelayLimits>;
}

export interface Relay {
	/** One step of the machine. Same events in the same order give the same effects. Never throws on input from outside. */
	step(event: RelayEvent): readonly RelayEffect[];
	readonly counts: () => { readonly rooms: number; readonly connections: number };
}

/** A relay for many rooms as a pure state machine: no clock, network, storage or randomness inside. */
export function createRelay(options: RelayOptions): Relay {
	const limits: RelayLimits = { ...RELAY_LIMITS, ...options.limits };
	const house = new House(loadRooms(options.stored ?? []), limits, options.verify);
	const { connections, rooms } = house;
	let flying: { readonly id: number; readonly waiting: readonly Waiting[] } | undefined;
	let commits = 0;

	function open({ connection: id, nonce, now: opened }: RelayEvent & { type: 'open' }): void {
		if (connections.size >= limits.connections) {
			house.effects.push({ type: 'close', connection: id });
			return;
		}
		connections.set(id, {
			id,
			nonce,
			opened,
			strikes: 0,
			place: undefined,
			have: new Map()
		});
		house.send(id, { type: 'chal', nonce });
	}

	function handle(event: RelayEvent): void {
		switch (event.type) {
			case 'open':
				return open(event);
			case 'frame': {
				const connection = connections.get(event.connection);
				if (connection) frameIn(house, connection, event.bytes, event.now);
				return;
			}
			case 'close': {
				const connection = connections.get(event.connection);
				if (!connection) return;
				house.leave(connection);
				connections.delete(connection.id);
				return;
			}
			case 'committed': {
				if (flying?.id !== event.commit) return;
				const { waiting: done } = flying;
				flying = undefined;
				return committed(house, done);
			}
			case 'failed': {
				if (flying?.id !== event.commit) return;
				flying = undefined;
				for (const connection of [...connections.values()]) house.drop(connection);
				house.effects.push({ type: 'restart' });
				return;
			}
			case 'tick':
				return tick(house, event.now);
			default:
				return event satisfies never;
		}
	}

	return {
		step(event) {
			house.effects = [];
			handle(event);
			const { changes, effects, waiting } = house;
			if (!flying && (changes.size > 0 || waiting.length > 0)) {
				commits += 1;
				flying = { id: commits, waiting };
				effects.push({ type: 'commit', commit: commits, changes: [...changes.values()] });
				house.changes = new Map();
				house.waiting = [];
			}
			return effects;
		},
		counts: () => ({ rooms: rooms.size, connections: connections.size })
	};
}

function frameIn(house: House, connection: Connection, bytes: Uint8Array, now: number): void {
	if (bytes.length > MAX_FRAME) return house.drop(connection);
	const frame = decodeFrame(bytes);
	if (!frame) {
		if (bytes[0] === 3 && bytes[1] !== VERSION && !connection.place)
			return house.refuse(connection, 'version');
		return house.strike(connection);
	}
	if (connection.place) {
		connection.place.room.lastUsed = now;
		connection.place.member.lastSeen = now;
	}
	switch (frame.type) {
		case 'register':
			return connection.place ? undefined : register(house, connection, frame.registration, now);
		case 'auth':
			return connection.place ? house.strike(connection) : login(house, connection, frame, now);
		case 'have':
			return have(house, connection, frame);
		case 'entries':
			for (const entry of frame.entries) accept(house, connection, entry, now);
			return;
		case 'slip':
			return slip(house, connection, frame, now);
		case 'lock':
			return lock(house, connection, frame);
		case 'members':
			return learn(house, connection, frame.members, now);
		case 'chal':
		case 'ready':
		case 'refused':
		case 'ack':
		case 'nack':
		case 'now':
		case 'synced':
			return house.strike(connection);
		default:
			return frame satisfies never;
	}
}

function tick(house: House, now: number): void {
	const { connections, rooms } = house;
	for (const connection of [...connections.values()])
		if (!connection.place && now - connection.opened > house.limits.authTime)
			house.drop(connection);
	for (const room of [...rooms.values()]) {
		if (isOver(room, now)) {
			house.forEachIn(room, (connection) => house.refuse(connection, 'no-room'));
			for (const key of keysOf(room)) house.remove(key);
			rooms.delete(room.key);
			continue;
		}
		if (room.lastUsed - room.savedUse > HOUR) {
			room.savedUse = room.lastUsed;
			house.changes.set(keys.room(room.key), storedRoom(room));
		}
		tellPresence(house, room, now);
	}
}
