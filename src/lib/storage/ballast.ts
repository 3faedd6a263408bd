import type { Random } from '#lib/base/random.ts';
import type { Backend } from './backend.ts';

/** Together 1 MiB: room for hundreds of contributions on a device that just became full. */
export const BALLAST_PIECES = 16;
/** One call of the system's randomness gives no more than this. */
export const BALLAST_PIECE = 65_536;

/** Puts the ballast there if it is missing. Random bytes, because zeros would be compressed away. */
export async function putBallast(backend: Backend, random: Random): Promise<void> {
	await backend.write(['ballast'], async (tx) => {
		const there = await tx.getMany(
			'ballast',
			Array.from({ length: BALLAST_PIECES }, (_, index) => index)
		);
		const missing = there.flatMap((row, index) =>
			row ? [] : [{ index, bytes: random(BALLAST_PIECE) }]
		);
		if (missing.length > 0) await tx.put('ballast', missing);
	});
}

/** Throws the ballast overboard. A whole table is cleared, because only that frees its space at once. */
export async function dropBallast(backend: Backend): Promise<void> {
	await backend.write(['ballast'], (tx) => tx.clear('ballast'));
}
