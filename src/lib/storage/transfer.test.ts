import { describe, expect, test } from 'vitest';
import { SESSION, testDevice } from './device.fixture.ts';
import { getKeys } from './keys.ts';
import { logStore, type StoredEntry } from './log-store.ts';
import { checkFile } from './session-file.ts';
import { createSession, getSession, updateSession } from './sessions.ts';
import { exportSession, importSession } from './transfer.ts';
import {
	OPEN,
	BOUND,
	random,
	entries,
	SECRETS,
	deviceWithSession,
	codes,
	exported,
	everything
} from './transfer.fixture.ts';

describe('a session in a file', () => {
	test('is complete on the other device, without what belongs to one device only', async () => {
		const file = await exported();
		expect(file.name).toBe('plenum-2026-06-01-integration-workshop.plenum');
		const other = await testDevice().open();
		const done = await importSession(other, file.bytes, undefined, BOUND, 2000);
		expect(done).toMatchObject({
			ok: true,
			value: { isNew: true, added: entries.length, problems: [], session: { title: SESSION.title } }
		});
		const log = await logStore(other, SESSION.id).load();
		expect(log.rows).toHaveLength(entries.length);
		expect(log.rows).toEqual(expect.arrayContaining([...entries]));
		expect(log.meta).toEqual(new Map([['roster', Uint8Array.of(1)]]));
		expect([...((await getKeys(other, SESSION.id)) ?? [])]).toEqual([
			['recovery', SECRETS.get('recovery')]
		]);
		expect(await getSession(other, SESSION.id)).toMatchObject({ snapshot: SESSION.snapshot });
		other.close();
	});

	test(
		'opens with its passphrase only, and hides every word and key without',
		{ timeout: 60_000 },
		async () => {
			const file = await exported({ type: 'passphrase', passphrase: 'modrá velryba 7' });
			const text = new TextDecoder('latin1').decode(file.bytes);
			expect(text).not.toContain(SESSION.title);
			const other = await testDevice().open();
			const open = (passphrase?: string) =>
				importSession(other, file.bytes, passphrase, BOUND, 2000);
			expect(checkFile(file.bytes)).toMatchObject({ ok: true, value: { protected: true } });
			expect(codes(await open())).toEqual(['passphrase-needed']);
			expect(codes(await open('modrá velryba 8'))).toEqual(['passphrase-wrong']);
			expect((await everything(other)).sessions).toEqual([]);
			// The same letters composed another way, as another keyboard types them.
			expect(codes(await open(' modrá velryba 7'.normalize('NFD')))).toEqual(['ok']);
			other.close();
		}
	);

	test('is not protected by a short passphrase', async () => {
		const storage = await deviceWithSession();
		const short = { type: 'passphrase', passphrase: 'seven77 ' } as const;
		expect(codes(await exportSession(storage, SESSION.id, short, BOUND, random))).toEqual([
			'passphrase-short'
		]);
		expect(codes(await exportSession(storage, 'none', OPEN, BOUND, random))).toEqual([
			'session-missing'
		]);
		storage.close();
	});

	test('completes a session that is here already and loses nothing of it', async () => {
		const file = await exported();
		const storage = await testDevice().open();
		const own = new Map([
			['recovery', SECRETS.get('recovery') ?? random(1)],
			['writer', random(32)]
		]);
		await createSession(storage, SESSION, own, 1000);
		await updateSession(storage, SESSION.id, () => ({ title: 'Newer title' }), 5000);
		const mine: StoredEntry = {
			channel: 'stage',
			author: 'cd'.repeat(32),
			seq: 1,
			bytes: random(9)
		};
		await logStore(storage, SESSION.id).commit({
			rows: [...entries.slice(0, 10), mine],
			remove: [],
			meta: new Map([['roster', Uint8Array.of(99)]])
		});
		const done = await importSession(storage, file.bytes, undefined, BOUND, 6000);
		expect(done).toMatchObject({
			ok: true,
			value: { isNew: false, added: 30, problems: [], session: { title: 'Newer title' } }
		});
		const log = await logStore(storage, SESSION.id).load();
		expect(log.rows).toHaveLength(41);
		expect(log.meta.get('roster')).toEqual(Uint8Array.of(99));
		expect(await getKeys(storage, SESSION.id)).toEqual(own);
		const again = await importSession(storage, file.bytes, undefined, BOUND, 6000);
		expect(again).toMatchObject({ ok: true, value: { added: 0 } });
		storage.close();
	});

	test('keeps this device’s answers, and says so, where the file has others in their place', async () => {
		const file = await exported();
		const storage = await testDevice().open();
		await createSession(storage, SESSION, new Map(), 1000);
		const [first] = entries;
		if (!first) throw new Error('no entries');
		const mine = { ...first, bytes: random(20) };
		await logStore(storage, SESSION.id).commit({ rows: [mine], remove: [], meta: new Map() });
		const done = await importSession(storage, file.bytes, undefined, BOUND, 2000);
		expect(done).toMatchObject({
			ok: true,
			value: { added: 39, problems: [{ code: 'file-forked', level: 'warning' }] }
		});
		expect((await logStore(storage, SESSION.id).load()).rows).toContainEqual(mine);
		storage.close();
	});

	test('is refused where another session has its id, and changes nothing', async () => {
		const file = await exported();
		const storage = await testDevice().open();
		await createSession(storage, SESSION, new Map([['recovery', random(16)]]), 1000);
		const before = await everything(storage);
		const done = await importSession(storage, file.bytes, undefined, BOUND, 2000);
		expect(codes(done)).toEqual(['file-other-session']);
		expect(await everything(storage)).toEqual(before);
		storage.close();
	});

	test('brings no raw answers back once their time is over', async () => {
		const source = await deviceWithSession();
		await updateSession(
			source,
			SESSION.id,
			() => ({ status: 'ended', report: { ideas: 3 } }),
			2000
		);
		const file = await exportSession(source, SESSION.id, OPEN, BOUND, random);
		source.close();
		if (!file.ok) throw new Error('not exported');
		const other = await testDevice().open();
		const late = 2000 + 31 * 24 * 3_600_000;
		const done = await importSession(other, file.value.bytes, undefined, BOUND, late);
		expect(done).toMatchObject({
			ok: true,
			value: { added: 0, problems: [{ code: 'file-expired' }], session: { report: { ideas: 3 } } }
		});
		const rows = await everything(other);
		expect([rows.entries, rows.keys, rows.heads]).toEqual([[], [], []]);
		other.close();
	});
});
