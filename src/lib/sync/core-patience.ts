import type { Core } from './core.ts';
import { inboxOf } from './protocol/log-id.ts';

/** ms between two questions: at first, and at most. */
const FIRST = 10_000;
const LAST = 60_000;

/** A participant's patience: it asks for a newer slip when admission or receipt are long in coming. */
export class Patience {
	readonly #core: Core;
	#since: number | undefined;
	#every = FIRST;

	constructor(core: Core) {
		this.#core = core;
	}

	/** A newer slip came. */
	restore(): void {
		this.#every = FIRST;
		this.#since = undefined;
	}

	/** Asks when it is time to; called about once a second. */
	tick(now: number): void {
		const { place, desk, talk } = this.#core;
		if (desk || !talk.isSynced()) return;
		const { sent, room } = this.#core.progress(inboxOf(place.self));
		if (place.slip && room >= sent) {
			this.#since = undefined;
			return;
		}
		this.#since ??= now;
		if (now - this.#since < this.#every) return;
		this.#since = now;
		this.#every = Math.min(LAST, this.#every * 2);
		talk.askForSlip();
	}
}
