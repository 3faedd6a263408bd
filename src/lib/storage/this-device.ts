import { DeviceStorage } from './database.ts';

let opened: Promise<DeviceStorage> | undefined;

/** The storage of this page, opened once. Never rejects; `health` says what can be trusted. */
export function thisDevice(): Promise<DeviceStorage> {
	opened ??= DeviceStorage.open();
	return opened;
}
