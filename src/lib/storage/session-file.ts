import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, utf8 } from '#lib/base/bytes.ts';
import { fail, ok, type Outcome } from '#lib/base/problem.ts';
import type { Random } from '#lib/base/random.ts';
import { fileProblem } from './problems.ts';

// magic 8 | version u16 | protection u8 | 0 | length of body u32 | body | SHA-256 of all before.
// This outer layout stays for ever, so that every version can tell damaged from newer.
const MAGIC = Uint8Array.of(0x50, 0x4c, 0x45, 0x4e, 0x55, 0x4d, 0x1a, 0x0a);
const VERSION = 1;
const HEADER = 16;
const DIGEST = 32;
const OPEN = 0;
const PASSPHRASE = 1;

// A protected body: cost u8 | salt 16 | nonce 24 | sealed.
const SALT = 16;
const NONCE = 24;
/** Cost of scrypt as a power of two: 32 MB and about half a second on a laptop. */
const COST = 15;
/** A file may not make a device work harder than 128 MB. */
const COSTS = { least: 10, most: 17 };

/** No real session comes near it. */
export const MAX_FILE = 256 * 1024 * 1024;
export const MIN_PASSPHRASE = 8;

/** How a file that holds a session's keys is protected. Without a passphrase only if a person chose so in so many words. */
export type Protection =
	| { readonly type: 'passphrase'; readonly passphrase: string }
	| { readonly type: 'none'; readonly chosen: true };

const stretch = (passphrase: string, salt: Uint8Array, cost: number): Promise<Uint8Array> =>
	scryptAsync(utf8(passphrase.normalize('NFKC').trim()), salt, {
		N: 2 ** cost,
		r: 8,
		p: 1,
		dkLen: 32,
		asyncTick: 12
	});

function header(protection: number, length: number): Uint8Array {
	const bytes = new Uint8Array(HEADER);
	bytes.set(MAGIC);
	const view = new DataView(bytes.buffer);
	view.setUint16(8, VERSION);
	view.setUint8(10, protection);
	view.setUint32(12, length);
	return bytes;
}

/** Wraps a body into a self-checking file. `cost` is lowered only by tests. */
export async function wrapFile(
	body: Uint8Array,
	protection: Protection,
	random: Random,
	cost = COST
): Promise<Outcome<Uint8Array>> {
	let inside = body;
	if (protection.type === 'passphrase') {
		if ([...protection.passphrase.trim()].length < MIN_PASSPHRASE) {
			return fail(fileProblem('passphrase-short'));
		}
		const salt = random(SALT);
		const nonce = random(NONCE);
		const key = await stretch(protection.passphrase, salt, cost);
		const sealed = xchacha20poly1305(key, nonce, MAGIC).encrypt(body);
		inside = concat(Uint8Array.of(cost), salt, nonce, sealed);
	}
	const kind = protection.type === 'passphrase' ? PASSPHRASE : OPEN;
	const file = concat(header(kind, inside.length), inside);
	return ok(concat(file, sha256(file)));
}

/** Checks a file as a whole without opening it, and says whether a passphrase must be asked for. */
export function checkFile(
	file: Uint8Array
): Outcome<{ readonly protected: boolean; readonly inside: Uint8Array }> {
	const known = Math.min(file.length, MAGIC.length);
	if (!equal(file.subarray(0, known), MAGIC.subarray(0, known))) {
		return fail(fileProblem('file-foreign'));
	}
	if (file.length > MAX_FILE) return fail(fileProblem('file-too-big'));
	if (file.length < HEADER + DIGEST) return fail(fileProblem('file-truncated'));
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const length = view.getUint32(12);
	if (file.length < HEADER + length + DIGEST) return fail(fileProblem('file-truncated'));
	const end = file.length - DIGEST;
	if (end !== HEADER + length || !equal(sha256(file.subarray(0, end)), file.subarray(end))) {
		return fail(fileProblem('file-damaged'));
	}
	const version = view.getUint16(8);
	const kind = view.getUint8(10);
	if (version > VERSION || kind > PASSPHRASE) return fail(fileProblem('file-newer'));
	if (version < VERSION) return fail(fileProblem('file-older'));
	return ok({ protected: kind === PASSPHRASE, inside: file.subarray(HEADER, end) });
}

/** The body of a file, or why it cannot be had. */
export async function unwrapFile(
	file: Uint8Array,
	passphrase: string | undefined
): Promise<Outcome<Uint8Array>> {
	const checked = checkFile(file);
	if (!checked.ok) return checked;
	const { inside } = checked.value;
	if (!checked.value.protected) return ok(inside);
	if (passphrase === undefined || passphrase.trim() === '') {
		return fail(fileProblem('passphrase-needed'));
	}
	const cost = inside[0] ?? 0;
	if (cost < COSTS.least || cost > COSTS.most || inside.length < 1 + SALT + NONCE) {
		return fail(fileProblem('file-contents'));
	}
	const salt = inside.subarray(1, 1 + SALT);
	const nonce = inside.subarray(1 + SALT, 1 + SALT + NONCE);
	const key = await stretch(passphrase, salt, cost);
	try {
		return ok(xchacha20poly1305(key, nonce, MAGIC).decrypt(inside.subarray(1 + SALT + NONCE)));
	} catch {
		// The digest was right, so it is the key that does not fit.
		return fail(fileProblem('passphrase-wrong'));
	}
}
