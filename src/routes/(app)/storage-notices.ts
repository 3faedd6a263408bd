import type { StorageHealth } from '#lib/storage/database.ts';

/** What a person must know about this device's storage; all is said in one sentence each. */
export type StorageNotice = 'memory' | 'lost' | 'full' | 'outdated';

/** Notices for the present health, the worst first; none when everything is kept as it should be. */
export const noticesOf = (health: StorageHealth): readonly StorageNotice[] => [
	...(health.state === 'memory' ? (['memory'] as const) : []),
	...(health.lost ? (['lost'] as const) : []),
	...(health.full ? (['full'] as const) : []),
	...(health.outdated ? (['outdated'] as const) : [])
];
