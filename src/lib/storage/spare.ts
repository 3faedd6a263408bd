import { absorb, MOVED, readAll } from './absorb.ts';
import type { Backend } from './backend.ts';
import { openDexie } from './dexie-backend.ts';
import { classify } from './errors.ts';
import { forgetSentinel } from './sentinel.ts';
import type { StorageOptions } from './options.ts';

/** Name of the database that is used while the first one cannot be. */
export const spareName = (options: StorageOptions): string => `${options.name}-2`;

function isMarked(options: StorageOptions): boolean {
	try {
		return options.local?.getItem(spareName(options)) === 'used';
	} catch {
		return false;
	}
}

/** Remembers outside of both databases that the spare one holds something. */
export function markSpare(options: StorageOptions, used: boolean): void {
	try {
		if (used) options.local?.setItem(spareName(options), 'used');
		else {
			options.local?.removeItem(spareName(options));
			forgetSentinel(options.local, spareName(options));
		}
	} catch {
		// Then its rows are found only by the next failure of the first database.
	}
}

/** Brings home what an earlier visit had to put into the spare database, then forgets that one. */
export async function bringHome(options: StorageOptions, home: Backend): Promise<void> {
	const { engine, openTimeout } = options;
	if (!engine || !isMarked(options)) return;
	try {
		const spare = await openDexie(engine, spareName(options), () => undefined, openTimeout);
		const rows = await readAll(spare);
		await home.write(MOVED, (tx) => absorb(tx, rows));
		spare.close();
		engine.indexedDB.deleteDatabase(spareName(options));
		markSpare(options, false);
	} catch (error) {
		// It stays marked, so the next start tries again.
		if (classify(error) === 'other') throw error;
	}
}
