import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Backend } from './backend.ts';
import './device.fixture.ts';
import { openDexie } from './dexie-backend.ts';
import { MemoryBackend } from './memory-backend.ts';

const open: Backend[] = [];
afterEach(() => {
	for (const backend of open.splice(0)) backend.close();
});

const entry = (session: string, seq: number, byte = seq) => ({
	session,
	channel: 'stage',
	author: 'aa',
	seq,
	bytes: Uint8Array.of(byte)
});

const makers: readonly [string, () => Promise<Backend>][] = [
	['memory', async () => new MemoryBackend()],
	[
		'IndexedDB',
		() => openDexie({ indexedDB: new IDBFactory(), IDBKeyRange }, 'test', () => undefined)
	]
];

describe.each(makers)('tables in %s', (_name, make) => {
	const fresh = async (): Promise<Backend> => {
		const backend = await make();
		open.push(backend);
		return backend;
	};

	test('give back what was put, by key, by list of keys and by prefix in key order', async () => {
		const backend = await fresh();
		const rows = [entry('a', 10), entry('a', 9), entry('b', 1), entry('ab', 1)];
		await backend.write(['entries'], (tx) => tx.put('entries', rows));
		const got = await backend.read(['entries'], async (tx) => ({
			one: await tx.get('entries', ['a', 'stage', 'aa', 9]),
			none: await tx.get('entries', ['a', 'stage', 'aa', 8]),
			many: await tx.getMany('entries', [
				['b', 'stage', 'aa', 1],
				['b', 'stage', 'aa', 2]
			]),
			prefix: await tx.list('entries', ['a']),
			longer: await tx.list('entries', ['a', 'stage', 'aa', 10]),
			all: (await tx.list('entries')).map(({ session, seq }) => [session, seq])
		}));
		expect(got).toEqual({
			one: entry('a', 9),
			none: undefined,
			many: [entry('b', 1), undefined],
			prefix: [entry('a', 9), entry('a', 10)],
			longer: [entry('a', 10)],
			all: [
				['a', 9],
				['a', 10],
				['ab', 1],
				['b', 1]
			]
		});
	});

	test('replace a row with the same key and remove by key, prefix or all', async () => {
		const backend = await fresh();
		const left = await backend.write(['entries', 'settings'], async (tx) => {
			await tx.put('settings', [
				{ name: 'x', value: 1 },
				{ name: 'y', value: 2 }
			]);
			await tx.put('entries', [entry('a', 1), entry('a', 2), entry('b', 1)]);
			await tx.put('entries', [entry('b', 1, 99)]);
			await tx.remove('entries', [['a', 'stage', 'aa', 2]]);
			await tx.clear('settings', ['x']);
			const before = await tx.list('entries');
			await tx.clear('entries', ['a']);
			const after = await tx.list('entries');
			await tx.clear('entries');
			return {
				before,
				after,
				none: await tx.list('entries'),
				settings: await tx.list('settings')
			};
		});
		expect(left).toEqual({
			before: [entry('a', 1), entry('b', 1, 99)],
			after: [entry('b', 1, 99)],
			none: [],
			settings: [{ name: 'y', value: 2 }]
		});
	});

	test('keep nothing of a transaction that fails, and give its own error', async () => {
		const backend = await fresh();
		await backend.write(['entries'], (tx) => tx.put('entries', [entry('a', 1)]));
		const failed = backend.write(['entries'], async (tx) => {
			await tx.put('entries', [entry('a', 1, 50), entry('a', 2)]);
			await tx.clear('entries', ['a']);
			await tx.put('entries', [entry('a', 3)]);
			throw new RangeError('no');
		});
		await expect(failed).rejects.toThrow(RangeError);
		expect(await backend.read(['entries'], (tx) => tx.list('entries'))).toEqual([entry('a', 1)]);
	});

	test('run writes one after another, each seeing the one before', async () => {
		const backend = await fresh();
		const add = () =>
			backend.write(['entries'], async (tx) => {
				const seq = (await tx.list('entries')).length + 1;
				await tx.put('entries', [entry('a', seq)]);
			});
		await Promise.all(Array.from({ length: 20 }, add));
		const rows = await backend.read(['entries'], (tx) => tx.list('entries'));
		expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
	});

	test('tell a live reader the first state and every change until it stops', async () => {
		const backend = await fresh();
		const seen: number[] = [];
		let wake = (): void => undefined;
		const until = async (count: number): Promise<void> => {
			while (seen.at(-1) !== count) await new Promise<void>((resolve) => (wake = resolve));
		};
		const live = backend.live(['settings'], (tx) => tx.list('settings'));
		const { unsubscribe } = live.subscribe({
			next: (rows) => {
				seen.push(rows.length);
				wake();
			}
		});
		await until(0);
		await backend.write(['settings'], (tx) => tx.put('settings', [{ name: 'x', value: 1 }]));
		await until(1);
		await backend.write(['settings'], (tx) => tx.clear('settings'));
		await until(0);
		unsubscribe();
		await backend.write(['settings'], (tx) => tx.put('settings', [{ name: 'x', value: 1 }]));
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(seen.at(-1)).toBe(0);
	});
});
