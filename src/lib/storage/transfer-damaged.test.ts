import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { concat } from '#lib/base/bytes.ts';
import { seededRandom } from '#lib/base/random.ts';
import { SESSION, testDevice } from './device.fixture.ts';
import { decodeContent, encodeContent } from './session-content.ts';
import { checkFile, MAX_FILE, unwrapFile, wrapFile } from './session-file.ts';
import { importSession } from './transfer.ts';
import { BOUND, random, entries, codes, exported, everything } from './transfer.fixture.ts';

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
