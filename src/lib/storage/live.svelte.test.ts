import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { SECRETS, SESSION, testDevice } from './device.fixture.ts';
import { QueryState } from './live.svelte.ts';
import { createSession, liveSession, updateSession } from './sessions.ts';

test('a query is undefined until it was read, then follows every change, and stops with its reader', async () => {
	const storage = await testDevice().open();
	await createSession(storage, SESSION, SECRETS, 1);
	const query = new QueryState(liveSession(storage, SESSION.id));
	const titles: (string | undefined)[] = [];
	const stop = $effect.root(() => {
		$effect(() => void titles.push(query.current?.title));
	});
	flushSync();
	expect(titles).toEqual([undefined]);
	await expect.poll(() => titles.at(-1)).toBe('Integration workshop');
	await updateSession(storage, SESSION.id, () => ({ title: 'Evening' }), 2);
	await expect.poll(() => titles.at(-1)).toBe('Evening');
	stop();
	await updateSession(storage, SESSION.id, () => ({ title: 'Nobody reads this' }), 3);
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(titles).toEqual([undefined, 'Integration workshop', 'Evening']);
	storage.close();
});

test('a query that fails throws where it is read', async () => {
	const query = new QueryState({
		subscribe: ({ error }) => {
			error?.(new RangeError('broken'));
			return { unsubscribe: () => undefined };
		}
	});
	const seen: unknown[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			try {
				seen.push(query.current);
			} catch (error) {
				seen.push(error);
			}
		});
	});
	flushSync();
	await expect.poll(() => seen.at(-1)).toBeInstanceOf(RangeError);
	stop();
});
