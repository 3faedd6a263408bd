import type { Seat } from '#lib/session/seat.svelte.ts';

/** The three states of the connection, as the phone says them. */
export type Connection = 'connected' | 'waiting' | 'offline';

/** Answers normally arrive in a blink; only what takes longer, in ms, is worth a word. */
const WORTH_SAYING = 1500;

/** What the phone says about its connection: the truth, without flicker. Made inside a component. */
export class Presence {
	readonly #seat: Seat;
	#slow = $state(false);

	constructor(seat: Seat) {
		this.#seat = seat;
		$effect(() => {
			if (seat.waiting === 0) {
				this.#slow = false;
				return;
			}
			const timer = setTimeout(() => (this.#slow = true), WORTH_SAYING);
			return () => clearTimeout(timer);
		});
	}

	/** Answers that are on this phone only. */
	get waiting(): number {
		return this.#seat.waiting;
	}
	get connection(): Connection {
		const online = this.#seat.network?.relay === 'connected';
		if (this.waiting > 0 && (this.#slow || !online)) return 'waiting';
		return online ? 'connected' : 'offline';
	}
	/** Nothing goes out at the moment. */
	get cut(): boolean {
		return this.#seat.network?.relay !== 'connected';
	}
}
