import {
	createHash,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	sign,
	type KeyObject
} from 'node:crypto';
import type { Suite } from '#lib/sync/suite.ts';
import { nativeVerify } from '../../src/relay/verify.ts';

const ED_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');
const X_SEED = Buffer.from('302e020100300506032b656e04220420', 'hex');
const X_KEY = Buffer.from('302a300506032b656e032100', 'hex');

const privateKeys = new Map<string, KeyObject>();
function privateKey(prefix: Buffer, seed: Uint8Array): KeyObject {
	const der = Buffer.concat([prefix, seed]);
	const name = der.toString('hex');
	const known = privateKeys.get(name);
	if (known) return known;
	const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
	if (privateKeys.size > 5000) privateKeys.clear();
	privateKeys.set(name, key);
	return key;
}
const rawPublic = (key: KeyObject): Uint8Array =>
	new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));

/** Real Ed25519 and X25519 by Node itself: the same bytes as `nobleSuite`, about ten times as fast. */
export const nodeSuite: Suite = {
	sign: (message, seed) => new Uint8Array(sign(null, message, privateKey(ED_SEED, seed))),
	verify: nativeVerify(),
	publicKey: (seed) => rawPublic(privateKey(ED_SEED, seed)),
	boxKey: (secret) => rawPublic(privateKey(X_SEED, secret)),
	shared: (secret, publicKey) => {
		try {
			const other = createPublicKey({
				key: Buffer.concat([X_KEY, publicKey]),
				format: 'der',
				type: 'spki'
			});
			return new Uint8Array(
				diffieHellman({ privateKey: privateKey(X_SEED, secret), publicKey: other })
			);
		} catch {
			return undefined;
		}
	}
};

/**
 * The same, but remembers what it has checked: in a simulation one entry is verified by every device, and the
 * answer to the same question is the same.
 */
export function rememberingSuite(suite: Suite): Suite {
	const known = new Map<string, boolean>();
	const shared = new Map<string, Uint8Array | undefined>();
	const nameOf = (...parts: readonly Uint8Array[]): string => {
		const hash = createHash('sha256');
		for (const part of parts) hash.update(part);
		return hash.digest('base64');
	};
	return {
		...suite,
		verify: (signature, message, publicKey) => {
			const name = nameOf(signature, publicKey, message);
			const found = known.get(name) ?? suite.verify(signature, message, publicKey);
			known.set(name, found);
			return found;
		},
		shared: (secret, publicKey) => {
			const name = nameOf(secret, publicKey);
			if (!shared.has(name)) shared.set(name, suite.shared(secret, publicKey));
			return shared.get(name);
		}
	};
}

const digest = (algorithm: 'sha256' | 'sha512', ...parts: readonly Uint8Array[]): Uint8Array => {
	const hash = createHash(algorithm);
	for (const part of parts) hash.update(part);
	return new Uint8Array(hash.digest());
};

/**
 * Cheap stand-in with the same interface, for most seeds of the simulator: who does not use the right seed
 * gives a wrong signature, which is all the simulation needs. No protection whatever.
 */
export const toySuite: Suite = {
	publicKey: (seed) => digest('sha256', seed),
	sign: (message, seed) => digest('sha512', digest('sha256', seed), message),
	verify: (signature, message, publicKey) =>
		Buffer.compare(signature, digest('sha512', publicKey, message)) === 0,
	boxKey: (secret) => multiply(secret, 3n),
	shared: (secret, publicKey) =>
		multiply(secret, BigInt(`0x${Buffer.from(publicKey).toString('hex')}`))
};

/** Something commutative: powers modulo a prime of 255 bits. */
const PRIME = 2n ** 255n - 19n;
function multiply(secret: Uint8Array, base: bigint): Uint8Array {
	const exponent = BigInt(`0x${Buffer.from(secret.subarray(0, 4)).toString('hex')}`) + 2n;
	let result = 1n;
	let factor = base % PRIME;
	for (let rest = exponent; rest > 0n; rest >>= 1n) {
		if (rest & 1n) result = (result * factor) % PRIME;
		factor = (factor * factor) % PRIME;
	}
	return Uint8Array.from(Buffer.from(result.toString(16).padStart(64, '0'), 'hex'));
}
