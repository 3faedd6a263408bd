import type { Activity } from './activity.ts';

const kinds = import.meta.glob<Activity>('./*/index.ts', { import: 'default' });

/**
 * One activity kind on its own, for phones: they meet a few kinds in a day and need not carry all.
 * Undefined for a kind this version of the app does not know.
 */
export async function loadActivity(kind: string): Promise<Activity | undefined> {
	return await kinds[`./${kind}/index.ts`]?.();
}
