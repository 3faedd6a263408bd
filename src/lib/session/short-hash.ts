import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#lib/base/bytes.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * 48 bits of SHA-256 as 8 characters: enough that nobody finds a second text with the same one during a
 * workshop, short enough that a thousand of them fit into one entry.
 */
export function shortHash(text: string): string {
	const bytes = sha256(utf8(text));
	let out = '';
	for (let i = 0; i < 6; i += 3) {
		const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
		for (const shift of [18, 12, 6, 0]) out += DIGITS[(three >>> shift) & 63];
	}
	return out;
}

/** JSON with sorted keys: equal values give equal text whatever order their keys were set in. */
export function stableJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const entries = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, inner]) => `${JSON.stringify(name)}:${stableJson(inner)}`);
	return `{${entries.join(',')}}`;
}
