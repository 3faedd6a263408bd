import type { EntryStore, StoredRow } from './store.ts';

/** A store that forgets when the process ends; `medium` outlives it, as a disk would. For tests. */
export function memoryStore(medium = new Map<string, StoredRow>()): EntryStore {
	const id = (row: Pick<StoredRow, 'room' | 'key'>): string => `${row.room}/${row.key}`;
	let isOpen = true;
	return {
		load: () => Promise.resolve([...medium.values()].toSorted((a, b) => (id(a) < id(b) ? -1 : 1))),
		async commit(change) {
			if (!isOpen) throw new Error('the store is closed');
			await Promise.resolve();
			for (const room of change.removeRooms)
				for (const [key, row] of medium) if (row.room === room) medium.delete(key);
			for (const row of change.remove) medium.delete(id(row));
			for (const row of change.put) medium.set(id(row), { ...row, value: row.value.slice() });
		},
		close() {
			isOpen = false;
			return Promise.resolve();
		}
	};
}
