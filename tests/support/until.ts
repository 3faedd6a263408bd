import { PATIENCE } from './house.ts';

/** Resolves once `read` gives what is wanted; rejects with the last thing it gave. For states outside a page. */
export async function until<T>(
	what: string,
	read: () => Promise<T> | T,
	wanted: (value: T) => boolean
): Promise<T> {
	const end = Date.now() + PATIENCE;
	for (;;) {
		const value = await read();
		if (wanted(value)) return value;
		if (Date.now() > end) throw new Error(`still waiting for ${what}: ${JSON.stringify(value)}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
