import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#lib/base/bytes.ts';
import type { Sign, Verify } from './protocol/statements.ts';

/** The public-key operations, so that a process with native ones may bring them. Same bytes either way. */
export interface Suite {
	readonly sign: Sign;
	readonly verify: Verify;
	/** Ed25519 public key of a seed. */
	readonly publicKey: (seed: Uint8Array) => Uint8Array;
	/** X25519 public key of a secret. */
	readonly boxKey: (secret: Uint8Array) => Uint8Array;
	/** X25519 shared secret; undefined for a public key that gives none. */
	readonly shared: (secret: Uint8Array, publicKey: Uint8Array) => Uint8Array | undefined;
}

/** Works on every origin, plain http included. */
export const nobleSuite: Suite = {
	sign: (message, seed) => ed25519.sign(message, seed),
	verify: (signature, message, publicKey) => {
		try {
			return ed25519.verify(signature, message, publicKey, { zip215: false });
		} catch {
			return false;
		}
	},
	publicKey: (seed) => ed25519.getPublicKey(seed),
	boxKey: (secret) => x25519.getPublicKey(secret),
	shared: (secret, publicKey) => {
		try {
			return x25519.getSharedSecret(secret, publicKey);
		} catch {
			return undefined;
		}
	}
};

/** A key or seed for one purpose out of a secret; different labels give independent keys. */
export const derive = (
	secret: Uint8Array,
	label: string,
	length = 32,
	salt: Uint8Array = new Uint8Array(0)
): Uint8Array => hkdf(sha256, secret, salt, utf8(label), length);

/** 8 bytes that commit to a key: the cipher itself would let one text open under two keys. */
export const keyIdOf = (key: Uint8Array): Uint8Array => derive(key, 'plenum key id', 8);

/** Seals with a random nonce of 24 bytes. */
export const seal = (
	key: Uint8Array,
	nonce: Uint8Array,
	plain: Uint8Array,
	bound: Uint8Array
): Uint8Array => xchacha20poly1305(key, nonce, bound).encrypt(plain);

/** Undefined when key, nonce or what it is bound to are not those it was sealed with. */
export function open(
	key: Uint8Array,
	nonce: Uint8Array,
	sealed: Uint8Array,
	bound: Uint8Array
): Uint8Array | undefined {
	try {
		return xchacha20poly1305(key, nonce, bound).decrypt(sealed);
	} catch {
		return undefined;
	}
}
