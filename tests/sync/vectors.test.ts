import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, toHex } from '#lib/base/bytes.ts';
import { seededRandom } from '#lib/base/random.ts';
import {
	checkWords,
	facilitatorKeys,
	inboxKey,
	joinCodeOf,
	joinKeys,
	joinPath,
	parseJoinFragment,
	parseRecoveryCode,
	recoveryCode,
	stretchJoinCode,
	writerKeys
} from '#lib/sync/keys.ts';
import { clientIdOf, openEntry, padded, sealEntry } from '#lib/sync/payload.ts';
import { decodeEntry, signedBytesOf } from '#lib/sync/protocol/entry.ts';
import { decodeFrame, encodeFrame } from '#lib/sync/protocol/frame.ts';
import { writerBytes } from '#lib/sync/protocol/log-id.ts';
import { openSlip, sealSlip } from '#lib/sync/slip.ts';
import { keyIdOf, nobleSuite } from '#lib/sync/suite.ts';
import { nodeSuite } from './node-suite.ts';

const random = seededRandom(42);
const join = joinKeys(random(64));
const boss = facilitatorKeys(random(16));
const anna = writerKeys(random(32));
const mallory = writerKeys(random(32));
const key = inboxKey(anna.boxSecret, boss.box, join.roomId, anna.writer) ?? new Uint8Array(32);
const channel = `in/${anna.writer}` as const;
const inst = Uint8Array.of(1, 2, 3, 4);

function update(client: number, edit: (doc: Y.Doc) => void, base?: Uint8Array): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = client;
	if (base) Y.applyUpdate(doc, base);
	const before = Y.encodeStateVector(doc);
	edit(doc);
	return Y.encodeStateAsUpdate(doc, before);
}
const own = clientIdOf(anna.writer, channel, inst);
const hello = update(own, (doc) => doc.getMap('answers').set('q', 'hello'));

const entry = sealEntry(
	join.roomId,
	{
		channel,
		author: anna.writer,
		seq: 1,
		kind: 'update',
		prev: new Uint8Array(16),
		keyId: keyIdOf(key),
		inst,
		nonce: new Uint8Array(24).fill(9)
	},
	{ insts: [], facts: new Uint8Array(0), update: hello },
	key,
	anna.seed,
	nobleSuite.sign
);
const holds = (bytes: Uint8Array, roomId = join.roomId): boolean => {
	const read = decodeEntry(bytes);
	return (
		read !== undefined &&
		nobleSuite.verify(read.signature, signedBytesOf(roomId, read), writerBytes(read.author))
	);
};

describe('keys and codes', () => {
	it('reads back the recovery code and finds each single wrong character', () => {
		const secret = random(16);
		const code = recoveryCode(secret);
		expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(parseRecoveryCode(code.toLowerCase().replaceAll(' ', '-'))).toEqual({
			ok: true,
			value: secret
		});
		let missed = 0;
		for (let i = 0; i < code.length; i++) {
			if (code[i] === ' ') continue;
			const wrong = code.slice(0, i) + (code[i] === '7' ? '8' : '7') + code.slice(i + 1);
			if (parseRecoveryCode(wrong).ok) missed += 1;
		}
		expect(missed).toBe(0);
	});

	it.each([
		['recovery-character', 'UUUU'],
		['recovery-length', 'ABCD'],
		['recovery-typo', '0000 0000 0000 0000 0000 0000 0001']
	])('says %s', (code, text) => {
		const result = parseRecoveryCode(text);
		expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
	});

	it.each([
		['join-character', 'ABCD-EFGU'],
		['join-length', 'ABC'],
		['join-fingerprint', 'ABCD2345.123']
	])('says %s', (code, text) => {
		const result = parseJoinFragment(text);
		expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
	});

	it('makes a link that brings the same room and pins the same root', () => {
		const code = joinCodeOf(random(16));
		const link = parseJoinFragment(joinPath(code, boss.root).replace('/join', ''));
		expect(link.ok && link.value.code).toBe(code);
		expect(link.ok && link.value.fingerprint).toHaveLength(16);
	});

	it('stretches a typed code the same way for ever', () => {
		const { roomId } = stretchJoinCode('7K422QMX');
		expect(toHex(roomId)).toBe(toHex(stretchJoinCode('7K422QMX').roomId));
		expect(toHex(roomId)).toMatchInlineSnapshot(`"8b71f4b13528be98c789a62f412624bb"`);
	});

	it('gives both sides one inbox key and everybody else another', () => {
		const there = inboxKey(boss.boxSecret, anna.box, join.roomId, anna.writer);
		expect(there).toEqual(key);
		expect(inboxKey(mallory.boxSecret, boss.box, join.roomId, anna.writer)).not.toEqual(key);
		expect(inboxKey(anna.boxSecret, new Uint8Array(32), join.roomId, anna.writer)).toBeUndefined();
	});

	it('shows other check words for another root key or room', () => {
		const words = checkWords(join.roomId, boss.root);
		expect(words.every((word) => word >= 0 && word < 2048)).toBe(true);
		expect(checkWords(join.roomId, mallory.box)).not.toEqual(words);
		expect(checkWords(random(16), boss.root)).not.toEqual(words);
	});

	it('agrees with native cryptography byte for byte', () => {
		for (let i = 0; i < 20; i++) {
			const [seed, message] = [random(32), random(100)];
			expect(nodeSuite.publicKey(seed)).toEqual(nobleSuite.publicKey(seed));
			expect(nodeSuite.sign(message, seed)).toEqual(nobleSuite.sign(message, seed));
			expect(nodeSuite.boxKey(seed)).toEqual(nobleSuite.boxKey(seed));
			expect(nodeSuite.shared(seed, boss.box)).toEqual(nobleSuite.shared(seed, boss.box));
		}
	});
});

