import type { Room, WriterId } from './contract.ts';
import type { RoomOptions } from './device-room.ts';
import { DeviceRoom } from './device-room.ts';
import { facilitatorKeys } from './keys.ts';
import { nobleSuite } from './suite.ts';

export interface FacilitatorOptions extends RoomOptions {
	/** 16 bytes of `newRecoverySecret` or `parseRecoveryCode`. */
	readonly recovery: Uint8Array;
	/** True on the device that creates the session, at every start; false on one that takes over by recovery code. */
	readonly fresh: boolean;
	/** Hours a relay keeps the room after its last use, 1–720; 24 when left out. */
	readonly life?: number;
}

export interface JoinOptions extends RoomOptions {
	/** From the link; without it the first root key the relay presents is trusted. */
	readonly fingerprint?: string;
}

/** A facilitator device's room can also remove somebody. */
export interface FacilitatorRoom extends Room {
	/** Ends this writer's writing at once and its reading from the next stage key on. */
	remove(writer: WriterId): void;
}

/** Opens the room as a facilitator device. Rejects when the store cannot be read. */
export async function createFacilitatorRoom(options: FacilitatorOptions): Promise<FacilitatorRoom> {
	const { suite = nobleSuite, recovery, fresh, life } = options;
	const room = new DeviceRoom(options, {
		facilitator: facilitatorKeys(recovery, suite),
		fresh,
		...(life === undefined ? {} : { life })
	});
	await room.start();
	return room;
}

/** Opens the room as a participant: knocks as soon as a link is up. Rejects when the store cannot be read. */
export async function joinRoom(options: JoinOptions): Promise<Room> {
	const { fingerprint } = options;
	const room = new DeviceRoom(options, fingerprint === undefined ? {} : { fingerprint });
	await room.start();
	return room;
}
