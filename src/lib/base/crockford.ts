const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford base 32 without padding: 5 bits a character, most significant bit first. */
export function toCrockford(bytes: Uint8Array): string {
	let out = '';
	let buffer = 0;
	let bits = 0;
	for (const byte of bytes) {
		buffer = (buffer << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			out += ALPHABET[(buffer >>> bits) & 31];
		}
	}
	return bits > 0 ? out + ALPHABET[(buffer << (5 - bits)) & 31] : out;
}

/**
 * Reads what a person typed: case, spaces and dashes do not count, O is 0, I and L are 1.
 * Undefined when a character is none of the alphabet. A last group of fewer than 8 bits is dropped.
 */
export function fromCrockford(text: string): Uint8Array | undefined {
	const clean = normaliseCrockford(text);
	if (clean === undefined) return undefined;
	const out = new Uint8Array(Math.floor((clean.length * 5) / 8));
	let buffer = 0;
	let bits = 0;
	let at = 0;
	for (const character of clean) {
		buffer = ((buffer << 5) | ALPHABET.indexOf(character)) & 0xfff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			out[at++] = (buffer >>> bits) & 255;
		}
	}
	return out;
}

/** The canonical spelling of typed Crockford text, or undefined when a character is not of the alphabet. */
export function normaliseCrockford(text: string): string | undefined {
	const clean = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
	return /^[0-9A-HJKMNP-TV-Z]*$/.test(clean) ? clean : undefined;
}
