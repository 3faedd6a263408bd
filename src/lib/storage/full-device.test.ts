import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { BALLAST_PIECE, BALLAST_PIECES } from './ballast.ts';
import type { Engine } from './dexie-backend.ts';
import { SECRETS, SESSION, testDevice } from './device.fixture.ts';
import { logStore } from './log-store.ts';
import { createSession, listSessions } from './sessions.ts';
import { exportSession, importSession } from './transfer.ts';

/** A disk with `room` bytes for values: a transaction that needs more aborts at its end, as browsers do. */
function smallDisk(room: number) {
	const disk = { room, used: 0 };
	const size = (value: unknown): number =>
		value instanceof Object && 'bytes' in value && value.bytes instanceof Uint8Array
			? value.bytes.length
			: 0;
	const real = new IDBFactory();
	const patched = new WeakSet<IDBDatabase>();
	const patch = (db: IDBDatabase): void => {
		if (patched.has(db)) return;
		patched.add(db);
		const begin = db.transaction.bind(db);
		db.transaction = (...args) => {
			const tx = begin(...args);
			const getStore = tx.objectStore.bind(tx);
			let change = 0;
			const counted = new WeakSet<IDBObjectStore>();
			tx.objectStore = (name) => {
				const store = getStore(name);
				// The same object every time within a transaction.
				if (counted.has(store)) return store;
				counted.add(store);
				const put = store.put.bind(store);
				const clear = store.clear.bind(store);
				store.put = (value, key) => {
					change += size(value);
					if (disk.used + change > disk.room) {
						throw new DOMException('the disk is full', 'QuotaExceededError');
					}
					return key === undefined ? put(value) : put(value, key);
				};
				store.clear = () => {
					if (name === 'ballast') change = -disk.used;
					return clear();
				};
				return store;
			};
			tx.addEventListener('complete', () => (disk.used += change));
			return tx;
		};
	};
	const indexedDB: IDBFactory = {
		open(name, version) {
			const request = real.open(name, version);
			for (const event of ['upgradeneeded', 'success']) {
				request.addEventListener(event, () => patch(request.result));
			}
			return request;
		},
		deleteDatabase: (name) => real.deleteDatabase(name),
		databases: () => real.databases(),
		cmp: (a, b) => real.cmp(a, b)
	};
	const engine: Engine = { indexedDB, IDBKeyRange };
	return { disk, engine };
}

const BALLAST = BALLAST_PIECE * BALLAST_PIECES;
const add = (seq: number, length: number) => ({
	rows: [{ channel: 'stage' as const, author: 'aa', seq, bytes: new Uint8Array(length) }],
	remove: [],
	meta: new Map()
});

describe('a full device', () => {
	test('gives up its ballast for the next contributions, says so, and reserves it again later', async () => {
		const { disk, engine } = smallDisk(BALLAST + 1000);
		const device = testDevice();
		const storage = await device.open({ engine });
		await createSession(storage, SESSION, SECRETS, 1);
		expect(disk.used).toBe(BALLAST);
		expect(storage.health().full).toBe(false);

		await logStore(storage, SESSION.id).commit(add(1, 16_000));
		expect(storage.health()).toMatchObject({ state: 'ok', full: true });
		expect(disk.used).toBe(16_000);

		disk.room = 2 * BALLAST;
		device.now += 61_000;
		await logStore(storage, SESSION.id).commit(add(2, 10));
		await expect.poll(() => storage.health().full).toBe(false);
		expect(disk.used).toBe(BALLAST + 16_010);
		storage.close();
	});

	test('refuses what fits nowhere with an error of its own, and stores nothing of it', async () => {
		const { engine } = smallDisk(1000);
		const storage = await testDevice().open({ engine });
		await createSession(storage, SESSION, SECRETS, 1);
		expect(storage.health().full).toBe(true);
		const refused = logStore(storage, SESSION.id).commit({
			...add(1, 2000),
			meta: new Map([['head', Uint8Array.of(1)]])
		});
		await expect(refused).rejects.toMatchObject({ name: 'DeviceFullError' });
		expect(await logStore(storage, SESSION.id).load()).toEqual({ rows: [], meta: new Map() });
		await logStore(storage, SESSION.id).commit(add(1, 500));
		expect((await logStore(storage, SESSION.id).load()).rows).toHaveLength(1);
		expect(storage.health().state).toBe('ok');
		storage.close();
	});

	test('refuses a session file that does not fit as a whole', async () => {
		const bound = { secrets: [], heads: () => false };
		const source = await testDevice().open();
		await createSession(source, SESSION, SECRETS, 1);
		const author = 'ab'.repeat(32);
		await logStore(source, SESSION.id).commit({
			rows: Array.from({ length: 10 }, (_, i) => ({
				channel: 'stage' as const,
				author,
				seq: i + 1,
				bytes: new Uint8Array(1000)
			})),
			remove: [],
			meta: new Map()
		});
		const open = { type: 'none', chosen: true } as const;
		const file = await exportSession(source, SESSION.id, open, bound, seededRandom(1));
		source.close();
		if (!file.ok) throw new Error('not exported');
		const { engine } = smallDisk(5000);
		const storage = await testDevice().open({ engine });
		const done = await importSession(storage, file.value.bytes, undefined, bound, 2);
		expect(done).toMatchObject({ ok: false, problems: [{ code: 'device-full' }] });
		expect(await listSessions(storage)).toEqual([]);
		storage.close();
	});
});
