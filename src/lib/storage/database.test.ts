import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Engine } from './dexie-backend.ts';
import { SECRETS, SESSION, testDevice } from './device.fixture.ts';
import { getKeys } from './keys.ts';
import { logStore } from './log-store.ts';
import { createSession, listSessions } from './sessions.ts';
import { getSettings, putSettings } from './settings.ts';

const row = (seq: number) => ({
	channel: 'stage' as const,
	author: 'aa',
	seq,
	bytes: Uint8Array.of(seq)
});
const add = (seq: number) => ({ rows: [row(seq)], remove: [], meta: new Map() });

/** An engine whose databases fail as `fails` says, by name and number of the transaction. */
function failing(fails: (database: string, transaction: number) => boolean) {
	const real = new IDBFactory();
	const counts = new Map<string, number>();
	const opened: string[] = [];
	const durabilities = new Set<string | undefined>();
	const patched = new WeakSet<IDBDatabase>();
	const patch = (db: IDBDatabase): void => {
		if (patched.has(db)) return;
		patched.add(db);
		const transaction = db.transaction.bind(db);
		db.transaction = (...args) => {
			if (args[1] === 'readwrite') durabilities.add(args[2]?.durability);
			const count = (counts.get(db.name) ?? 0) + 1;
			counts.set(db.name, count);
			if (fails(db.name, count)) {
				throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
			}
			return transaction(...args);
		};
	};
	const factory = {
		open(name: string, version?: number) {
			opened.push(name);
			const request = real.open(name, version);
			for (const event of ['upgradeneeded', 'success']) {
				request.addEventListener(event, () => patch(request.result));
			}
			return request;
		},
		deleteDatabase: (name: string) => real.deleteDatabase(name),
		databases: () => real.databases(),
		cmp: (a: unknown, b: unknown) => real.cmp(a, b)
	};
	const engine: Engine = { indexedDB: factory, IDBKeyRange };
	return { engine, opened, durabilities };
}

