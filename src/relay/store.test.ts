import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { lmdbStore } from './store-lmdb.ts';
import { memoryStore } from './store-memory.ts';
import type { EntryStore, StoredPair } from './store.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Each gives a function that opens the same store again and again, as a restarted relay does. */
const stores: Record<string, () => Promise<() => EntryStore>> = {
	memory: () => {
		const medium = new Map<string, Uint8Array>();
		return Promise.resolve(() => memoryStore(medium));
	},
	LMDB: async () => {
		const folder = await mkdtemp(join(tmpdir(), 'plenum-store-'));
		folders.push(folder);
		return () => lmdbStore(folder);
	}
};

const put = (key: string, ...bytes: number[]): { put: string; value: Uint8Array } => ({
	put: key,
	value: Uint8Array.from(bytes)
});
const pair = (key: string, ...bytes: number[]): StoredPair => [key, Uint8Array.from(bytes)];

describe.each(Object.keys(stores))('the %s store', (name) => {
	const fresh = stores[name] ?? (() => Promise.reject(new Error(name)));

	test('what was committed is there after closing and opening, sorted by key', async () => {
		const open = await fresh();
		const first = open();
		await first.commit([put('b0/x', 1), put('a0/y', 2, 3)]);
		await first.close();
		const second = open();
		expect(second.load()).toEqual([pair('a0/y', 2, 3), pair('b0/x', 1)]);
		await second.close();
	});

	test('later changes of one commit count, and removing what is missing does not matter', async () => {
		const store = (await fresh())();
		await store.commit([put('a/1', 1), put('a/2', 2)]);
		await store.commit([put('a/1', 9), { remove: 'a/2' }, { remove: 'a/3' }, put('a/1', 10)]);
		await store.commit([]);
		expect(store.load()).toEqual([pair('a/1', 10)]);
		await store.close();
	});

	test('a value handed over may be overwritten by its owner afterwards', async () => {
		const store = (await fresh())();
		const mine = put('a/1', 7);
		const committed = store.commit([mine]);
		mine.value[0] = 8;
		await committed;
		expect(store.load()).toEqual([pair('a/1', 7)]);
		await store.close();
	});

	test('the longest key and a facilitator snapshot fit', async () => {
		const store = (await fresh())();
		const value = new Uint8Array(256 * 1024).fill(5);
		const key = 'k'.repeat(240);
		await store.commit([{ put: key, value }]);
		const [kept] = store.load();
		expect([kept?.[0], kept && Buffer.compare(kept[1], value)]).toEqual([key, 0]);
		await store.close();
	});

	test('many commits at once all resolve, and the last one wins', async () => {
		const store = (await fresh())();
		await Promise.all(
			Array.from({ length: 500 }, (_, at) =>
				store.commit([put('z/last', at & 255, at >> 8), put(`a/${String(at).padStart(3, '0')}`, 1)])
			)
		);
		const rows = store.load();
		expect(rows).toHaveLength(501);
		expect(rows.at(-1)).toEqual(pair('z/last', 499 & 255, 499 >> 8));
		await store.close();
	});

	test('closing waits for commits on their way', async () => {
		const open = await fresh();
		const store = open();
		const committed = store.commit([put('a/1', 1)]);
		await store.close();
		await committed;
		const again = open();
		expect(again.load()).toEqual([pair('a/1', 1)]);
		await again.close();
	});

	test('any history of changes leaves what a plain map would hold', async () => {
		const keys = fc.constantFrom('0a/k', '0a/k1', '0b/k', 'ff/a', 'ff/e/-/x/00000001');
		const change = fc.oneof(
			fc.record({ put: keys, value: fc.uint8Array({ maxLength: 9 }) }),
			fc.record({ remove: keys })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(change, { maxLength: 9 })), async (history) => {
				const store = (await fresh())();
				const model = new Map<string, Uint8Array>();
				for (const changes of history) {
					await store.commit(changes);
					for (const one of changes)
						if ('put' in one) model.set(one.put, one.value);
						else model.delete(one.remove);
				}
				expect(store.load()).toEqual([...model].toSorted(([a], [b]) => (a < b ? -1 : 1)));
				await store.close();
			}),
			{ numRuns: 25 }
		);
	});
});
