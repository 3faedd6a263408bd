import { open } from 'lmdb';
import type { EntryStore, StoredPair } from './store.ts';

/**
 * The store in one LMDB file in `folder`. Commits that arrive while one is being written share the next
 * transaction. `overlappingSync` is off, so that a commit is not reported before it was synced to the disk.
 */
export function lmdbStore(folder: string): EntryStore {
	const pairs = open<Buffer, string>({
		path: folder,
		encoding: 'binary',
		overlappingSync: false,
		noSubdir: false
	});
	return {
		// Copied, because what LMDB hands out is a window into its file.
		load: () =>
			Array.from(pairs.getRange(), ({ key, value }): StoredPair => [key, Uint8Array.from(value)]),
		// Writes of one turn of the event loop become one transaction; LMDB's own `transaction` would cost a
		// round trip between threads and `batch` four times the latency.
		async commit(changes) {
			await Promise.all(
				changes.map((change) =>
					'put' in change
						? pairs.put(change.put, Buffer.from(change.value))
						: pairs.remove(change.remove)
				)
			);
		},
		close: () => pairs.close()
	};
}
