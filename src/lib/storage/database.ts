import { localStore } from '#lib/base/local-store.ts';
import { systemRandom, type Clock, type Random } from '#lib/base/random.ts';
import { absorb, MOVED, readAll, type Rows } from './absorb.ts';
import type { Backend, Observable, Reader, Writer } from './backend.ts';
import { dropBallast, putBallast } from './ballast.ts';
import { openDexie, OPEN_TIMEOUT, type Engine } from './dexie-backend.ts';
import { classify, DeviceFullError } from './errors.ts';
import { MemoryBackend, type Change } from './memory-backend.ts';
import { recordingReader, recordingWriter } from './recorder.ts';
import { checkSentinel, type LocalStore } from './sentinel.ts';
import { PERSONAL, type TableName } from './tables.ts';

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

/** What the storage stands on. Everything has the browser's own as default. */
export interface StorageOptions {
	readonly name: string;
	readonly engine: Engine | undefined;
	readonly local: LocalStore | undefined;
	readonly clock: Clock;
	readonly random: Random;
	/** Longest wait for one database in ms. */
	readonly openTimeout: number;
}

function systemEngine(): Engine | undefined {
	try {
		// Reading `indexedDB` throws where a person switched off site data.
		const { indexedDB, IDBKeyRange } = globalThis;
		return indexedDB && IDBKeyRange ? { indexedDB, IDBKeyRange } : undefined;
	} catch {
		return undefined;
	}
}

/** Ballast is tried again after a full disk at most this often, in ms. */
const BALLAST_PAUSE = 60_000;
const IN_MEMORY = new Set<TableName>(PERSONAL);

/**
 * The one way to the device's tables. A broken database is reopened once, then replaced by a second one,
 * then by memory; each time everything this page has read or written comes along, and `health` says so.
 */
export class DeviceStorage {
	readonly #options: StorageOptions;
	readonly #listeners = new Set<(health: StorageHealth) => void>();
	readonly #moves = new Set<() => void>();
	/** All personal rows this page has seen; the backend itself once nothing else works. */
	readonly #mirror = new MemoryBackend();
	#backend: Backend;
	#epoch: string | undefined;
	#health: StorageHealth = { state: 'ok', lost: false, full: false, outdated: false };
	#recovering: Promise<void> | undefined;
	#ballastWanted = false;
	#ballastTried = 0;
	#closed = false;

	private constructor(options: StorageOptions) {
		this.#options = options;
		this.#backend = this.#mirror;
	}

	/** Never rejects: where no database can be had, health is `memory`. Takes at most twice `openTimeout`. */
	static async open(options: Partial<StorageOptions> = {}): Promise<DeviceStorage> {
		const storage = new DeviceStorage({
			name: 'plenum',
			engine: systemEngine(),
			local: localStore(),
			clock: Date.now,
			random: systemRandom,
			openTimeout: OPEN_TIMEOUT,
			...options
		});
		await storage.#start();
		return storage;
	}

