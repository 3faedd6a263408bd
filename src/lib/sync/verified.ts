import { sha256 } from '@noble/hashes/sha2.js';
import { concat, toHex } from '#lib/base/bytes.ts';
import { decodeEntry, signedBytesOf } from './protocol/entry.ts';
import { decodeFrame } from './protocol/frame.ts';
import { writerBytes } from './protocol/log-id.ts';
import type { Verify } from './protocol/statements.ts';

/** An asynchronous check of an Ed25519 signature, such as the browser's own. */
export type VerifyAsync = (
	signature: Uint8Array,
	message: Uint8Array,
	publicKey: Uint8Array
) => Promise<boolean>;

const key = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): string =>
	toHex(sha256(concat(signature, publicKey, message)));

/** Checks the entries of a frame natively before the core sees it; frames keep their order. */
export class Verified {
	readonly #verify: VerifyAsync;
	readonly #roomId: Uint8Array;
	readonly #good = new Set<string>();
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;

	constructor(verify: VerifyAsync, roomId: Uint8Array) {
		this.#verify = verify;
		this.#roomId = roomId;
	}

	/** A synchronous check that knows what was found good before; anything else it checks itself. */
	over(verify: Verify): Verify {
		return (signature, message, publicKey) =>
			this.#good.delete(key(signature, message, publicKey)) ||
			verify(signature, message, publicKey);
	}

	before(frame: Uint8Array, give: () => void): void {
		const read = frame.length > 400 || this.#waiting > 0 ? decodeFrame(frame) : undefined;
		const entries = read?.type === 'entries' ? read.entries : [];
		if (entries.length === 0 && this.#waiting === 0) {
			give();
			return;
		}
		this.#waiting += 1;
		this.#last = this.#last
			.then(() => Promise.all(entries.map((entry) => this.#check(entry))))
			.then(() => {
				this.#waiting -= 1;
				give();
				this.#good.clear();
			});
	}

	async #check(bytes: Uint8Array): Promise<void> {
		const entry = decodeEntry(bytes);
		if (!entry) return;
		const message = signedBytesOf(this.#roomId, entry);
		const publicKey = writerBytes(entry.author);
		const good = await this.#verify(entry.signature, message, publicKey).catch(() => false);
		if (good) this.#good.add(key(entry.signature, message, publicKey));
	}
}

/** The browser's own check, when this page may use it and it knows Ed25519. */
export async function nativeVerify(): Promise<VerifyAsync | undefined> {
	const subtle = globalThis.crypto?.subtle;
	if (!subtle) return undefined;
	const keys = new Map<string, Promise<CryptoKey>>();
	const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
	const verify: VerifyAsync = async (signature, message, publicKey) => {
		const name = toHex(publicKey);
		const made =
			keys.get(name) ?? subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
		keys.set(name, made);
		return subtle.verify('Ed25519', await made, own(signature), own(message));
	};
	try {
		await subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
		return verify;
	} catch {
		return undefined;
	}
}
