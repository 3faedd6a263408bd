import type { ChannelName, LogRow } from './contract.ts';
import type { CoreEffect } from './core-event.ts';
import type { Candidate, Channel, Log } from './core-log.ts';
import type { Fact } from './facts.ts';

/** Something this page wants to write, not sealed yet. */
export interface Local {
	readonly kind: 'update' | 'snapshot';
	readonly id: number | undefined;
	readonly channel: ChannelName;
	readonly update: Uint8Array;
	readonly inst: Uint8Array;
	readonly facts: readonly Fact[];
	/** Snapshots: `foreign` of the log when it was taken. */
	readonly foreign: number;
}

/** An entry on its way into its log; `local` when this page has made it. */
export interface Accepted {
	readonly channel: Channel;
	readonly log: Log;
	readonly candidate: Candidate;
	readonly local: Local | undefined;
}

/** The commit the shell is carrying out. */
export interface Flying {
	readonly id: number;
	readonly accepted: readonly Accepted[];
	readonly meta: ReadonlyMap<string, Uint8Array>;
}

/** Rows to add and remove; what a snapshot of the same commit replaces is never added. */
export function rowsOf(
	accepted: readonly Accepted[]
): Pick<CoreEffect & { type: 'commit' }, 'rows' | 'remove'> {
	const base = new Map<Log, number>();
	for (const { log, candidate } of accepted)
		if (candidate.entry.kind === 'snapshot') base.set(log, candidate.entry.seq);
	const rows: LogRow[] = [];
	const remove: Pick<LogRow, 'channel' | 'author' | 'seq'>[] = [];
	for (const { log, candidate } of accepted) {
		const { seq, bytes } = candidate.entry;
		const id = { channel: log.channel, author: log.author, seq };
		const replaced = seq < (base.get(log) ?? 0);
		if (!replaced && !candidate.stored) rows.push({ ...id, bytes });
		if (replaced && candidate.stored) remove.push(id);
	}
	for (const [log, seq] of base)
		for (const held of log.held.keys())
			if (held < seq) remove.push({ channel: log.channel, author: log.author, seq: held });
	return { rows, remove };
}
