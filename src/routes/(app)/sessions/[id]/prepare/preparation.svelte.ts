import type { Clock } from '#lib/base/random.ts';
import type { SessionSnapshot } from '#lib/script/snapshot.ts';
import { changeEdition, changeSetup } from '#lib/session/create.ts';
import { sessionEdition, type SessionEdition } from '#lib/session/edition.ts';
import { readSetup, type Setup } from '#lib/session/setup.ts';
import type { DeviceStorage } from '#lib/storage/database.ts';
import type { SessionRow } from '#lib/storage/sessions.ts';

/** What was typed is stored after this pause, in ms. */
const SAVE_AFTER = 300;

/** Whether everything on the screen is on this device. */
export type SavedState = 'saved' | 'saving' | 'failed';

/**
 * A session while it is prepared. Every change shows at once and is stored by itself; nothing has to be
 * saved. Only changed parts are written, so that two tabs do not undo each other.
 */
export class Preparation {
	readonly id: string;
	/** True once the session has started: edition and languages stay as they are. */
	readonly started: boolean;
	readonly #storage: DeviceStorage;
	readonly #clock: Clock;
	readonly #snapshot: SessionSnapshot;
	#setup = $state.raw<Setup>(readSetup({}));
	#answers = $state.raw<Readonly<Record<string, string>>>({});
	#saved = $state<SavedState>('saved');
	#pending: Partial<Setup> = {};
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<void> = Promise.resolve();
	readonly #edition = $derived.by(() =>
		sessionEdition(this.#snapshot.script, this.#setup.variants, this.#answers)
	);

	constructor(storage: DeviceStorage, row: SessionRow, snapshot: SessionSnapshot, clock: Clock) {
		this.id = row.id;
		this.started = row.status !== 'prepared';
		this.#storage = storage;
		this.#clock = clock;
		this.#snapshot = snapshot;
		this.#setup = readSetup(row.setup);
		this.#answers = snapshot.choices;
	}

	get setup(): Setup {
		return this.#setup;
	}
	get edition(): SessionEdition {
		return this.#edition;
	}
	get saved(): SavedState {
		return this.#saved;
	}

	/** Changes some of what is prepared; typing is gathered for a moment before it is stored. */
	change(part: Partial<Setup>): void {
		this.#setup = readSetup({ ...this.#setup, ...part });
		this.#pending = { ...this.#pending, ...part };
		this.#saved = 'saving';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER);
	}

	/** Ticks or unticks one entry of a list, for example a task that is done. */
	tick(list: 'done' | 'checked', id: string, on: boolean): void {
		const others = this.#setup[list].filter((each) => each !== id);
		this.change({ [list]: on ? [...others, id] : others });
	}

	/** Chooses variants and, where two clash, which one counts. Not after the start. */
	choose(variants: readonly string[], answers: Readonly<Record<string, string>>): void {
		if (this.started) return;
		this.#setup = { ...this.#setup, variants };
		this.#answers = answers;
		const { choices } = this.#edition;
		this.#store(() => changeEdition(this.#storage, this.id, { variants, choices }, this.#clock()));
	}

	/** Stores what is still waiting; resolves when everything is durable or could not be stored. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		const pending = this.#pending;
		this.#pending = {};
		if (Object.keys(pending).length > 0) {
			this.#store(async () => {
				try {
					return await changeSetup(this.#storage, this.id, pending, this.#clock());
				} catch (error) {
					// Stored with the next change, once there is room.
					this.#pending = { ...pending, ...this.#pending };
					throw error;
				}
			});
		}
		return this.#writing;
	}

	#store(write: () => Promise<unknown>): void {
		this.#saved = 'saving';
		const mine = this.#writing
			.then(write)
			.then((stored) => {
				if (this.#writing !== mine) return;
				const waits = Object.keys(this.#pending).length > 0;
				this.#saved = stored === undefined ? 'failed' : waits ? 'saving' : 'saved';
			})
			.catch((error: unknown) => {
				console.error(error);
				this.#saved = 'failed';
			});
		this.#writing = mine;
	}
}
