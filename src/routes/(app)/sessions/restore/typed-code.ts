import { normaliseCrockford } from '#lib/base/crockford.ts';

/** Characters of a code without spaces and dashes. */
export const countTyped = (text: string): number => text.replace(/[\s-]/g, '').length;

/** 1 = first group of four with a character no code has; 1 when there is none. */
export function wrongGroup(text: string): number {
	const characters = [...text.replace(/[\s-]/g, '')];
	const at = characters.findIndex((character) => normaliseCrockford(character) === undefined);
	return Math.floor(Math.max(0, at) / 4) + 1;
}
