import type { Invitation } from '#lib/base/join-code.ts';
import type { Outcome } from '#lib/base/problem.ts';
import type { Seat } from '#lib/session/seat.svelte.ts';
import type { StorageHealth } from '#lib/storage/health.ts';

/** A seat kept on this device, enough to recognise it by. */
export interface KeptSeat {
	/** Session it belongs to. */
	readonly id: string;
	readonly title: string;
	readonly place: string;
}

/** A seat that was taken. */
export interface Joined {
	readonly session: string;
	readonly seat: Seat;
}

/** Everything heavy the join page needs once somebody goes in: network, storage, cryptography. */
export interface Doors {
	/** `takeOver`: the person said that this tab gets the seat another tab has. */
	readonly joinSession: (invitation: Invitation, takeOver: boolean) => Promise<Outcome<Joined>>;
	readonly resumeSeat: (session: string, takeOver: boolean) => Promise<Outcome<Joined>>;
	readonly seatsOnThisDevice: () => Promise<readonly KeptSeat[]>;
	/** Erases a session from this device, keys first. */
	readonly forgetSeat: (session: string) => Promise<void>;
	readonly health: () => StorageHealth;
	/** Called after every change of `health`. Returns how to stop. */
	readonly onHealth: (listener: () => void) => () => void;
}

/** The real ones, loaded on their own so that the first screen does not wait for them. */
export async function openDoors(): Promise<Doors> {
	const [join, { thisDevice }] = await Promise.all([
		import('#lib/session/join.ts'),
		import('#lib/storage/this-device.ts')
	]);
	const storage = await thisDevice();
	return {
		joinSession: (invitation, takeOver) => join.joinSession(invitation, { takeOver }),
		resumeSeat: (session, takeOver) => join.resumeSeat(session, { takeOver }),
		seatsOnThisDevice: () => join.seatsOnThisDevice(),
		forgetSeat: (session) => join.forgetSeat(session),
		health: () => storage.health(),
		onHealth: (listener) => storage.subscribe(listener)
	};
}
