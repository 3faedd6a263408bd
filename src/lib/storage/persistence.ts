/**
 * Asks the browser not to evict this device's storage. Only from a person's own action (a session is created),
 * because some browsers show a question and remember a refusal.
 */
export async function askPersistence(): Promise<'granted' | 'denied' | 'unavailable'> {
	const storage = globalThis.navigator?.storage;
	if (typeof storage?.persist !== 'function') return 'unavailable';
	try {
		return (await storage.persist()) ? 'granted' : 'denied';
	} catch {
		return 'unavailable';
	}
}
