import type { TabState } from './tabs.ts';

/** Longest wait for the other tab to finish, in ms: hand-over takes at most twice this. */
export const YIELD_WAIT = 250;

/** State of a claim that tells its listeners. */
export class StateCell {
	readonly #listeners = new Set<(state: TabState) => void>();
	#state: TabState = 'follower';

	get current(): TabState {
		return this.#state;
	}

	set(state: TabState): void {
		if (state === this.#state) return;
		this.#state = state;
		for (const listener of this.#listeners) listener(state);
	}

	subscribe(listener: (state: TabState) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for the work that must be finished before another tab writes, but never for long and never failing. */
export async function settle(work: (() => Promise<void>) | undefined): Promise<void> {
	// What could not be stored stays with this tab; the other must not wait for it.
	if (work) await Promise.race([work().catch(() => undefined), pause(YIELD_WAIT)]);
}
