import type { Reader, Writer } from './backend.ts';
import type { Change } from './memory-backend.ts';
import type { Key, TableName } from './tables.ts';

/** A reader that notes what it saw, so that the copy in memory knows everything this page has seen. */
export function recordingReader(tx: Reader, changes: Change[]): Reader {
	return {
		async get(table, key) {
			const row = await tx.get(table, key);
			changes.push(
				row ? { type: 'put', table, rows: [row] } : { type: 'remove', table, keys: [key] }
			);
			return row;
		},
		async getMany(table, keys) {
			const rows = await tx.getMany(table, keys);
			changes.push({ type: 'put', table, rows: rows.filter((row) => row !== undefined) });
			return rows;
		},
		async list(table, prefix) {
			const rows = await tx.list(table, prefix);
			changes.push({ type: 'clear', table, prefix: prefix ?? [] }, { type: 'put', table, rows });
			return rows;
		}
	};
}

/** A writer that notes what it did; the notes hold only once the transaction is durable. */
export function recordingWriter(tx: Writer, changes: Change[]): Writer {
	return {
		...recordingReader(tx, changes),
		async put(table, rows) {
			await tx.put(table, rows);
			changes.push({ type: 'put', table, rows });
		},
		async remove<N extends TableName>(table: N, keys: readonly Key<N>[]) {
			await tx.remove(table, keys);
			changes.push({ type: 'remove', table, keys });
		},
		async clear(table, prefix = []) {
			await tx.clear(table, prefix);
			changes.push({ type: 'clear', table, prefix });
		}
	};
}
