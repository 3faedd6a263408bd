import { describe, expect, test, vi } from 'vitest';
import { SECRETS, SESSION, testDevice } from './device.fixture.ts';
import {
	deleteDraft,
	draftWriter,
	getDraft,
	getDrafts,
	putDraft,
	takeLastWords
} from './drafts.ts';
import { getKeys, putKeys } from './keys.ts';
import { deleteWorkshop, getWorkshop, listLibrary, putWorkshop } from './library.ts';
import { createSession, getSession, listSessions, updateSession } from './sessions.ts';
import { DEFAULT_SETTINGS, getSettings, putSettings } from './settings.ts';

describe('sessions', () => {
	test('are created once with their secrets, however often they are asked for', async () => {
		const storage = await testDevice().open();
		const first = await createSession(storage, SESSION, SECRETS, 10);
		const second = await createSession(
			storage,
			{ ...SESSION, title: 'Again' },
			new Map([['seed', Uint8Array.of(9)]]),
			20
		);
		expect(first).toEqual({
			version: 1,
			...SESSION,
			keepDays: 30,
			status: 'prepared',
			created: 10,
			updated: 10
		});
		expect(second).toEqual(first);
		expect(await getKeys(storage, SESSION.id)).toEqual(SECRETS);
		storage.close();
	});

	test('remember when they ended, and forget it when they are taken up again', async () => {
		const storage = await testDevice().open();
		await createSession(storage, SESSION, SECRETS, 10);
		const end = await updateSession(storage, SESSION.id, () => ({ status: 'ended' }), 50);
		expect(end).toMatchObject({ status: 'ended', ended: 50, updated: 50 });
		const later = await updateSession(storage, SESSION.id, () => ({ title: 'New' }), 60);
		expect(later).toMatchObject({ title: 'New', ended: 50, updated: 60 });
		const again = await updateSession(storage, SESSION.id, () => ({ status: 'running' }), 70);
		expect(again).not.toHaveProperty('ended');
		expect(await updateSession(storage, 'none', () => ({}), 80)).toBeUndefined();
		storage.close();
	});

	test('are listed last used first, without those that are damaged', async () => {
		const storage = await testDevice().open();
		await createSession(storage, { ...SESSION, id: 'a' }, SECRETS, 10);
		await createSession(storage, { ...SESSION, id: 'b' }, SECRETS, 30);
		await createSession(storage, { ...SESSION, id: 'c' }, SECRETS, 20);
		await storage.write(['sessions'], async (tx) => {
			const row = await tx.get('sessions', 'c');
			if (row) await tx.put('sessions', [{ ...row, keepDays: 5000 }]);
		});
		expect((await listSessions(storage)).map(({ id }) => id)).toEqual(['b', 'a']);
		expect(await getSession(storage, 'c')).toBeUndefined();
		storage.close();
	});
});

test('secrets are added to a session without losing the others', async () => {
	const storage = await testDevice().open();
	await putKeys(storage, 's', SECRETS);
	await putKeys(storage, 's', new Map([['code', Uint8Array.of(8)]]));
	expect(await getKeys(storage, 's')).toEqual(new Map([...SECRETS, ['code', Uint8Array.of(8)]]));
	expect(await getKeys(storage, 'other')).toBeUndefined();
	storage.close();
});

test('settings that do not fit count as never chosen, the others stay', async () => {
	const storage = await testDevice().open();
	expect(await getSettings(storage)).toEqual(DEFAULT_SETTINGS);
	await putSettings(storage, { theme: 'dark', textSize: 150, languages: ['cs', 'uk'] });
	await storage.write(['settings'], (tx) =>
		tx.put('settings', [
			{ name: 'textSize', value: 1e9 },
			{ name: 'locale', value: { no: 1 } }
		])
	);
	expect(await getSettings(storage)).toEqual({
		locale: '',
		theme: 'dark',
		textSize: 100,
		languages: ['cs', 'uk']
	});
	storage.close();
});

test('workshops of the library are replaced by id and deleted', async () => {
	const storage = await testDevice().open();
	await putWorkshop(storage, { id: 'a', source: 'file', workshop: { n: 1 } }, 1);
	await putWorkshop(storage, { id: 'b', source: 'own', workshop: {} }, 2);
	await putWorkshop(storage, { id: 'a', source: 'file', workshop: { n: 2 } }, 3);
	expect((await listLibrary(storage)).map(({ id }) => id)).toEqual(['a', 'b']);
	expect(await getWorkshop(storage, 'a')).toMatchObject({ opened: 3, workshop: { n: 2 } });
	await deleteWorkshop(storage, 'a');
	expect(await getWorkshop(storage, 'a')).toBeUndefined();
	storage.close();
});

