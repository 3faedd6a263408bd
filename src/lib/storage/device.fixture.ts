import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { seededRandom } from '#lib/base/random.ts';
import { DeviceStorage } from './database.ts';
import type { StorageOptions } from './options.ts';
import type { NewSession } from './sessions.ts';

// Dexie's live queries stay silent where the global `indexedDB` is missing, as in Node.
Dexie.dependencies.indexedDB ??= new IDBFactory();
Dexie.dependencies.IDBKeyRange ??= IDBKeyRange;

/** A device for tests: a database that survives closing, a local store and a clock set by hand. */
export function testDevice(seed = 1) {
	const values = new Map<string, string>();
	const local = {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value),
		removeItem: (key: string) => void values.delete(key)
	};
	const device = {
		now: 1_000_000,
		values,
		local,
		engine: { indexedDB: new IDBFactory(), IDBKeyRange },
		open: (options: Partial<StorageOptions> = {}) =>
			DeviceStorage.open({
				engine: device.engine,
				local,
				clock: () => device.now,
				random: seededRandom(seed++),
				openTimeout: 500,
				...options
			})
	};
	return device;
}

export const SESSION: NewSession = {
	id: 'summer',
	role: 'facilitator',
	title: 'Integration workshop',
	place: 'Ostrov',
	date: '2026-06-01',
	snapshot: { id: 'integration-workshop' },
	setup: { people: 30 }
};

export const SECRETS: ReadonlyMap<string, Uint8Array> = new Map([
	['seed', Uint8Array.of(1, 2, 3)],
	['code', Uint8Array.of(7, 7)]
]);