	/** Reads in one transaction; see `Backend` for what `work` may do. */
	read<T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Promise<T> {
		return this.#run(async (backend) => {
			const changes: Change[] = [];
			const value = await backend.read(tables, (tx) => {
				changes.length = 0;
				return work(recordingReader(tx, changes));
			});
			return { value, changes };
		});
	}

	/** Writes in one transaction. Resolves when it is durable; rejects with `DeviceFullError` when there is no room. */
	async write<T>(tables: readonly TableName[], work: (tx: Writer) => Promise<T>): Promise<T> {
		const once = (): Promise<T> =>
			this.#run(async (backend) => {
				const changes: Change[] = [];
				const value = await backend.write(tables, (tx) => {
					changes.length = 0;
					return work(recordingWriter(tx, changes));
				});
				return { value, changes };
			});
		try {
			const value = await once();
			this.#refillBallast();
			return value;
		} catch (error) {
			if (classify(error) !== 'full') throw error;
			await this.#lighten();
			try {
				return await once();
			} catch (again) {
				if (classify(again) !== 'full') throw again;
				throw new DeviceFullError('no room on this device', { cause: again });
			}
		}
	}

	/** Runs `work` again after every change of what it read, also by other tabs, and after a move to another database. */
	live<T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Observable<T> {
		return {
			subscribe: (observer) => {
				let inner: { unsubscribe(): void } | undefined;
				const attach = (): void => {
					inner?.unsubscribe();
					const backend = this.#backend;
					inner = backend.live(tables, work).subscribe({
						next: observer.next,
						error: (error) => {
							if (classify(error) !== 'connection' || backend === this.#mirror) {
								observer.error?.(error);
							} else void this.#recover(backend, false);
						}
					});
				};
				this.#moves.add(attach);
				attach();
				return {
					unsubscribe: () => {
						this.#moves.delete(attach);
						inner?.unsubscribe();
					}
				};
			}
		};
	}

	health(): StorageHealth {
		return this.#health;
	}

	/** Called after every change of `health`. Returns how to stop. */
	subscribe(listener: (health: StorageHealth) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Reserves room for the next contributions; called when a session or a seat is created. Never rejects. */
	async ensureBallast(): Promise<void> {
		this.#ballastWanted = true;
		this.#ballastTried = this.#options.clock();
		if (this.#backend === this.#mirror) return;
		try {
			await putBallast(this.#backend, this.#options.random);
			this.#say({ full: false });
		} catch (error) {
			// A broken connection is found and mended by the next real work.
			if (classify(error) === 'full') this.#say({ full: true });
			else if (classify(error) === 'other') throw error;
		}
	}

	/** The screen has told people that earlier data is gone. */
	acknowledgeLoss(): void {
		this.#say({ lost: false });
	}

	/** Ends every connection. Idempotent; later work rejects. */
	close(): void {
		this.#closed = true;
		this.#backend.close();
		this.#mirror.close();
		this.#listeners.clear();
		this.#moves.clear();
	}

	#say(change: Partial<StorageHealth>): void {
		const next = { ...this.#health, ...change };
		const same = (Object.keys(next) as (keyof StorageHealth)[]).every(
			(key) => next[key] === this.#health[key]
		);
		if (same) return;
		this.#health = next;
		for (const listener of this.#listeners) listener(next);
	}

	async #run<T>(
		work: (backend: Backend) => Promise<{ value: T; changes: readonly Change[] }>
	): Promise<T> {
		for (let failures = 0; ; failures++) {
			if (this.#closed) throw new DOMException('storage is closed', 'InvalidStateError');
			await this.#recovering;
			const backend = this.#backend;
			try {
				const { value, changes } = await work(backend);
				if (backend !== this.#mirror) {
					for (const change of changes) {
						if (IN_MEMORY.has(change.table)) this.#mirror.apply(change);
					}
				}
				return value;
			} catch (error) {
				const connection = classify(error) === 'connection';
				if (!connection || backend === this.#mirror || this.#closed) throw error;
				await this.#recover(backend, failures > 0);
			}
		}
	}

	/** Opens one database and makes sure that it is what it should be. Rejects when it is no use. */
	async #connect(name: string, expected: string | undefined): Promise<Backend> {
		const { engine, local, clock, random, openTimeout } = this.#options;
		if (!engine) throw new DOMException('no IndexedDB', 'NotFoundError');
		const backend = await openDexie(engine, name, () => this.#say({ outdated: true }), openTimeout);
		try {
			const place = { name, local, clock, random, expected };
			const { epoch, lost } = await checkSentinel(backend, place);
			this.#epoch = epoch;
			if (lost) this.#say({ lost: true });
			return backend;
		} catch (error) {
			backend.close();
			throw error;
		}
	}

	get #secondName(): string {
		return `${this.#options.name}-2`;
	}

	async #start(): Promise<void> {
		try {
			this.#backend = await this.#connect(this.#options.name, undefined);
		} catch (error) {
			await this.#second(error);
			return;
		}
		if (!this.#markedSecond()) return;
		// The last visit had to use the spare database: bring its rows home, then forget it.
		try {
			const { engine, openTimeout } = this.#options;
			if (!engine) return;
			const spare = await openDexie(engine, this.#secondName, () => undefined, openTimeout);
			const rows = await readAll(spare);
			await this.#backend.write(MOVED, (tx) => absorb(tx, rows));
			spare.close();
			engine.indexedDB.deleteDatabase(this.#secondName);
			this.#markSecond(false);
		} catch (error) {
			// It stays marked, so the next start tries again.
			if (classify(error) === 'other') throw error;
		}
	}

	#markedSecond(): boolean {
		try {
			return this.#options.local?.getItem(this.#secondName) === 'used';
		} catch {
			return false;
		}
	}

	#markSecond(used: boolean): void {
		try {
			if (used) this.#options.local?.setItem(this.#secondName, 'used');
			else this.#options.local?.removeItem(this.#secondName);
		} catch {
			// Then its rows are found only by the next failure of the first database.
		}
	}

	/** Leaves a broken backend: the same database again, unless that was just tried (`again`). */
	#recover(failed: Backend, again: boolean): Promise<void> {
		if (this.#backend !== failed || this.#closed) return this.#recovering ?? Promise.resolve();
		this.#recovering ??= (async () => {
			failed.close();
			try {
				if (this.#health.state === 'second') await this.#memory('failed');
				else if (again) await this.#second(undefined);
				else await this.#reopen();
			} finally {
				this.#recovering = undefined;
			}
			for (const attach of [...this.#moves]) attach();
		})();
		return this.#recovering;
	}

	async #reopen(): Promise<void> {
		const before = this.#epoch;
		try {
			const backend = await this.#connect(this.#options.name, before);
			if (this.#epoch !== before) await this.#refill(backend);
			this.#backend = backend;
			this.#say({ state: 'reopened' });
		} catch (error) {
			await this.#second(error);
		}
	}

	async #second(reason: unknown): Promise<void> {
		const late = reason instanceof Error && reason.name === 'OpenTimeoutError';
		const why = late ? 'blocked' : this.#options.engine ? 'failed' : 'absent';
		try {
			const backend = await this.#connect(this.#secondName, undefined);
			await this.#refill(backend);
			this.#backend = backend;
			this.#markSecond(true);
			this.#say({ state: 'second', why });
		} catch {
			await this.#memory(why);
		}
	}

	async #memory(why: NonNullable<StorageHealth['why']>): Promise<void> {
		this.#backend = this.#mirror;
		this.#say({ state: 'memory', why });
	}

	async #refill(backend: Backend): Promise<void> {
		const rows: Rows = await readAll(this.#mirror);
		await backend.write(MOVED, (tx) => absorb(tx, rows));
	}

	async #lighten(): Promise<void> {
		this.#ballastWanted = true;
		this.#ballastTried = this.#options.clock();
		this.#say({ full: true });
		try {
			await dropBallast(this.#backend);
		} catch (error) {
			// The retry that follows tells whether it matters.
			if (classify(error) === 'other') throw error;
		}
	}

	#refillBallast(): void {
		if (!this.#ballastWanted || !this.#health.full) return;
		if (this.#options.clock() - this.#ballastTried < BALLAST_PAUSE) return;
		void this.ensureBallast();
	}
}
