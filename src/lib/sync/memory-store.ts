import { equal } from '#lib/base/bytes.ts';
import type { LogRow, LogStore } from './contract.ts';
import { ConflictError } from './errors.ts';

/** A log kept in memory only: for tests, and for a device whose storage does not work (which then must say so). */
export function memoryStore(): LogStore {
	const rows = new Map<string, LogRow>();
	const meta = new Map<string, Uint8Array>();
	const keyOf = ({ channel, author, seq }: Pick<LogRow, 'channel' | 'author' | 'seq'>): string =>
		`${channel} ${author} ${seq}`;
	return {
		load: () => Promise.resolve({ rows: [...rows.values()], meta: new Map(meta) }),
		commit: (change) => {
			for (const row of change.rows) {
				const known = rows.get(keyOf(row));
				if (known && !equal(known.bytes, row.bytes))
					return Promise.reject(new ConflictError('the place in the log is taken'));
			}
			for (const row of change.rows) rows.set(keyOf(row), row);
			for (const id of change.remove) rows.delete(keyOf(id));
			for (const [key, value] of change.meta) meta.set(key, value);
			return Promise.resolve();
		}
	};
}
