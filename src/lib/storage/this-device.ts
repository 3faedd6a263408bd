import { DeviceStorage } from './database.ts';
import { eraseDue } from './erase.ts';

let opened: Promise<DeviceStorage> | undefined;

async function open(): Promise<DeviceStorage> {
	const storage = await DeviceStorage.open();
	try {
		await eraseDue(storage, Date.now());
	} catch (error) {
		// Storage that cannot even delete shows in `health`; what is due is due again at the next start.
		console.error(error);
	}
	return storage;
}

/**
 * The storage of this page, opened once. What must no longer be here is erased before anybody
 * gets to read. Never rejects; `health` says what can be trusted.
 */
export function thisDevice(): Promise<DeviceStorage> {
	opened ??= open();
	return opened;
}
