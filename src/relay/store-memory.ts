import type { EntryStore } from './store.ts';

/** A store that forgets when the process ends; `medium` outlives it, as a disk would. For tests. */
export function memoryStore(medium = new Map<string, Uint8Array>()): EntryStore {
	return {
		load: () => [...medium].toSorted(([a], [b]) => (a < b ? -1 : 1)),
		commit(changes) {
			for (const change of changes)
				if ('put' in change) medium.set(change.put, change.value.slice());
				else medium.delete(change.remove);
			return Promise.resolve();
		},
		close: () => Promise.resolve()
	};
}
