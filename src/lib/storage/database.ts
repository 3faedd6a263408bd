import { absorb, MOVED, readAll, type Rows } from './absorb.ts';
import type { Backend, Observable, Reader, Writer } from './backend.ts';
import { dropBallast, putBallast } from './ballast.ts';
import { openDexie } from './dexie-backend.ts';
import { classify, DeviceFullError, OpenTimeoutError } from './errors.ts';
import { HealthBoard, type StorageHealth } from './health.ts';
import { MemoryBackend, type Change } from './memory-backend.ts';
import { systemOptions, type StorageOptions } from './options.ts';
import { recordingReader, recordingWriter } from './recorder.ts';
import { checkSentinel } from './sentinel.ts';
import { bringHome, markSpare, spareName } from './spare.ts';
import { PERSONAL, type TableName } from './tables.ts';

export type { StorageHealth } from './health.ts';

/** Ballast is tried again after a full disk at most this often, in ms. */
const BALLAST_PAUSE = 60_000;
/** Between two tries to reopen a database, in ms. */
const REOPEN_PAUSE = 250;
const IN_MEMORY = new Set<TableName>(PERSONAL);

/**
 * The one way to the device's tables. A broken database is reopened once, then replaced by a second one,
 * then by memory; each time everything this page has read or written comes along, and `health` says so.
 */
export class DeviceStorage {
	readonly #options: StorageOptions;
	readonly #health = new HealthBoard();
	readonly #moves = new Set<() => void>();
	/** All personal rows this page has seen; the backend itself once nothing else works. */
	readonly #mirror = new MemoryBackend();
	#backend: Backend;
	/** The database in use or tried last. */
	#name: string;
	#epoch: string | undefined;
	#recovering: Promise<void> | undefined;
	#ballastWanted = false;
	#ballastTried = 0;
	#closed = false;

	private constructor(options: StorageOptions) {
		this.#options = options;
		this.#name = options.name;
		this.#backend = this.#mirror;
	}

	/** Never rejects: where no database can be had, health is `memory`. Takes at most twice `openTimeout`. */
	static async open(options: Partial<StorageOptions> = {}): Promise<DeviceStorage> {
		const storage = new DeviceStorage({ ...systemOptions(), ...options });
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
		return this.#health.current;
	}

	/** Called after every change of `health`. Returns how to stop. */
	subscribe(listener: (health: StorageHealth) => void): () => void {
		return this.#health.subscribe(listener);
	}

	/** Reserves room for the next contributions; called when a session or a seat is created. Trouble shows in `health`. */
	async ensureBallast(): Promise<void> {
		this.#ballastWanted = true;
		this.#ballastTried = this.#options.clock();
		if (this.#backend === this.#mirror) return;
		try {
			await putBallast(this.#backend, this.#options.random);
			this.#health.say({ full: false });
		} catch (error) {
			// A broken connection is found and mended by the next real work.
			if (classify(error) === 'full') this.#health.say({ full: true });
			else if (classify(error) === 'other') throw error;
		}
	}

	/** The screen has told people that earlier data is gone. */
	acknowledgeLoss(): void {
		this.#health.say({ lost: false });
	}

	/** Ends every connection. Idempotent; later work rejects. */
	close(): void {
		this.#closed = true;
		this.#backend.close();
		this.#mirror.close();
		this.#health.close();
		this.#moves.clear();
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
		const closed = (why: 'newer' | 'gone'): void => {
			if (why === 'newer') this.#health.say({ outdated: true });
			// At once, so that nobody takes a cleared database for an empty one.
			void this.#recover(backend, false);
		};
		const backend: Backend = await openDexie(engine, name, closed, openTimeout);
		try {
			const place = { name, local, clock, random, expected };
			const { epoch, lost } = await checkSentinel(backend, place);
			this.#epoch = epoch;
			if (lost) this.#health.say({ lost: true });
			return backend;
		} catch (error) {
			backend.close();
			throw error;
		}
	}

	async #start(): Promise<void> {
		await this.#tryTwice(async () => {
			this.#backend = await this.#connect(this.#name, undefined);
		});
		if (this.#health.current.state === 'ok') await bringHome(this.#options, this.#backend);
	}

	/** Leaves a broken backend: the same database again, unless that was just tried (`again`). */
	#recover(failed: Backend, again: boolean): Promise<void> {
		if (this.#backend !== failed || this.#closed) return this.#recovering ?? Promise.resolve();
		this.#recovering ??= (async () => {
			failed.close();
			try {
				if (again) await this.#descend(undefined);
				else await this.#reopen();
			} finally {
				this.#recovering = undefined;
			}
			for (const attach of [...this.#moves]) attach();
		})();
		return this.#recovering;
	}

	#reopen(): Promise<void> {
		const before = this.#epoch;
		return this.#tryTwice(async () => {
			const backend = await this.#connect(this.#name, before);
			if (this.#epoch !== before) await this.#refill(backend);
			this.#backend = backend;
			if (this.#health.current.state === 'ok') this.#health.say({ state: 'reopened' });
		});
	}

	/** While a browser clears a database it closes new connections, too: one more try, then a step down. */
	async #tryTwice(open: () => Promise<void>): Promise<void> {
		try {
			await open();
		} catch (error) {
			if (error instanceof OpenTimeoutError || !this.#options.engine) {
				return this.#descend(error);
			}
			await new Promise((resolve) => setTimeout(resolve, REOPEN_PAUSE));
			await open().catch((again: unknown) => this.#descend(again));
		}
	}

	/** One step down: from the first database to the spare one, from there to memory. */
	async #descend(reason: unknown): Promise<void> {
		const late = reason instanceof Error && reason.name === 'OpenTimeoutError';
		const why = late ? 'blocked' : this.#options.engine ? 'failed' : 'absent';
		const spare = spareName(this.#options);
		try {
			if (this.#name === spare) throw reason;
			this.#name = spare;
			const backend = await this.#connect(spare, undefined);
			await this.#refill(backend);
			this.#backend = backend;
			markSpare(this.#options, true);
			this.#health.say({ state: 'second', why });
		} catch {
			// Whatever it was, memory always works.
			this.#backend = this.#mirror;
			this.#health.say({ state: 'memory', why });
		}
	}

	async #refill(backend: Backend): Promise<void> {
		const rows: Rows = await readAll(this.#mirror);
		await backend.write(MOVED, (tx) => absorb(tx, rows));
	}

	async #lighten(): Promise<void> {
		this.#ballastWanted = true;
		this.#ballastTried = this.#options.clock();
		this.#health.say({ full: true });
		try {
			await dropBallast(this.#backend);
		} catch (error) {
			// The retry that follows tells whether it matters.
			if (classify(error) === 'other') throw error;
		}
	}

	#refillBallast(): void {
		if (!this.#ballastWanted || !this.#health.current.full) return;
		if (this.#options.clock() - this.#ballastTried < BALLAST_PAUSE) return;
		void this.ensureBallast();
	}
}
