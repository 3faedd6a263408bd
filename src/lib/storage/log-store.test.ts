import { describe, expect, test } from 'vitest';
import type { LogStore } from '#lib/sync/contract.ts';
import { testDevice } from './device.fixture.ts';
import { logStore, type StoredEntry } from './log-store.ts';

const A = 'aa'.repeat(32);
const entry = (seq: number, byte = seq): StoredEntry => ({
	channel: `in/${A}`,
	author: A,
	seq,
	bytes: Uint8Array.of(byte, 1, 2)
});
const nothing = { rows: [], remove: [], meta: new Map<string, Uint8Array>() };

describe('the log of a session', () => {
	test('has the shape that sync asks for', async () => {
		const storage = await testDevice().open();
		const store: LogStore = logStore(storage, 's');
		expect(await store.load()).toEqual({ rows: [], meta: new Map() });
		storage.close();
	});

	test('is there again after the page was closed, and apart from other sessions', async () => {
		const device = testDevice();
		const first = await device.open();
		await logStore(first, 's').commit({
			rows: [entry(1), entry(2)],
			remove: [],
			meta: new Map([['head', Uint8Array.of(9)]])
		});
		await logStore(first, 'other').commit({ ...nothing, rows: [entry(7)] });
		first.close();
		const second = await device.open();
		expect(await logStore(second, 's').load()).toEqual({
			rows: [entry(1), entry(2)],
			meta: new Map([['head', Uint8Array.of(9)]])
		});
		second.close();
	});

	test('takes the same entry twice and refuses another one in its place, with all that came along', async () => {
		const storage = await testDevice().open();
		const store = logStore(storage, 's');
		await store.commit({ ...nothing, rows: [entry(1)] });
		await store.commit({ ...nothing, rows: [entry(1), entry(2)] });
		const forked = store.commit({
			rows: [entry(3), entry(2, 200)],
			remove: [entry(1)],
			meta: new Map([['head', Uint8Array.of(3)]])
		});
		await expect(forked).rejects.toMatchObject({ name: 'ConflictError' });
		expect(await store.load()).toEqual({ rows: [entry(1), entry(2)], meta: new Map() });
		expect(storage.health().state).toBe('ok');
		storage.close();
	});

	test('lets only one of two tabs take a place in a log', async () => {
		const device = testDevice();
		const [one, two] = [await device.open(), await device.open()];
		const results = await Promise.allSettled(
			Array.from({ length: 20 }, (_, i) =>
				logStore(i % 2 ? one : two, 's').commit({ ...nothing, rows: [entry(1, i)] })
			)
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await logStore(one, 's').load()).rows).toHaveLength(1);
		one.close();
		two.close();
	});

	test('removes what sync compacted, in the same transaction', async () => {
		const storage = await testDevice().open();
		const store = logStore(storage, 's');
		await store.commit({ ...nothing, rows: [entry(1), entry(2)] });
		await store.commit({ ...nothing, rows: [entry(3)], remove: [entry(1), entry(2)] });
		expect((await store.load()).rows).toEqual([entry(3)]);
		storage.close();
	});
});
