import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { toHex, utf8 } from '#lib/base/bytes.ts';

/** `sha256-` and the hexadecimal SHA-256 over the canonical JSON (RFC 8785) of plain data. */
export function digestOf(data: unknown): string {
	const canonical = canonicalize(data);
	if (canonical === undefined) throw new Error('Only plain data has a digest.');
	return `sha256-${toHex(sha256(utf8(canonical)))}`;
}

/** Digest of one text, for example the source page a translation was made from. */
export const digestOfText = (text: string): string =>
	`sha256-${toHex(sha256(utf8(text.replace(/\r\n?/g, '\n').trim())))}`;
