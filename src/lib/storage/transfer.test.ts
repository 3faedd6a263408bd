import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { concat } from '#lib/base/bytes.ts';
import type { Outcome } from '#lib/base/problem.ts';
import { seededRandom } from '#lib/base/random.ts';
import { readAll } from './absorb.ts';
import { SESSION, testDevice } from './device.fixture.ts';
import type { DeviceStorage } from './database.ts';
import { getKeys } from './keys.ts';
import { logStore, type StoredEntry } from './log-store.ts';
import { decodeContent, encodeContent } from './session-content.ts';
import { checkFile, MAX_FILE, unwrapFile, wrapFile } from './session-file.ts';
import { createSession, getSession, updateSession } from './sessions.ts';
import { exportSession, importSession, type DeviceBound } from './transfer.ts';

const OPEN = { type: 'none', chosen: true } as const;
const BOUND: DeviceBound = { secrets: ['writer'], heads: (name) => name.startsWith('own/') };
const random = seededRandom(3);
const A = 'ab'.repeat(32);

const entries: readonly StoredEntry[] = Array.from({ length: 40 }, (_, i) => ({
	channel: i % 2 ? 'stage' : `in/${A}`,
	author: A,
	seq: i + 1,
	bytes: random(50 + i * 7)
}));
const SECRETS = new Map([
	['recovery', random(16)],
	['writer', random(32)]
]);

async function deviceWithSession(): Promise<DeviceStorage> {
	const storage = await testDevice().open();
	await createSession(storage, SESSION, SECRETS, 1000);
	await logStore(storage, SESSION.id).commit({
		rows: entries,
		remove: [],
		meta: new Map([
			['roster', Uint8Array.of(1)],
			['own/head', Uint8Array.of(2)]
		])
	});
	return storage;
}

const codes = <T>(outcome: Outcome<T>): readonly string[] =>
	outcome.ok ? ['ok'] : outcome.problems.map(({ code }) => code);

async function exported(protection: Parameters<typeof exportSession>[2] = OPEN) {
	const storage = await deviceWithSession();
	const file = await exportSession(storage, SESSION.id, protection, BOUND, random);
	storage.close();
	if (!file.ok) throw new Error('not exported');
	return file.value;
}

const everything = (storage: DeviceStorage) =>
	readAll({
		read: (tables, work) => storage.read(tables, work),
		write: (tables, work) => storage.write(tables, work),
		live: (tables, work) => storage.live(tables, work),
		close: () => storage.close()
	});

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

describe('a file that is not as it was written', () => {
	test('is found out at every flip of one bit in every 64th byte, and nothing of it is stored', async () => {
		const { bytes } = await exported();
		const storage = await testDevice().open();
		let flips = 0;
		let detected = 0;
		for (let at = 0; at < bytes.length; at += at < 64 || at > bytes.length - 40 ? 1 : 64) {
			const bad = bytes.slice();
			bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
			flips++;
			const done = await importSession(storage, bad, undefined, BOUND, 2000);
			if (!done.ok) detected++;
		}
		expect(flips).toBeGreaterThan(200);
		expect(detected).toBe(flips);
		const rows = await everything(storage);
		expect([rows.sessions, rows.entries, rows.keys, rows.heads]).toEqual([[], [], [], []]);
		storage.close();
	});

	test('is found out when it ends too early, at any length, or goes on too long', async () => {
		const { bytes } = await exported();
		const storage = await testDevice().open();
		const seen = new Set<string>();
		for (let length = 0; length < bytes.length; length += length < 100 ? 1 : 97) {
			const done = await importSession(storage, bytes.slice(0, length), undefined, BOUND, 2000);
			for (const code of codes(done)) seen.add(code);
		}
		expect([...seen]).toEqual(['file-truncated']);
		const longer = concat(bytes, Uint8Array.of(0));
		expect(codes(await importSession(storage, longer, undefined, BOUND, 2000))).toEqual([
			'file-damaged'
		]);
		expect((await everything(storage)).sessions).toEqual([]);
		storage.close();
	});

	/** A change that an honest program of another version would make, with the right digest. */
	function forged(bytes: Uint8Array, edit: (file: Uint8Array) => void): Uint8Array {
		const file = bytes.slice(0, -32);
		edit(file);
		return concat(file, sha256(file));
	}

	test('is told apart: foreign, newer, older, too big', async () => {
		const { bytes } = await exported();
		const check = (file: Uint8Array) => codes(checkFile(file));
		expect(check(new TextEncoder().encode('%PDF-1.7 a letter to the council'))).toEqual([
			'file-foreign'
		]);
		expect(check(forged(bytes, (file) => file.set([0, 2], 8)))).toEqual(['file-newer']);
		expect(check(forged(bytes, (file) => file.set([9], 10)))).toEqual(['file-newer']);
		expect(check(forged(bytes, (file) => file.set([0, 0], 8)))).toEqual(['file-older']);
		const huge = new Uint8Array(MAX_FILE + 1);
		huge.set(bytes.subarray(0, 16));
		expect(check(huge)).toEqual(['file-too-big']);
		expect(check(bytes)).toEqual(['ok']);
	});

	test('never gets part of its contents stored, whatever a forger with a right digest writes', async () => {
		const { bytes } = await exported();
		const storage = await testDevice().open();
		const noise = seededRandom(11);
		let refused = 0;
		for (let i = 0; i < 400; i++) {
			const bad = forged(bytes, (file) => {
				for (let n = 0; n < 3; n++) {
					const at = 16 + Math.floor(noise.next() ** 3 * (file.length - 16));
					file[at] = Math.floor(noise.next() * 256);
				}
			});
			const empty = await testDevice().open({ engine: undefined });
			const done = await importSession(empty, bad, undefined, BOUND, 2000);
			const rows = await everything(empty);
			if (done.ok) expect(rows.entries).toHaveLength(entries.length);
			else {
				refused++;
				expect([rows.sessions, rows.entries, rows.keys]).toEqual([[], [], []]);
			}
			empty.close();
		}
		expect(refused).toBeGreaterThan(50);
		storage.close();
	});

	test('is refused when its cost would freeze the device', async () => {
		const wrapped = await wrapFile(
			Uint8Array.of(1),
			{ type: 'passphrase', passphrase: 'long enough' },
			random,
			10
		);
		if (!wrapped.ok) throw new Error('not wrapped');
		const costly = forged(wrapped.value, (file) => file.set([30], 16));
		expect(codes(await unwrapFile(costly, 'long enough'))).toEqual(['file-contents']);
		expect(codes(await unwrapFile(wrapped.value, 'long enough'))).toEqual(['ok']);
	});

	test('that is empty inside or claims more than it has is refused', () => {
		const session = {
			version: 1,
			...SESSION,
			created: 1,
			updated: 1,
			status: 'prepared',
			keepDays: 30
		} as const;
		const body = encodeContent({ session, secrets: new Map(), heads: [], entries: [] });
		expect(decodeContent(body)).toMatchObject({ session });
		expect(decodeContent(new Uint8Array())).toBeUndefined();
		expect(decodeContent(body.slice(0, -1))).toBeUndefined();
		expect(decodeContent(concat(body, Uint8Array.of(1)))).toBeUndefined();
		expect(decodeContent(Uint8Array.of(255, 255, 255, 255, 1))).toBeUndefined();
	});
});
