import { normaliseCrockford } from './crockford.ts';

/** What a typed code or a scanned link says. */
export interface Invitation {
	/** 8 Crockford characters in their canonical spelling. */
	readonly code: string;
	/** 16 Crockford characters: fingerprint of the facilitator's root key, when a link brought it. */
	readonly fingerprint?: string;
}

const CODE_LENGTH = 8;
const FINGERPRINT_LENGTH = 16;

/**
 * Reads a code however it was typed, a whole join link or its fragment. Undefined when it is none of
 * these; a link whose fingerprint is cut off is refused, never read as a bare code.
 */
export function readInvitation(text: string): Invitation | undefined {
	const fragment = text.slice(text.lastIndexOf('#') + 1);
	const [first = '', second, ...more] = fragment.split('.');
	const code = normaliseCrockford(first);
	if (code?.length !== CODE_LENGTH || more.length > 0) return undefined;
	if (second === undefined) return { code };
	const fingerprint = normaliseCrockford(second);
	return fingerprint?.length === FINGERPRINT_LENGTH ? { code, fingerprint } : undefined;
}

/** The code as people read it: `7K42 2QMX`. Also groups what is only half typed. */
export function groupedCode(text: string): string {
	const plain = (normaliseCrockford(text) ?? '').slice(0, CODE_LENGTH);
	return plain.length > 4 ? `${plain.slice(0, 4)} ${plain.slice(4)}` : plain;
}

/**
 * The four check words as digits, the same in every language and script: `0412 1987 0033 1204`.
 * Phones and the stage show exactly this.
 */
export const checkDigits = (check: readonly number[]): string =>
	check.map((index) => String(index).padStart(4, '0')).join(' ');
