import { toCrockford } from './crockford.ts';

/** Source of random bytes. Domain code gets one as an argument, never calls `crypto` itself. */
export type Random = (length: number) => Uint8Array;

/** Milliseconds since 1970. Domain code gets one as an argument, never calls `Date.now` itself. */
export type Clock = () => number;

/** The device's cryptographic randomness: present on every origin, http included. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A new id of 16 characters (80 bits). */
export const newId = (random: Random): string => toCrockford(random(10)).toLowerCase();

/** Repeatable randomness for tests and the simulator (mulberry32). Never for keys that people rely on. */
export function seededRandom(seed: number): Random & { readonly next: () => number } {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const bytes = (length: number): Uint8Array =>
		Uint8Array.from({ length }, () => Math.floor(next() * 256));
	return Object.assign(bytes, { next });
}
