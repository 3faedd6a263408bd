import type { Activity } from './activity.ts';

const found = import.meta.glob<Activity>('./*/index.ts', { eager: true, import: 'default' });

/** Every activity kind in this folder, by its name. Adding a kind = adding a folder. */
export const activities: ReadonlyMap<string, Activity> = new Map(
	Object.values(found).map((activity) => [activity.kind, activity])
);
