/** How much the device's storage can be trusted. The screen says everything but plain `ok`. */
export interface StorageHealth {
	/**
	 * `ok`; `reopened` after a lost connection, nothing missing; `second`: a spare database is used, merged
	 * at the next start; `memory`: nothing is stored, closing the page loses everything not sent.
	 */
	readonly state: 'ok' | 'reopened' | 'second' | 'memory';
	/** Why it is `second` or `memory`: no database in this browser, another tab blocks it, or it failed. */
	readonly why?: 'absent' | 'blocked' | 'failed';
	/** What was stored on this device before is gone (evicted, cleared by somebody). */
	readonly lost: boolean;
	/** The device is full: the ballast was used up or could not be made. */
	readonly full: boolean;
	/** A newer version of the app took over in another tab: this page should be reloaded. */
	readonly outdated: boolean;
}

/** A health that tells everybody who listens. */
export class HealthBoard {
	readonly #listeners = new Set<(health: StorageHealth) => void>();
	#health: StorageHealth = { state: 'ok', lost: false, full: false, outdated: false };

	get current(): StorageHealth {
		return this.#health;
	}

	/** Listeners hear only of real changes. */
	say(change: Partial<StorageHealth>): void {
		const next = { ...this.#health, ...change };
		const keys = ['state', 'why', 'lost', 'full', 'outdated'] as const;
		if (keys.every((key) => next[key] === this.#health[key])) return;
		this.#health = next;
		for (const listener of this.#listeners) listener(next);
	}

	subscribe(listener: (health: StorageHealth) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		this.#listeners.clear();
	}
}
