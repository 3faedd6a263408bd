import { equal } from '#lib/base/bytes.ts';
import type { DeviceStorage } from './database.ts';
import { ConflictError } from './errors.ts';

type ChannelName = 'stage' | `in/${string}`;

/** One sealed and signed entry; the same shape as `LogRow` of sync, which this folder may not import. */
export interface StoredEntry {
	readonly channel: ChannelName;
	/** 64 lower-case hex digits. */
	readonly author: string;
	readonly seq: number;
	readonly bytes: Uint8Array;
}

/** Where a device keeps the log of one session; structurally `LogStore` of sync. */
export interface SessionLog {
	load(): Promise<{
		readonly rows: readonly StoredEntry[];
		readonly meta: ReadonlyMap<string, Uint8Array>;
	}>;
	commit(change: {
		readonly rows: readonly StoredEntry[];
		readonly remove: readonly Pick<StoredEntry, 'channel' | 'author' | 'seq'>[];
		readonly meta: ReadonlyMap<string, Uint8Array>;
	}): Promise<void>;
}

const isChannel = (channel: string): channel is ChannelName =>
	channel === 'stage' || channel.startsWith('in/');

/**
 * The log of one session. Entries are stored as they travel, sealed and signed, so the table holds
 * no readable words; deleting the session's keys is what erases them. `commit` is one strict
 * transaction: rows that exist with the same bytes are fine, with other bytes reject with `ConflictError`,
 * and then nothing of the change is stored.
 */
export function logStore(storage: DeviceStorage, session: string): SessionLog {
	return {
		load: () =>
			storage.read(['entries', 'heads'], async (tx) => {
				const rows = await tx.list('entries', [session]);
				const heads = await tx.list('heads', [session]);
				return {
					rows: rows.flatMap(({ channel, author, seq, bytes }) =>
						isChannel(channel) ? [{ channel, author, seq, bytes }] : []
					),
					meta: new Map(heads.map(({ name, bytes }) => [name, bytes]))
				};
			}),
		commit: (change) =>
			storage.write(['entries', 'heads'], async (tx) => {
				const found = await tx.getMany(
					'entries',
					change.rows.map(({ channel, author, seq }) => [session, channel, author, seq])
				);
				const added = change.rows.filter((row, i) => {
					const there = found[i];
					if (!there) return true;
					if (equal(there.bytes, row.bytes)) return false;
					throw new ConflictError(
						`${row.channel} ${row.author} ${row.seq} exists with other bytes`
					);
				});
				if (added.length > 0) {
					await tx.put(
						'entries',
						added.map(({ channel, author, seq, bytes }) => ({
							session,
							channel,
							author,
							seq,
							bytes
						}))
					);
				}
				if (change.remove.length > 0) {
					await tx.remove(
						'entries',
						change.remove.map(({ channel, author, seq }) => [session, channel, author, seq])
					);
				}
				if (change.meta.size > 0) {
					await tx.put(
						'heads',
						[...change.meta].map(([name, bytes]) => ({ session, name, bytes }))
					);
				}
			})
	};
}
