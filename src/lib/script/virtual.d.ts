declare module 'virtual:plenum/workshops' {
	import type { LibraryEntry } from '#lib/script/library.ts';

	/** Every shipped workshop, by folder name. */
	export const workshops: readonly LibraryEntry[];
}
