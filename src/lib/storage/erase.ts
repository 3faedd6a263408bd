import type { DeviceStorage } from './database.ts';
import { removeRaw, removeSession, SESSION_TABLES } from './remove-session.ts';
import { MAX_KEEP_DAYS, parseSession } from './sessions.ts';
import type { SessionRow } from './tables.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A phone forgets so long after the end of the session. */
export const PHONE_KEEPS = DAY;
/** A phone that never heard of the end forgets so long after the last use: no relay keeps a room longer by default. */
export const PHONE_KEEPS_UNENDED = 7 * DAY;

/** What is to be erased of a session: everything, or raw answers with their keys while the report stays. */
export interface Erasure {
	readonly session: string;
	readonly what: 'all' | 'raw';
}

/** When a session's raw data is to go, in ms since 1970; undefined when there is nothing to erase. */
export function erasureTime(row: SessionRow): number | undefined {
	if (row.rawErased !== undefined) return undefined;
	if (row.role === 'participant') {
		return row.ended === undefined ? row.updated + PHONE_KEEPS_UNENDED : row.ended + PHONE_KEEPS;
	}
	// Nothing was answered yet; a workshop may be prepared months ahead.
	if (row.status === 'prepared') return undefined;
	const days = Math.min(Math.max(row.keepDays, 1), MAX_KEEP_DAYS);
	return (row.ended ?? row.updated) + (row.ended === undefined ? MAX_KEEP_DAYS : days) * DAY;
}

/** What is due at `now`. Rows that cannot be read any more count as facilitator data of unknown age and stay. */
export async function dueErasures(
	storage: DeviceStorage,
	now: number
): Promise<readonly Erasure[]> {
	const rows = await storage.read(['sessions'], (tx) => tx.list('sessions'));
	return rows.flatMap((raw): readonly Erasure[] => {
		const row = parseSession(raw);
		const due = row && erasureTime(row);
		if (!row || due === undefined || due > now) return [];
		return [{ session: row.id, what: row.role === 'participant' ? 'all' : 'raw' }];
	});
}

/** Erases a whole session from this device, keys first, in one transaction. It does not come back from a spare database. */
export const eraseSession = (storage: DeviceStorage, session: string): Promise<void> =>
	storage.write(SESSION_TABLES, (tx) => removeSession(tx, session));

/** Erases raw answers, drafts and keys; title, date and the report's aggregates stay. */
export const eraseRaw = (storage: DeviceStorage, session: string, now: number): Promise<void> =>
	storage.write(SESSION_TABLES, async (tx) => {
		await removeRaw(tx, session);
		const row = await tx.get('sessions', session);
		if (row) await tx.put('sessions', [{ ...row, status: 'ended', rawErased: now }]);
	});

/** Runs every timer that is due; called at each start before anything is shown. Returns what was erased. */
export async function eraseDue(storage: DeviceStorage, now: number): Promise<readonly Erasure[]> {
	const due = await dueErasures(storage, now);
	for (const { session, what } of due) {
		if (what === 'all') await eraseSession(storage, session);
		else await eraseRaw(storage, session, now);
	}
	return due;
}
