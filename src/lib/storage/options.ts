import { localStore } from '#lib/base/local-store.ts';
import { systemRandom, type Clock, type Random } from '#lib/base/random.ts';
import { OPEN_TIMEOUT, type Engine } from './dexie-backend.ts';
import type { LocalStore } from './sentinel.ts';

/** What the storage stands on. Everything has the browser's own as default. */
export interface StorageOptions {
	readonly name: string;
	readonly engine: Engine | undefined;
	readonly local: LocalStore | undefined;
	readonly clock: Clock;
	readonly random: Random;
	/** Longest wait for one database in ms. */
	readonly openTimeout: number;
}

function systemEngine(): Engine | undefined {
	try {
		// Reading `indexedDB` throws where a person switched off site data.
		const { indexedDB, IDBKeyRange } = globalThis;
		return indexedDB && IDBKeyRange ? { indexedDB, IDBKeyRange } : undefined;
	} catch {
		return undefined;
	}
}

/** The browser's own parts, looked at only when called: a server may import this. */
export const systemOptions = (): StorageOptions => ({
	name: 'plenum',
	engine: systemEngine(),
	local: localStore(),
	clock: Date.now,
	random: systemRandom,
	openTimeout: OPEN_TIMEOUT
});
