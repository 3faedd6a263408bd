import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { lmdbStore } from './store-lmdb.ts';
import { memoryStore } from './store-memory.ts';
import type { EntryStore, StoreChange, StoredRow } from './store.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Each gives a function that opens the same store again and again, as a restarted relay does. */
const stores: Record<string, () => Promise<() => EntryStore>> = {
	memory: () => {
		const medium = new Map<string, StoredRow>();
		return Promise.resolve(() => memoryStore(medium));
	},
	LMDB: async () => {
		const folder = await mkdtemp(join(tmpdir(), 'plenum-store-'));
		folders.push(folder);
		return () => lmdbStore(folder);
	}
};

const nothing: StoreChange = { put: [], remove: [], removeRooms: [] };
const row = (room: string, key: string, ...bytes: number[]): StoredRow => ({
	room,
	key,
	value: Uint8Array.from(bytes)
});

describe.each(Object.keys(stores))('the %s store', (name) => {
	const fresh = stores[name] ?? (() => Promise.reject(new Error(name)));

	test('what was committed is there after closing and opening, in order of rooms', async () => {
		const open = await fresh();
		const first = open();
		await first.commit({ ...nothing, put: [row('b0', 'x', 1), row('a0', 'y', 2, 3)] });
		await first.close();
		const second = open();
		expect(await second.load()).toEqual([row('a0', 'y', 2, 3), row('b0', 'x', 1)]);
		await second.close();
	});

	test('a row is replaced, removed, and missing ones do not matter', async () => {
		const store = (await fresh())();
		await store.commit({ ...nothing, put: [row('a', '1', 1), row('a', '2', 2)] });
		await store.commit({
			put: [row('a', '1', 9)],
			remove: [
				{ room: 'a', key: '2' },
				{ room: 'a', key: '3' }
			],
			removeRooms: ['zz']
		});
		expect(await store.load()).toEqual([row('a', '1', 9)]);
		await store.close();
	});

	test('a room goes whole, and its neighbours in the order of names stay', async () => {
		const store = (await fresh())();
		await store.commit({
			...nothing,
			put: ['a', 'aa', 'a0', 'b'].flatMap((room) => [row(room, '0', 1), row(room, '\x7f', 1)])
		});
		await store.commit({ ...nothing, removeRooms: ['a'], put: [row('a', 'new', 5)] });
		const left = (await store.load()).map(({ room, key }) => `${room}:${key}`);
		expect(left).toEqual(['a:new', 'a0:0', 'a0:\x7f', 'aa:0', 'aa:\x7f', 'b:0', 'b:\x7f']);
		await store.close();
	});

	test('a value handed over may be overwritten by its owner afterwards', async () => {
		const store = (await fresh())();
		const mine = row('a', '1', 7);
		await store.commit({ ...nothing, put: [mine] });
		mine.value[0] = 8;
		expect(await store.load()).toEqual([row('a', '1', 7)]);
		await store.close();
	});

	test('many commits at once all resolve, and the last one wins', async () => {
		const store = (await fresh())();
		await Promise.all(
			Array.from({ length: 500 }, (_, at) =>
				store.commit({
					...nothing,
					put: [row('a', 'last', at & 255, at >> 8), row('a', String(at).padStart(3, '0'), 1)]
				})
			)
		);
		const rows = await store.load();
		expect(rows).toHaveLength(501);
		expect(rows.at(-1)).toEqual(row('a', 'last', 499 & 255, 499 >> 8));
		await store.close();
	});

	test('any history of changes leaves what a plain map would hold', async () => {
		const rooms = fc.constantFrom('0a', '0b', 'ff');
		const keys = fc.constantFrom('k', 'k1', 'l');
		const change = fc.record({
			put: fc.array(fc.record({ room: rooms, key: keys, value: fc.uint8Array({ maxLength: 9 }) })),
			remove: fc.array(fc.record({ room: rooms, key: keys })),
			removeRooms: fc.array(rooms, { maxLength: 1 })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
				const store = (await fresh())();
				const model = new Map<string, StoredRow>();
				for (const { put, remove, removeRooms } of changes) {
					await store.commit({ put, remove, removeRooms });
					for (const [id, { room }] of model) if (removeRooms.includes(room)) model.delete(id);
					for (const { room, key } of remove) model.delete(`${room}/${key}`);
					for (const kept of put) model.set(`${kept.room}/${kept.key}`, kept);
				}
				const expected = [...model]
					.toSorted(([a], [b]) => (a < b ? -1 : 1))
					.map(([, kept]) => kept);
				expect(await store.load()).toEqual(expected);
				await store.close();
			}),
			{ numRuns: 25 }
		);
	});
});
