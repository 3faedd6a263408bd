import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { nativeVerify } from './verify.ts';

describe('native verification', () => {
	const secret = new Uint8Array(32).fill(7);
	const key = ed25519.getPublicKey(secret);
	const message = new TextEncoder().encode('we meet on Tuesday');
	const signature = ed25519.sign(message, secret);

	test('what the phones sign is accepted, again and again', () => {
		const verify = nativeVerify();
		expect([1, 2].map(() => verify(signature, message, key))).toEqual([true, true]);
	});

	test('one changed bit anywhere is refused', () => {
		const verify = nativeVerify();
		const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
			bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
		for (const at of [0, 31, 32, 63])
			expect(verify(flipped(signature, at), message, key)).toBe(false);
		expect(verify(signature, flipped(message, 3), key)).toBe(false);
		expect(verify(signature, message, flipped(key, 31))).toBe(false);
	});

	test('garbage of any length is false, never an exception', () => {
		const verify = nativeVerify();
		for (const length of [0, 1, 31, 33, 64])
			expect(verify(signature, message, new Uint8Array(length))).toBe(false);
		for (const length of [0, 63, 65])
			expect(verify(new Uint8Array(length), message, key)).toBe(false);
		expect(verify(signature, message, new Uint8Array(32).fill(255))).toBe(false);
	});
});
