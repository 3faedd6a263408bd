import { scrypt, scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, toHex, utf8 } from '#lib/base/bytes.ts';
import { fromCrockford, normaliseCrockford, toCrockford } from '#lib/base/crockford.ts';
import type { Outcome, Problem } from '#lib/base/problem.ts';
import { fail, ok } from '#lib/base/problem.ts';
import type { Random } from '#lib/base/random.ts';
import type { WriterId } from './contract.ts';
import { pinOf } from './protocol/statements.ts';
import type { Suite } from './suite.ts';
import { derive, nobleSuite } from './suite.ts';

/** What only facilitator devices hold. All of it follows from the recovery secret. */
export interface FacilitatorKeys {
	readonly rootSeed: Uint8Array;
	/** Public Ed25519 key everybody pins. */
	readonly root: Uint8Array;
	readonly boxSecret: Uint8Array;
	/** Public X25519 key inboxes are sealed to. */
	readonly box: Uint8Array;
	/** Seals the facilitators' private logs. */
	readonly deskKey: Uint8Array;
}

/** What everybody with the join code can compute. */
export interface JoinKeys {
	/** 16 bytes, public. */
	readonly roomId: Uint8Array;
	readonly joinSeed: Uint8Array;
	readonly join: Uint8Array;
}

/** A device's own keys in one session. They live and die with its log. */
export interface WriterKeys {
	readonly writer: WriterId;
	readonly seed: Uint8Array;
	readonly boxSecret: Uint8Array;
	readonly box: Uint8Array;
}

/** 16 bytes from which everything of a session's facilitator follows. Make one when the session is created. */
export const newRecoverySecret = (random: Random): Uint8Array => random(16);

export function facilitatorKeys(secret: Uint8Array, suite: Suite = nobleSuite): FacilitatorKeys {
	const rootSeed = derive(secret, 'plenum root');
	const boxSecret = derive(secret, 'plenum root box');
	return {
		rootSeed,
		root: suite.publicKey(rootSeed),
		boxSecret,
		box: suite.boxKey(boxSecret),
		deskKey: derive(secret, 'plenum desk')
	};
}

const problem = (code: string, message: string): Problem => ({
	code,
	level: 'error',
	path: '',
	message
});

const RECOVERY_LENGTH = 28;
const checksum = (secret: Uint8Array): Uint8Array =>
	sha256(concat(utf8('plenum recovery'), secret)).slice(0, 2);