describe('drafts', () => {
	test('are kept by session and field', async () => {
		const storage = await testDevice().open();
		await putDraft(storage, 's', 'one', 'half a wo', 1);
		await putDraft(storage, 's', 'two', ['x'], 1);
		await putDraft(storage, 'other', 'one', 'no', 1);
		expect(await getDrafts(storage, 's')).toEqual(
			new Map<string, unknown>([
				['one', 'half a wo'],
				['two', ['x']]
			])
		);
		await deleteDraft(storage, 's', 'one');
		expect(await getDraft(storage, 's', 'one')).toBeUndefined();
		expect(await getDraft(storage, 'other', 'one')).toBe('no');
		storage.close();
	});

	test('of somebody who never pauses lose at most a second of typing', async () => {
		vi.useFakeTimers();
		try {
			// Memory only, so that nothing but the writer waits for a timer.
			const storage = await testDevice().open({ engine: undefined });
			const writer = draftWriter(storage, 's', {
				clock: Date.now,
				onflush: () => () => undefined,
				onerror: (error) => expect.unreachable(String(error))
			});
			const start = Date.now();
			let worst = 0;
			for (let i = 0; i < 200; i++) {
				writer.set('field', Date.now());
				await vi.advanceTimersByTimeAsync(30);
				const stored = (await getDraft(storage, 's', 'field')) ?? start;
				worst = Math.max(worst, Date.now() - Number(stored));
			}
			expect(worst).toBeGreaterThan(250);
			expect(worst).toBeLessThanOrEqual(1000);
			await writer.close();
			storage.close();
		} finally {
			vi.useRealTimers();
		}
	});

	test('are stored at once when the page goes, and deleted when the answer was given', async () => {
		const storage = await testDevice().open();
		let leave = (): void => undefined;
		let listening = true;
		const writer = draftWriter(storage, 's', {
			clock: () => 5,
			onflush: (flush) => {
				leave = flush;
				return () => (listening = false);
			},
			onerror: (error) => expect.unreachable(String(error))
		});
		writer.set('field', 'h');
		writer.set('field', 'half');
		leave();
		await expect.poll(() => getDraft(storage, 's', 'field')).toBe('half');
		writer.set('field', undefined);
		await writer.close();
		expect(await getDraft(storage, 's', 'field')).toBeUndefined();
		expect(listening).toBe(false);
		storage.close();
	});

	test('that a page could not finish storing are found by the next page of the tab', async () => {
		const kept = new Map<string, string>();
		const last = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		};
		const storage = await testDevice().open();
		let leave = (): void => undefined;
		const writer = draftWriter(storage, 's', {
			clock: () => 5,
			onflush: (flush) => {
				leave = flush;
				return () => undefined;
			},
			onerror: (error) => expect.unreachable(String(error)),
			last
		});
		writer.set('field', { text: 'half' });
		writer.set('gone', undefined);
		leave();
		// The page is dead from here on: nothing it began may be needed.
		const copy = new Map(kept);
		expect([...copy.values()]).toEqual(['[["field",{"text":"half"}],["gone",null]]']);
		await expect.poll(() => kept.size).toBe(0);
		expect(await getDraft(storage, 's', 'field')).toEqual({ text: 'half' });
		for (const [key, value] of copy) kept.set(key, value);
		expect(takeLastWords(last, 's')).toEqual(
			new Map([
				['field', { text: 'half' }],
				['gone', undefined]
			])
		);
		expect(takeLastWords(last, 's')).toEqual(new Map());
		await writer.close();
		storage.close();
	});

	test('that cannot be stored are told and kept for the next try', async () => {
		const storage = await testDevice().open();
		const errors: unknown[] = [];
		const writer = draftWriter(storage, 's', {
			clock: () => 5,
			onflush: () => () => undefined,
			onerror: (error) => errors.push(error)
		});
		writer.set('bad', () => 'functions cannot be stored');
		await writer.flush();
		expect(errors).toHaveLength(1);
		writer.set('bad', 'text can');
		await writer.close();
		expect(await getDraft(storage, 's', 'bad')).toBe('text can');
		storage.close();
	});
});
