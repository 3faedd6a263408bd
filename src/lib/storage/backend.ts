import type { Key, KeyPart, Row, TableName } from './tables.ts';

/** Reading inside one transaction. Await nothing but these calls: a database ends a transaction that idles. */
export interface Reader {
	get<N extends TableName>(table: N, key: Key<N>): Promise<Row<N> | undefined>;
	/** In the order of `keys`. */
	getMany<N extends TableName>(
		table: N,
		keys: readonly Key<N>[]
	): Promise<readonly (Row<N> | undefined)[]>;
	/** Rows whose key begins with `prefix`, in key order; all rows without one. */
	list<N extends TableName>(table: N, prefix?: readonly KeyPart[]): Promise<readonly Row<N>[]>;
}

/** Writing inside one transaction: all of it or nothing. */
export interface Writer extends Reader {
	put<N extends TableName>(table: N, rows: readonly Row<N>[]): Promise<void>;
	remove<N extends TableName>(table: N, keys: readonly Key<N>[]): Promise<void>;
	/** Removes the rows whose key begins with `prefix`, or all. */
	clear(table: TableName, prefix?: readonly KeyPart[]): Promise<void>;
}

/** Runs again whenever what it read changed, in this tab or another. */
export interface Observable<T> {
	subscribe(observer: {
		readonly next: (value: T) => void;
		readonly error?: (error: unknown) => void;
	}): { unsubscribe(): void };
}

/**
 * A place for tables. `work` may run more than once (after a lost connection) and so must do nothing
 * but read and write; what it throws aborts everything and comes out unchanged.
 */
export interface Backend {
	read<T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Promise<T>;
	/** Resolves only when the transaction is durable. */
	write<T>(tables: readonly TableName[], work: (tx: Writer) => Promise<T>): Promise<T>;
	live<T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Observable<T>;
	close(): void;
}