describe('an entry', () => {
	it('has exactly these bytes', () => {
		expect(entry.bytes.length).toMatchInlineSnapshot(`235`);
		expect(toHex(entry.bytes)).toMatchInlineSnapshot(
			`"0102b75635c21281d1f68a55f262e3aed8eb4484e25ba77a72c52dfb20c3293a2ea900000001000000000000000000000000000000000086ea28ba672c94b601020304090909090909090909090909090909090909090909090909b11820be62d3fcddb588998c1a9ebeb13cb1b6c1ee8c2e090fcd19cc1dfbdd68bd4b73ac01d9577fd63399810ac72b6974c3e2a705e98f90f22c5efc1f366396b9f6d3a53aab87adc3aec8eed68d665c8538fa72ae823a210501d488991e9c5450096ec47620b13803bb11d039db1420876e10aaf676fe72574d823a7e1a88f1ab469776024e1542aeb044b164fabe09"`
		);
	});

	it('opens to what was sealed', () => {
		expect(holds(entry.bytes)).toBe(true);
		expect(openEntry(join.roomId, entry, key)?.update).toEqual(hello);
	});

	it('is refused after any single flipped bit', () => {
		let accepted = 0;
		for (let bit = 0; bit < entry.bytes.length * 8; bit += 1) {
			// Each bit of the header and the signature, every 16th of the sealed part.
			const at = bit >> 3;
			if (at > 122 && at < entry.bytes.length - 64 && bit % 16 !== 0) continue;
			if (at >= entry.bytes.length - 64 && bit % 8 !== 0) continue;
			const changed = entry.bytes.slice();
			changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
			if (holds(changed)) accepted += 1;
		}
		expect(accepted).toBe(0);
	}, 60_000);

	it('is refused when cut, prolonged or replayed into another room', () => {
		expect(holds(entry.bytes.slice(0, -1))).toBe(false);
		expect(holds(concat(entry.bytes, Uint8Array.of(0)))).toBe(false);
		expect(holds(entry.bytes, random(16))).toBe(false);
		expect(decodeEntry(new Uint8Array(300_000))).toBeUndefined();
		for (let length = 0; length < 171; length++)
			expect(decodeEntry(entry.bytes.slice(0, length))).toBeUndefined();
		for (let length = 171; length < entry.bytes.length; length += 7)
			expect(holds(entry.bytes.slice(0, length))).toBe(false);
	});

	it('does not open with another key, room, header or a spoiled content', () => {
		expect(openEntry(join.roomId, entry, random(32))).toBeUndefined();
		expect(openEntry(random(16), entry, key)).toBeUndefined();
		expect(openEntry(join.roomId, { ...entry, seq: 2 }, key)).toBeUndefined();
		expect(openEntry(join.roomId, { ...entry, channel: 'stage' }, key)).toBeUndefined();
		expect(openEntry(join.roomId, { ...entry, inst: random(4) }, key)).toBeUndefined();
	});

	it('tells little by its length', () => {
		const sizes = new Set(Array.from({ length: 500 }, (_, length) => padded(length)));
		expect([...sizes].sort((a, b) => a - b)).toEqual([64, 128, 256, 512]);
	});
});

describe('a frame', () => {
	it('survives any bytes without throwing, and means the same when written again', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 600 }),
				fc.integer({ min: 0, max: 15 }),
				(bytes, type) => {
					const frame = decodeFrame(concat(Uint8Array.of(type), bytes));
					if (frame) expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
				}
			),
			{ numRuns: 3000 }
		);
	});

	it('is refused when it claims more than it holds or is too long', () => {
		expect(decodeFrame(Uint8Array.of(7, 255, 255))).toBeUndefined();
		expect(decodeFrame(Uint8Array.of(6, 1, 255, 255))).toBeUndefined();
		expect(decodeFrame(new Uint8Array(301 * 1024))).toBeUndefined();
		expect(decodeFrame(Uint8Array.of(99))).toBeUndefined();
		expect(decodeFrame(new Uint8Array(0))).toBeUndefined();
	});
});

describe('a slip', () => {
	const slip = {
		state: 'admitted' as const,
		seat: 3,
		keys: [{ epoch: 1, key: random(32) }],
		head: 7,
		hash: random(16)
	};
	const sealed = sealSlip(join.roomId, anna.writer, 5, slip, key, random(24));

	it('opens for its writer only, and only as the number it was made', () => {
		expect(openSlip(join.roomId, anna.writer, 5, sealed, key)).toEqual(slip);
		expect(openSlip(join.roomId, anna.writer, 6, sealed, key)).toBeUndefined();
		expect(openSlip(join.roomId, mallory.writer, 5, sealed, key)).toBeUndefined();
		expect(openSlip(join.roomId, anna.writer, 5, sealed, random(32))).toBeUndefined();
		expect(openSlip(join.roomId, anna.writer, 5, sealed.slice(1), key)).toBeUndefined();
	});

	it('has one size whatever it says', () => {
		const other = { ...slip, keys: [], head: 0 };
		expect(sealSlip(join.roomId, anna.writer, 5, other, key, random(24)).length).toBe(
			sealed.length
		);
	});
});
