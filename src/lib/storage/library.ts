import type { Observable, Reader } from './backend.ts';
import type { DeviceStorage } from './database.ts';
import type { LibraryRow } from './tables.ts';

export type { LibraryRow } from './tables.ts';

const readLibrary = async (tx: Reader): Promise<readonly LibraryRow[]> =>
	[...(await tx.list('library'))].sort((a, b) => b.opened - a.opened);

/** Workshops opened or imported on this device, last opened first. Their JSON is checked by script. */
export const listLibrary = (storage: DeviceStorage): Promise<readonly LibraryRow[]> =>
	storage.read(['library'], readLibrary);

/** The library, kept up to date across tabs. */
export const liveLibrary = (storage: DeviceStorage): Observable<readonly LibraryRow[]> =>
	storage.live(['library'], readLibrary);

export const getWorkshop = (storage: DeviceStorage, id: string): Promise<LibraryRow | undefined> =>
	storage.read(['library'], (tx) => tx.get('library', id));

/** Adds a workshop or replaces the one with the same id. */
export const putWorkshop = (
	storage: DeviceStorage,
	workshop: Omit<LibraryRow, 'version' | 'opened'>,
	now: number
): Promise<void> =>
	storage.write(['library'], (tx) => tx.put('library', [{ version: 1, ...workshop, opened: now }]));

/** Sessions keep their own snapshot, so nothing depends on the row. */
export const deleteWorkshop = (storage: DeviceStorage, id: string): Promise<void> =>
	storage.write(['library'], (tx) => tx.remove('library', [id]));
