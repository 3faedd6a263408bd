import type { StorageHealth } from '#lib/storage/health.ts';

/** Message id of what a person must know about this device's storage; undefined while all is well. */
export function storageWords(health: StorageHealth): string | undefined {
	if (health.outdated) return 'join-outdated';
	if (health.state === 'memory') return 'join-storage-memory';
	if (health.full) return 'join-storage-full';
	return health.lost ? 'join-storage-lost' : undefined;
}