describe('storage of a device', () => {
	test('is in memory, and says so, where there is no database', async () => {
		const storage = await testDevice().open({ engine: undefined });
		expect(storage.health()).toEqual({
			state: 'memory',
			why: 'absent',
			lost: false,
			full: false,
			outdated: false
		});
		await putSettings(storage, { theme: 'dark' });
		expect(await getSettings(storage)).toMatchObject({ theme: 'dark' });
		storage.close();
	});

	test('opens, closes and opens again without a trace of trouble', async () => {
		const device = testDevice();
		for (let round = 0; round < 2; round++) {
			const storage = await device.open();
			expect(storage.health()).toEqual({
				state: 'ok',
				lost: false,
				full: false,
				outdated: false
			});
			storage.close();
			await expect(getSettings(storage)).rejects.toThrow();
		}
	});

	test('asks for strict durability in every transaction that writes', async () => {
		const { engine, durabilities } = failing(() => false);
		const storage = await testDevice().open({ engine });
		await createSession(storage, SESSION, SECRETS, 5);
		await logStore(storage, SESSION.id).commit(add(1));
		await putSettings(storage, { theme: 'dark' });
		expect([...durabilities]).toEqual(['strict']);
		storage.close();
	});

	test('reopens a connection that got lost and does the work again', async () => {
		let lose = false;
		const { engine, opened } = failing(() => {
			if (!lose) return false;
			lose = false;
			return true;
		});
		const storage = await testDevice().open({ engine });
		await logStore(storage, 's').commit(add(1));
		const heard: string[] = [];
		storage.subscribe(({ state }) => heard.push(state));
		lose = true;
		await logStore(storage, 's').commit(add(2));
		expect(heard).toEqual(['reopened']);
		expect((await logStore(storage, 's').load()).rows).toEqual([row(1), row(2)]);
		expect(opened).toEqual(['plenum', 'plenum']);
		storage.close();
	});

	test('survives twenty lost connections in a row of work', async () => {
		const { engine } = failing((_name, count) => count % 7 === 0);
		const storage = await testDevice().open({ engine });
		for (let seq = 1; seq <= 100; seq++) await logStore(storage, 's').commit(add(seq));
		expect((await logStore(storage, 's').load()).rows).toHaveLength(100);
		expect(['reopened', 'second']).toContain(storage.health().state);
		storage.close();
	});

	test('goes on in a second database with all it knew, and brings it home at the next start', async () => {
		let broken = false;
		const { engine } = failing((name) => broken && name === 'plenum');
		const device = testDevice();
		const first = await device.open({ engine });
		await createSession(first, SESSION, SECRETS, 5);
		await logStore(first, SESSION.id).commit(add(1));
		broken = true;
		await logStore(first, SESSION.id).commit(add(2));
		expect(first.health()).toMatchObject({ state: 'second', why: 'failed' });
		expect((await logStore(first, SESSION.id).load()).rows).toEqual([row(1), row(2)]);
		first.close();

		// Still broken: the whole seat is in the second database.
		const second = await device.open({ engine });
		expect(second.health().state).toBe('second');
		expect(await getKeys(second, SESSION.id)).toEqual(SECRETS);
		await logStore(second, SESSION.id).commit(add(3));
		second.close();

		broken = false;
		const third = await device.open({ engine });
		expect(third.health()).toMatchObject({ state: 'ok', lost: false });
		expect((await logStore(third, SESSION.id).load()).rows).toEqual([row(1), row(2), row(3)]);
		expect((await listSessions(third)).map(({ id }) => id)).toEqual([SESSION.id]);
		third.close();

		broken = true;
		const fourth = await device.open({ engine });
		expect(fourth.health()).toMatchObject({ state: 'second', lost: false });
		fourth.close();
		broken = false;
		(await device.open({ engine })).close();
		const names = async () => (await engine.indexedDB.databases()).map(({ name }) => name);
		await expect.poll(names).toEqual(['plenum']);
	});

	test('goes on in memory with all it knew when nothing can be written any more', async () => {
		let broken = false;
		const { engine } = failing(() => broken);
		const storage = await testDevice().open({ engine });
		await createSession(storage, SESSION, SECRETS, 5);
		await logStore(storage, SESSION.id).commit(add(1));
		broken = true;
		await logStore(storage, SESSION.id).commit(add(2));
		expect(storage.health()).toMatchObject({ state: 'memory', why: 'failed' });
		expect((await logStore(storage, SESSION.id).load()).rows).toEqual([row(1), row(2)]);
		expect(await getKeys(storage, SESSION.id)).toEqual(SECRETS);
		storage.close();
	});

	test('does not wait longer than its limit for a database that never answers', async () => {
		const { engine: real } = failing(() => false);
		const hanging: Engine = {
			...real,
			indexedDB: {
				...real.indexedDB,
				deleteDatabase: (name) => real.indexedDB.deleteDatabase(name),
				databases: () => real.indexedDB.databases(),
				cmp: (a, b) => real.indexedDB.cmp(a, b),
				open: (name, version) =>
					// A request that is never answered, on a database that opens fine otherwise.
					name === 'plenum'
						? Object.assign(Object.create(EventTarget.prototype), new EventTarget(), {
								readyState: 'pending',
								addEventListener: () => undefined
							})
						: real.indexedDB.open(name, version)
			}
		};
		const storage = await testDevice().open({ engine: hanging, openTimeout: 50 });
		expect(storage.health()).toMatchObject({ state: 'second', why: 'blocked' });
		storage.close();
	});

	test('notices that what it stored was cleared while the page was closed, and says it once', async () => {
		const device = testDevice();
		(await device.open()).close();
		device.engine = { indexedDB: new IDBFactory(), IDBKeyRange };
		const after = await device.open();
		expect(after.health()).toMatchObject({ state: 'ok', lost: true });
		after.acknowledgeLoss();
		expect(after.health().lost).toBe(false);
		after.close();
		const later = await device.open();
		expect(later.health().lost).toBe(false);
		later.close();
	});

	test('does not call it a loss when only the local store was cleared', async () => {
		const device = testDevice();
		(await device.open()).close();
		device.values.clear();
		const after = await device.open();
		expect(after.health().lost).toBe(false);
		after.close();
		expect(device.values.size).toBe(1);
	});

	test('puts back what the page knew when the database was cleared under it', async () => {
		const device = testDevice();
		const storage = await device.open();
		await createSession(storage, SESSION, SECRETS, 5);
		await logStore(storage, SESSION.id).commit(add(1));
		await new Promise((resolve, reject) => {
			const request = device.engine.indexedDB.deleteDatabase('plenum');
			request.onsuccess = resolve;
			request.onerror = reject;
		});
		await logStore(storage, SESSION.id).commit(add(2));
		expect(storage.health()).toMatchObject({ state: 'reopened', lost: true });
		expect((await logStore(storage, SESSION.id).load()).rows).toEqual([row(1), row(2)]);
		storage.close();
		const again = await device.open();
		expect(await getKeys(again, SESSION.id)).toEqual(SECRETS);
		again.close();
	});

	test('gives way to a newer version in another tab, says so, and still loses nothing', async () => {
		const device = testDevice();
		const old = await device.open();
		await logStore(old, 's').commit(add(1));
		const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = device.engine.indexedDB.open('plenum', 20);
			request.onupgradeneeded = () => request.result.createObjectStore('added');
			request.onsuccess = () => resolve(request.result);
			request.onerror = reject;
		});
		expect(old.health().outdated).toBe(true);
		await logStore(old, 's').commit(add(2));
		expect(old.health()).toMatchObject({ state: 'reopened', outdated: true });
		expect((await logStore(old, 's').load()).rows).toEqual([row(1), row(2)]);
		old.close();
		upgraded.close();
	});

	test('gives an error of the work itself to the caller and stays as it is', async () => {
		const storage = await testDevice().open();
		const failed = storage.write(['settings'], async (tx) => {
			await tx.put('settings', [{ name: 'theme', value: 'dark' }]);
			throw new TypeError('a bug');
		});
		await expect(failed).rejects.toThrow(TypeError);
		expect(storage.health().state).toBe('ok');
		expect(await getSettings(storage)).toMatchObject({ theme: 'auto' });
		storage.close();
	});

	test('keeps a live reader informed across a move to another database', async () => {
		let broken = false;
		const { engine } = failing((name) => broken && name === 'plenum');
		const storage = await testDevice().open({ engine });
		const seen: number[] = [];
		const { unsubscribe } = storage
			.live(['settings'], (tx) => tx.list('settings'))
			.subscribe({ next: (rows) => seen.push(rows.length) });
		await putSettings(storage, { theme: 'dark' });
		broken = true;
		await putSettings(storage, { textSize: 150 });
		await putSettings(storage, { locale: 'cs' });
		await expect.poll(() => seen.at(-1)).toBe(3);
		unsubscribe();
		storage.close();
	});
});
