import type { Page } from 'playwright-core';
import type { Phone, Where } from './phone.ts';

/** Highest number of every log a device holds, by `channel author`, read from its own storage. */
export async function headsOf(page: Page): Promise<ReadonlyMap<string, number>> {
	const rows = await page.evaluate(
		() =>
			new Promise<(readonly [string, number])[]>((resolve, reject) => {
				const opening = indexedDB.open('plenum');
				opening.onerror = () => reject(new Error('this device has no storage'));
				opening.onsuccess = () => {
					const db = opening.result;
					const all = db.transaction('entries').objectStore('entries').getAll();
					all.onerror = () => reject(new Error('entries cannot be read'));
					all.onsuccess = () => {
						db.close();
						resolve(all.result.map((row) => [`${row.channel} ${row.author}`, row.seq] as const));
					};
				};
			})
	);
	const heads = new Map<string, number>();
	for (const [log, seq] of rows) heads.set(log, Math.max(seq, heads.get(log) ?? 0));
	return heads;
}

/** The own inbox of a phone: who writes it and how far it goes. */
export async function ownLog(
	page: Page
): Promise<{ readonly writer: string; readonly head: number }> {
	for (const [log, head] of await headsOf(page)) {
		const [channel = '', writer = ''] = log.split(' ');
		if (channel === `in/${writer}`) return { writer, head };
	}
	throw new Error('this phone has written nothing');
}

/** Compares what phones say with what the facilitator's device really holds; counts how often it did. */
export class Truth {
	#checks = 0;

	get checks(): number {
		return this.#checks;
	}

	/**
	 * Waits until each phone's words are those expected, then holds them against the facilitator's own storage:
	 * "in the room" must be there up to the last entry, anything less must not be complete there.
	 */
	async check(
		desk: Page,
		expected: ReadonlyMap<Phone, Exclude<Where, 'writing'>>,
		missing: 'not-there' | 'maybe-there' = 'not-there'
	): Promise<readonly string[]> {
		const lies: string[] = [];
		await Promise.all([...expected].map(([phone, where]) => phone.until(where)));
		const held = await headsOf(desk);
		for (const [phone, where] of expected) {
			this.#checks++;
			const { writer, head } = await ownLog(phone.page);
			const there = (held.get(`in/${writer} ${writer}`) ?? 0) >= head;
			if (where === 'room' && !there) lies.push(`${phone.name} says in the room and is not`);
			if (where !== 'room' && there && missing === 'not-there')
				lies.push(`${phone.name} says ${where} and is in the room`);
		}
		return lies;
	}
}
