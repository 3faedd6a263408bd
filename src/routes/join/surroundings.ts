import type { StorageHealth } from '#lib/storage/health.ts';
import type { Seat } from '#lib/session/seat.svelte.ts';
import type { KeptTexts } from './kept.ts';
import type { Presence } from './presence.svelte.ts';

/** What every screen inside the room shares. */
export interface Surroundings {
	readonly seat: Seat;
	readonly presence: Presence;
	readonly kept: KeptTexts;
	/** Language of everything from the script. */
	readonly locale: string;
	/** Languages the workshop offers. */
	readonly locales: readonly string[];
	readonly onlocale: (locale: string) => void;
	/** Erases everything of this session from this phone. */
	readonly erase: () => Promise<void>;
	readonly health: () => StorageHealth | undefined;
}