/** 28 characters in groups of four; 12 bits of it find typing mistakes. */
export function recoveryCode(secret: Uint8Array): string {
	const text = toCrockford(concat(secret, checksum(secret))).slice(0, RECOVERY_LENGTH);
	return text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Reads a typed recovery code. Problems: `recovery-character`, `recovery-length`, `recovery-typo`. */
export function parseRecoveryCode(text: string): Outcome<Uint8Array> {
	const clean = normaliseCrockford(text);
	if (clean === undefined)
		return fail(
			problem(
				'recovery-character',
				'The code has only digits and letters without U. Check each one.'
			)
		);
	if (clean.length !== RECOVERY_LENGTH)
		return fail(
			problem(
				'recovery-length',
				`The code has 28 characters in 7 groups of 4; here are ${clean.length}.`
			)
		);
	const secret = fromCrockford(clean)?.slice(0, 16);
	if (!secret || recoveryCode(secret).replaceAll(' ', '') !== clean)
		return fail(
			problem(
				'recovery-typo',
				'One of the characters is not right. Compare the code group by group.'
			)
		);
	return ok(secret);
}

/** The session's join code: 8 characters that follow from the recovery secret, so that one code is enough to take over. */
export const joinCodeOf = (secret: Uint8Array): string =>
	toCrockford(derive(secret, 'plenum join code', 5));

/** As people read it: `7K42 2QMX`. */
export const showJoinCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Reads a typed join code. Problems: `join-character`, `join-length`. */
export function parseJoinCode(text: string): Outcome<string> {
	const clean = normaliseCrockford(text);
	if (clean === undefined)
		return fail(problem('join-character', 'The code has only digits and letters without U.'));
	if (clean.length !== 8)
		return fail(problem('join-length', `The code has 8 characters; here are ${clean.length}.`));
	return ok(clean);
}

const SALT = utf8('plenum join 1');
/** 32 MiB; about 0.15 s on a laptop and 0.6 s at a quarter of its speed. */
const COST = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const;

/** Turns a canonical join code into keys. Slow on purpose: who does not have the code must try 2^40 of them. */
export const stretchJoinCode = (code: string, suite: Suite = nobleSuite): JoinKeys =>
	joinKeys(scrypt(utf8(code), SALT, COST), suite);

/** The same without holding up the page for longer than a few ms at a time. */
export const stretchJoinCodeAsync = async (
	code: string,
	suite: Suite = nobleSuite
): Promise<JoinKeys> =>
	joinKeys(await scryptAsync(utf8(code), SALT, { ...COST, asyncTick: 12 }), suite);

/** Keys from the 32 bytes of a stretched code. */
export function joinKeys(stretched: Uint8Array, suite: Suite = nobleSuite): JoinKeys {
	const joinSeed = derive(stretched, 'plenum join key');
	return {
		roomId: derive(stretched, 'plenum room id', 16),
		joinSeed,
		join: suite.publicKey(joinSeed)
	};
}

/** 16 characters (80 bits) that stand for a root key in links. */
export const fingerprintOf = (root: Uint8Array): string => toCrockford(pinOf(root));

/** Path and fragment of the link people scan: `/join#<code>.<fingerprint>`. */
export const joinPath = (code: string, root: Uint8Array): string =>
	`/join#${code}.${fingerprintOf(root)}`;

/** What a scanned link or a typed code brings. Without a fingerprint the first root key seen is trusted. */
export interface Invitation {
	readonly code: string;
	readonly fingerprint: string | undefined;
}

/** Reads the fragment of a join link, with or without `#`. Problems: those of `parseJoinCode` and `join-fingerprint`. */
export function parseJoinFragment(fragment: string): Outcome<Invitation> {
	const [first = '', second, ...more] = fragment.replace(/^#/, '').split('.');
	const code = parseJoinCode(first);
	if (!code.ok) return code;
	if (second === undefined) return ok({ code: code.value, fingerprint: undefined });
	const fingerprint = normaliseCrockford(second);
	if (fingerprint?.length !== 16 || more.length > 0)
		return fail(problem('join-fingerprint', 'The link is not complete. Scan it again.'));
	return ok({ code: code.value, fingerprint });
}

/** Four indices (0–2047) of check words: equal exactly where room and root key are equal, but for 1 in 2^44. */
export function checkWords(
	roomId: Uint8Array,
	root: Uint8Array
): readonly [number, number, number, number] {
	const hash = sha256(concat(utf8('plenum check words'), roomId, root));
	const word = (i: number): number => (((hash[2 * i] ?? 0) << 8) | (hash[2 * i + 1] ?? 0)) & 2047;
	return [word(0), word(1), word(2), word(3)];
}

/** A new device key for one session: 32 bytes to keep beside the log. */
export const newWriterSeed = (random: Random): Uint8Array => random(32);

export function writerKeys(seed: Uint8Array, suite: Suite = nobleSuite): WriterKeys {
	const boxSecret = derive(seed, 'plenum writer box');
	return { writer: toHex(suite.publicKey(seed)), seed, boxSecret, box: suite.boxKey(boxSecret) };
}

/** The key only a participant and the facilitators share. Undefined when the other's public key is not usable. */
export function inboxKey(
	ownSecret: Uint8Array,
	otherBox: Uint8Array,
	roomId: Uint8Array,
	writer: WriterId,
	suite: Suite = nobleSuite
): Uint8Array | undefined {
	const shared = suite.shared(ownSecret, otherBox);
	return shared && derive(shared, `plenum inbox ${writer}`, 32, roomId);
}

/** True when the key is the one the link named, or the link named none. */
export const fingerprintMatches = (root: Uint8Array, fingerprint: string | undefined): boolean =>
	fingerprint === undefined || equal(utf8(fingerprintOf(root)), utf8(fingerprint));
