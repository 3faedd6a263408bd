import type { Backend, Observable, Reader, Writer } from './backend.ts';
import { KEY_PATHS, type Key, type KeyPart, type Row, type TableName } from './tables.ts';

type AnyRow = Row<TableName>;
type AnyKey = KeyPart | readonly KeyPart[];

const parts = (key: AnyKey): readonly KeyPart[] => (typeof key === 'object' ? key : [key]);
const encode = (key: AnyKey): string => JSON.stringify(parts(key));

function keyOf(table: TableName, row: AnyRow): readonly KeyPart[] {
	const fields = new Map<string, unknown>(Object.entries(row));
	return KEY_PATHS[table].map((name) => {
		const part = fields.get(name);
		if (typeof part === 'string' || typeof part === 'number') return part;
		throw new TypeError(`${table}: ${name} is no key`);
	});
}

/** Numbers before strings, as IndexedDB sorts them. */
function compare(a: readonly KeyPart[], b: readonly KeyPart[]): number {
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const [x, y] = [a[i] ?? '', b[i] ?? ''];
		if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
		if (x !== y) return x < y ? -1 : 1;
	}
	return a.length - b.length;
}

interface Item {
	readonly key: readonly KeyPart[];
	readonly row: AnyRow;
}

/** One change of a table as it was committed. */
export type Change =
	| { readonly type: 'put'; readonly table: TableName; readonly rows: readonly AnyRow[] }
	| { readonly type: 'remove'; readonly table: TableName; readonly keys: readonly AnyKey[] }
	| { readonly type: 'clear'; readonly table: TableName; readonly prefix: readonly KeyPart[] };

/**
 * Tables in memory: the last resort when nothing can be stored, and the copy of what this page read
 * and wrote from which a broken database is refilled. Keeps references, so rows must not be edited.
 */
export class MemoryBackend implements Backend {
	readonly #tables = new Map<TableName, Map<string, Item>>();
	readonly #listeners = new Set<(tables: ReadonlySet<TableName>) => void>();
	#last: Promise<unknown> = Promise.resolve();

	#items(table: TableName): Map<string, Item> {
		let items = this.#tables.get(table);
		if (!items) this.#tables.set(table, (items = new Map()));
		return items;
	}

	#matching(table: TableName, prefix: readonly KeyPart[]): readonly Item[] {
		return [...this.#items(table).values()]
			.filter(({ key }) => prefix.every((part, i) => key[i] === part))
			.sort((a, b) => compare(a.key, b.key));
	}

	/** All rows of a table in key order. */
	rows<N extends TableName>(table: N, prefix: readonly KeyPart[] = []): readonly Row<N>[] {
		// The map of a table holds only rows that `put` accepted for that table.
		return this.#matching(table, prefix).map(({ row }) => row as Row<N>);
	}

	/** Applies what was committed elsewhere. Returns how to undo it. */
	apply(change: Change): () => void {
		const items = this.#items(change.table);
		const before = new Map<string, Item | undefined>();
		const set = (id: string, item: Item | undefined): void => {
			if (!before.has(id)) before.set(id, items.get(id));
			if (item) items.set(id, item);
			else items.delete(id);
		};
		switch (change.type) {
			case 'put':
				for (const row of change.rows) {
					const key = keyOf(change.table, row);
					set(encode(key), { key, row });
				}
				break;
			case 'remove':
				for (const key of change.keys) set(encode(key), undefined);
				break;
			case 'clear':
				for (const { key } of this.#matching(change.table, change.prefix)) {
					set(encode(key), undefined);
				}
				break;
			default:
				change satisfies never;
		}
		return () => {
			for (const [id, item] of before) {
				if (item) items.set(id, item);
				else items.delete(id);
			}
		};
	}

	readonly #reader: Reader = {
		get: async (table, key) => {
			const item = this.#items(table).get(encode(key));
			return item && (item.row as Row<typeof table>);
		},
		getMany: async (table, keys) =>
			keys.map((key) => {
				const item = this.#items(table).get(encode(key));
				return item && (item.row as Row<typeof table>);
			}),
		list: async (table, prefix) => this.rows(table, prefix)
	};

	#queue<T>(work: () => Promise<T>): Promise<T> {
		const run = this.#last.then(work, work);
		this.#last = run.catch(() => undefined);
		return run;
	}

	read<T>(_tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Promise<T> {
		return this.#queue(() => work(this.#reader));
	}

	write<T>(_tables: readonly TableName[], work: (tx: Writer) => Promise<T>): Promise<T> {
		return this.#queue(async () => {
			const undo: (() => void)[] = [];
			const touched = new Set<TableName>();
			const apply = async (change: Change): Promise<void> => {
				touched.add(change.table);
				undo.push(this.apply(change));
			};
			const tx: Writer = {
				...this.#reader,
				put: (table, rows) => apply({ type: 'put', table, rows }),
				remove: <N extends TableName>(table: N, keys: readonly Key<N>[]) =>
					apply({ type: 'remove', table, keys }),
				clear: (table, prefix = []) => apply({ type: 'clear', table, prefix })
			};
			try {
				return await work(tx);
			} catch (error) {
				for (const step of undo.reverse()) step();
				touched.clear();
				throw error;
			} finally {
				if (touched.size > 0) for (const listener of this.#listeners) listener(touched);
			}
		});
	}

	live<T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Observable<T> {
		return {
			subscribe: ({ next, error }) => {
				let open = true;
				const run = (): void => {
					this.read(tables, work).then(
						(value) => {
							if (open) next(value);
						},
						(reason: unknown) => {
							if (open) error?.(reason);
						}
					);
				};
				const listener = (touched: ReadonlySet<TableName>): void => {
					if (tables.some((table) => touched.has(table))) run();
				};
				this.#listeners.add(listener);
				run();
				return {
					unsubscribe: () => {
						open = false;
						this.#listeners.delete(listener);
					}
				};
			}
		};
	}

	close(): void {
		this.#listeners.clear();
	}
}
