import type { DeviceStorage } from './database.ts';

/** Secrets of a session by name. */
export type Secrets = ReadonlyMap<string, Uint8Array>;

/** Undefined when the session has none: never made, erased, or lost with the device's storage. */
export async function getKeys(
	storage: DeviceStorage,
	session: string
): Promise<Secrets | undefined> {
	const row = await storage.read(['keys'], (tx) => tx.get('keys', session));
	return row?.secrets;
}

/** Adds or replaces secrets; others of the session stay. The whole record is one row, so one delete removes all. */
export function putKeys(storage: DeviceStorage, session: string, secrets: Secrets): Promise<void> {
	return storage.write(['keys'], async (tx) => {
		const there = await tx.get('keys', session);
		await tx.put('keys', [{ session, secrets: new Map([...(there?.secrets ?? []), ...secrets]) }]);
	});
}
