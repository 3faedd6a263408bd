import type { Desk } from '#lib/session/desk.svelte.ts';
import { openDesk } from '#lib/session/open.ts';

/** The part of the Battery Status interface used here; only some browsers have it. */
interface Battery extends EventTarget {
	readonly level: number;
	readonly charging: boolean;
}

/**
 * The look at the room before the start: opens the session's desk, so that phones can join and the
 * projector shows the join code, and asks this device about itself. Must be closed before the run
 * screen opens the same session.
 */
export class RoomCheck {
	readonly #session: string;
	#desk = $state.raw<Desk>();
	#trouble = $state<string>();
	#now = $state(Date.now());
	#battery = $state.raw<{ readonly percent: number; readonly charging: boolean }>();
	#persisted = $state<boolean>();
	#closed = false;
	#opening: Promise<void> = Promise.resolve();
	readonly #timer: ReturnType<typeof setInterval>;

	constructor(session: string) {
		this.#session = session;
		this.#timer = setInterval(() => (this.#now = Date.now()), 1000);
		this.#opening = this.#open();
		void this.#askBattery();
		void this.askStorage();
	}

	get desk(): Desk | undefined {
		return this.#desk?.closed ? undefined : this.#desk;
	}
	/** Why the desk is not open: code of the problem. */
	get trouble(): string | undefined {
		return this.#desk?.closed ? 'desk-other-tab' : this.#trouble;
	}
	/** This device's clock, renewed every second. */
	get now(): number {
		return this.#now;
	}
	get battery(): { readonly percent: number; readonly charging: boolean } | undefined {
		return this.#battery;
	}
	/** Whether the browser promised to keep what is stored; undefined where it does not tell. */
	get persisted(): boolean | undefined {
		return this.#persisted;
	}

	/** Opens the desk anew, with what was changed in the meantime. */
	reopen(takeOver = false): Promise<void> {
		this.#opening = this.#opening.then(async () => {
			await this.#desk?.close();
			this.#desk = undefined;
			await this.#open(takeOver);
		});
		return this.#opening;
	}

	async askStorage(): Promise<void> {
		try {
			this.#persisted = await navigator.storage?.persisted?.();
		} catch {
			this.#persisted = undefined;
		}
	}

	/** Resolves when the session is free for the run screen. */
	async close(): Promise<void> {
		this.#closed = true;
		clearInterval(this.#timer);
		await this.#opening;
		await this.#desk?.close();
	}

	async #open(takeOver = false): Promise<void> {
		if (this.#closed) return;
		this.#trouble = undefined;
		const opened = await openDesk(this.#session, { takeOver });
		if (!opened.ok) this.#trouble = opened.problems[0]?.code ?? 'desk-no-session';
		else this.#desk = opened.value;
	}

	async #askBattery(): Promise<void> {
		const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> };
		try {
			const battery = await getBattery?.call(navigator);
			if (!battery) return;
			const read = (): void => {
				const { level, charging } = battery;
				this.#battery = { percent: Math.round(level * 100), charging };
			};
			read();
			battery.addEventListener('levelchange', read);
			battery.addEventListener('chargingchange', read);
		} catch {
			this.#battery = undefined;
		}
	}
}
