import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** DER header of an Ed25519 public key (RFC 8410); the 32 bytes of the key follow. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const KEPT_KEYS = 4096;

/**
 * Checks Ed25519 signatures natively, about ten times as fast as in JavaScript. Any malformed input is
 * false. Keys that were parsed are kept, the oldest forgotten first, because one writer signs many entries.
 */
export function nativeVerify(): (
	signature: Uint8Array,
	message: Uint8Array,
	publicKey: Uint8Array
) => boolean {
	const keys = new Map<string, KeyObject>();
	return (signature, message, publicKey) => {
		if (signature.length !== 64 || publicKey.length !== 32) return false;
		const id = Buffer.from(publicKey).toString('base64');
		try {
			let key = keys.get(id);
			if (!key) {
				key = createPublicKey({
					key: Buffer.concat([SPKI, publicKey]),
					format: 'der',
					type: 'spki'
				});
				const oldest = keys.keys().next();
				if (keys.size >= KEPT_KEYS && !oldest.done) keys.delete(oldest.value);
				keys.set(id, key);
			}
			return verify(null, message, key, signature);
		} catch {
			return false;
		}
	};
}
