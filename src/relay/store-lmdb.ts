import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { EntryStore, StoredPair } from './store.ts';

/**
 * The store in one LMDB file in `folder`. Commits that arrive while one is being written share the next
 * transaction. `overlappingSync` is off, so that a commit is not reported before it was synced to the disk.
 */
export function lmdbStore(folder: string): EntryStore {
	refuseForeignFile(join(folder, 'data.mdb'));
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

/** LMDB takes the process down with any other file under its name, so its mark is looked for first. */
function refuseForeignFile(path: string): void {
	const mark = Buffer.alloc(28);
	let file: number;
	try {
		file = openSync(path, 'r');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
		throw error;
	}
	const length = readSync(file, mark, 0, mark.length, 0);
	closeSync(file);
	if (length > 0 && mark.readUInt32LE(24) !== 0xbeefc0de)
		throw new Error('data.mdb is not a store of this relay');
}
