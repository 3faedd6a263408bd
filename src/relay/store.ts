/** One thing the relay keeps, sealed and opaque to the store. */
export interface StoredRow {
	/** Public id of the room as hex. */
	readonly room: string;
	/** Unique within the room; at most 200 characters of ASCII. */
	readonly key: string;
	readonly value: Uint8Array;
}

/** What becomes durable together or not at all. */
export interface StoreChange {
	/** Rows to add or replace. */
	readonly put: readonly StoredRow[];
	/** Rows to delete; those that do not exist do not matter. */
	readonly remove: readonly Pick<StoredRow, 'room' | 'key'>[];
	/** Rooms of which nothing may stay, put rows of this change excepted. */
	readonly removeRooms: readonly string[];
}

/**
 * Where the relay keeps its rooms. `commit` resolves only when a power cut can no longer undo it, because an
 * acknowledgement is a promise to a person. Changes become durable in the order in which they were handed over.
 */
export interface EntryStore {
	/** Everything kept, rooms one after another. Called once, before the first commit. */
	load(): Promise<readonly StoredRow[]>;
	commit(change: StoreChange): Promise<void>;
	/** Waits for what was handed over, then lets go of the folder. */
	close(): Promise<void>;
}
