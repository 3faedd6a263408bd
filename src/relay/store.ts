import type { Change } from './core/stored.ts';

/** One thing the relay keeps: a key of at most 240 ASCII characters and bytes that the store never looks into. */
export type StoredPair = readonly [key: string, value: Uint8Array];

/**
 * Where the relay keeps its rooms. `commit` resolves only when a power cut can no longer undo it, because an
 * acknowledgement is a promise to a person; its changes become durable together or not at all, and commits
 * in the order in which they were handed over. It rejects when they could not be written.
 */
export interface EntryStore {
	/** Everything kept, sorted by key. Called once, before the first commit. */
	load(): readonly StoredPair[];
	commit(changes: readonly Change[]): Promise<void>;
	/** Waits for what was handed over, then lets go of the folder. */
	close(): Promise<void>;
}
