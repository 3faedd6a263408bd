import { describe, expect, test } from 'vitest';
import { SECRETS, SESSION, testDevice } from './device.fixture.ts';
import type { DeviceStorage } from './database.ts';
import { putDraft } from './drafts.ts';
import { dueErasures, eraseDue, eraseRaw, eraseSession } from './erase.ts';
import { logStore } from './log-store.ts';
import { createSession, getSession, updateSession, type NewSession } from './sessions.ts';
import { PERSONAL } from './tables.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function filled(storage: DeviceStorage, session: NewSession, now = 0): Promise<void> {
	await createSession(storage, session, SECRETS, now);
	await putDraft(storage, session.id, 'field', 'half', now);
	await logStore(storage, session.id).commit({
		rows: [{ channel: 'stage', author: 'aa', seq: 1, bytes: Uint8Array.of(1) }],
		remove: [],
		meta: new Map([['head', Uint8Array.of(1)]])
	});
}

/** Which tables still hold something of a session. */
const traces = (storage: DeviceStorage, session: string) =>
	storage.read(PERSONAL, async (tx) => {
		const found: string[] = [];
		for (const table of ['keys', 'entries', 'heads', 'drafts', 'sessions'] as const) {
			if ((await tx.list(table, [session])).length > 0) found.push(table);
		}
		return found;
	});

describe('erasing', () => {
	test('leaves nothing of a session and everything of the others', async () => {
		const storage = await testDevice().open();
		await filled(storage, SESSION);
		await filled(storage, { ...SESSION, id: 'other' });
		await eraseSession(storage, SESSION.id);
		expect(await traces(storage, SESSION.id)).toEqual([]);
		expect(await traces(storage, 'other')).toHaveLength(5);
		storage.close();
	});

	test('of raw answers leaves only the session with its report', async () => {
		const storage = await testDevice().open();
		await filled(storage, SESSION);
		await updateSession(storage, SESSION.id, () => ({ report: { ideas: 12 } }), 1);
		await eraseRaw(storage, SESSION.id, 5);
		expect(await traces(storage, SESSION.id)).toEqual(['sessions']);
		expect(await getSession(storage, SESSION.id)).toMatchObject({
			report: { ideas: 12 },
			rawErased: 5
		});
		storage.close();
	});

	test('on a spare database holds when the first one comes back', async () => {
		const device = testDevice();
		const first = await device.open();
		await filled(first, SESSION);
		await filled(first, { ...SESSION, id: 'raw' });
		first.close();
		// The spare database, as a page would use it whose first database is out of reach.
		const spare = await device.open({ name: 'plenum-2' });
		await filled(spare, SESSION);
		await filled(spare, { ...SESSION, id: 'raw' });
		await eraseSession(spare, SESSION.id);
		await eraseRaw(spare, 'raw', 5);
		spare.close();
		device.values.set('plenum-2', 'used');
		const home = await device.open();
		expect(await traces(home, SESSION.id)).toEqual([]);
		expect(await traces(home, 'raw')).toEqual(['sessions']);
		home.close();
	});
});

describe('timers', () => {
	const phone: NewSession = { ...SESSION, id: 'phone', role: 'participant' };

	test.each([
		['a phone keeps a session for 24 hours after the end', phone, 2 * HOUR, 26 * HOUR],
		['a phone that never heard of the end keeps it for 7 days', phone, undefined, 7 * DAY],
		['a facilitator keeps raw answers for 30 days', SESSION, DAY, 31 * DAY],
		['an organiser may set another number', { ...SESSION, keepDays: 7 }, DAY, 8 * DAY],
		['90 days are the most', { ...SESSION, keepDays: 400 }, DAY, 91 * DAY]
	])('%s', async (_name, session, ended, due) => {
		const storage = await testDevice().open();
		await filled(storage, session);
		if (ended !== undefined) {
			await updateSession(storage, session.id, () => ({ status: 'ended' }), ended);
		}
		const what = session.role === 'participant' ? 'all' : 'raw';
		expect(await dueErasures(storage, due - 1)).toEqual([]);
		expect(await dueErasures(storage, due)).toEqual([{ session: session.id, what }]);
		expect(await eraseDue(storage, due)).toHaveLength(1);
		expect(await traces(storage, session.id)).toEqual(what === 'all' ? [] : ['sessions']);
		expect(await eraseDue(storage, due + 1000 * DAY)).toEqual([]);
		storage.close();
	});

	test('a session that is only prepared waits as long as it must', async () => {
		const storage = await testDevice().open();
		await filled(storage, SESSION);
		expect(await dueErasures(storage, 1000 * DAY)).toEqual([]);
		storage.close();
	});
});
