import { open } from 'lmdb';
import type { EntryStore, StoredRow } from './store.ts';

/** `/` ends a room's id in a key, and no digit of an id sorts after `0`, the next character. */
const range = (room: string): { start: string; end: string } => ({
	start: `${room}/`,
	end: `${room}0`
});

/**
 * The store in one LMDB file in `folder`. Commits that arrive while one is being written share the next
 * transaction. `overlappingSync` is off, so that a commit is not reported before it was synced to the disk.
 */
export function lmdbStore(folder: string): EntryStore {
	const rows = open<Buffer, string>({
		path: folder,
		encoding: 'binary',
		overlappingSync: false,
		noSubdir: false,
		// Values are copied out below: a view into the map would not survive the room's removal.
		noMemInit: true
	});
	return {
		load: () =>
			Promise.resolve(
				rows.getRange().map(({ key, value }): StoredRow => {
					const slash = key.indexOf('/');
					return {
						room: key.slice(0, slash),
						key: key.slice(slash + 1),
						value: Uint8Array.from(value)
					};
				}).asArray
			),
		async commit(change) {
			await rows.transaction(() => {
				for (const room of change.removeRooms)
					for (const key of rows.getKeys(range(room)).asArray) rows.removeSync(key);
				for (const { room, key } of change.remove) rows.removeSync(`${room}/${key}`);
				for (const { room, key, value } of change.put)
					rows.putSync(`${room}/${key}`, Buffer.from(value));
			});
		},
		close: () => rows.close()
	};
}
