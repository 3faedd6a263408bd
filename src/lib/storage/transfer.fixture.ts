import type { Outcome } from '#lib/base/problem.ts';
import { seededRandom } from '#lib/base/random.ts';
import { readAll } from './absorb.ts';
import { SESSION, testDevice } from './device.fixture.ts';
import type { DeviceStorage } from './database.ts';
import { logStore, type StoredEntry } from './log-store.ts';
import { createSession } from './sessions.ts';
import { exportSession, type DeviceBound } from './transfer.ts';

export const OPEN = { type: 'none', chosen: true } as const;
export const BOUND: DeviceBound = { secrets: ['writer'], heads: (name) => name.startsWith('own/') };
export const random = seededRandom(3);
export const A = 'ab'.repeat(32);

export const entries: readonly StoredEntry[] = Array.from({ length: 40 }, (_, i) => ({
	channel: i % 2 ? 'stage' : `in/${A}`,
	author: A,
	seq: i + 1,
	bytes: random(50 + i * 7)
}));
export const SECRETS = new Map([
	['recovery', random(16)],
	['writer', random(32)]
]);

export async function deviceWithSession(): Promise<DeviceStorage> {
	const storage = await testDevice().open();
	await createSession(storage, SESSION, SECRETS, 1000);
	await logStore(storage, SESSION.id).commit({
		rows: entries,
		remove: [],
		meta: new Map([
			['roster', Uint8Array.of(1)],
			['own/head', Uint8Array.of(2)]
		])
	});
	return storage;
}

export const codes = <T>(outcome: Outcome<T>): readonly string[] =>
	outcome.ok ? ['ok'] : outcome.problems.map(({ code }) => code);

export async function exported(protection: Parameters<typeof exportSession>[2] = OPEN) {
	const storage = await deviceWithSession();
	const file = await exportSession(storage, SESSION.id, protection, BOUND, random);
	storage.close();
	if (!file.ok) throw new Error('not exported');
	return file.value;
}

export const everything = (storage: DeviceStorage) =>
	readAll({
		read: (tables, work) => storage.read(tables, work),
		write: (tables, work) => storage.write(tables, work),
		live: (tables, work) => storage.live(tables, work),
		close: () => storage.close()
	});
