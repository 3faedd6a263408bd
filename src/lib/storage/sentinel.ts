import type { Backend } from './backend.ts';
import { sentinelKey as key } from './ever-stored.ts';
import { newId, type Clock, type Random } from '#lib/base/random.ts';

/** The part of `localStorage` that is needed here. */
export type LocalStore = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Marks one life of the device's storage. Kept in IndexedDB and in localStorage, which are lost separately. */
export interface Sentinel {
	/** Random; a new one means that the database was made anew. */
	readonly epoch: string;
	readonly created: number;
}

function readLocal(local: LocalStore | undefined, name: string): string | undefined {
	try {
		return local?.getItem(key(name)) ?? undefined;
	} catch {
		return undefined;
	}
}

function writeLocal(local: LocalStore | undefined, name: string, epoch: string): void {
	try {
		local?.setItem(key(name), epoch);
	} catch {
		// Full or refused: the database alone then tells, one sign less.
	}
}

/** A database that we remove ourselves is not a loss. */
export function forgetSentinel(local: LocalStore | undefined, name: string): void {
	local?.removeItem(key(name));
}

/**
 * Reads the sentinel of an opened database, makes it when missing, and says whether something that was
 * stored before is gone: `expected` (known to this page) or localStorage remember another life.
 */
export async function checkSentinel(
	backend: Backend,
	place: {
		readonly name: string;
		readonly local: LocalStore | undefined;
		readonly clock: Clock;
		readonly random: Random;
		readonly expected: string | undefined;
	}
): Promise<Sentinel & { readonly lost: boolean }> {
	const remembered = place.expected ?? readLocal(place.local, place.name);
	const found = await backend.read(['device'], async (tx) => {
		const row = await tx.get('device', 'sentinel');
		return row && 'epoch' in row ? row : undefined;
	});
	// Another tab may make it at the same moment: look again inside the writing transaction.
	const sentinel =
		found ??
		(await backend.write(['device'], async (tx) => {
			const there = await tx.get('device', 'sentinel');
			if (there && 'epoch' in there) return there;
			const made = {
				name: 'sentinel',
				epoch: newId(place.random),
				created: place.clock()
			} as const;
			await tx.put('device', [made]);
			return made;
		}));
	if (remembered !== sentinel.epoch) writeLocal(place.local, place.name, sentinel.epoch);
	return {
		epoch: sentinel.epoch,
		created: sentinel.created,
		lost: remembered !== undefined && remembered !== sentinel.epoch
	};
}
