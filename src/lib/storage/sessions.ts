import * as v from 'valibot';
import type { Observable, Reader } from './backend.ts';
import type { DeviceStorage } from './database.ts';
import { SESSION_TABLES } from './remove-session.ts';
import type { SessionRow } from './tables.ts';

export type { SessionRow, SessionStatus } from './tables.ts';

/** Days that raw answers stay on facilitator devices unless the organiser sets another number. */
export const DEFAULT_KEEP_DAYS = 30;
export const MAX_KEEP_DAYS = 90;

const time = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A session row as it comes from a database or a file. */
export const SESSION_SCHEMA = v.object({
	version: v.literal(1),
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
	role: v.picklist(['facilitator', 'participant']),
	created: time,
	updated: time,
	ended: v.exactOptional(time),
	status: v.picklist(['prepared', 'running', 'ended']),
	title: v.string(),
	place: v.string(),
	date: v.string(),
	snapshot: v.unknown(),
	setup: v.unknown(),
	seat: v.exactOptional(v.unknown()),
	report: v.exactOptional(v.unknown()),
	keepDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_KEEP_DAYS)),
	rawErased: v.exactOptional(time)
});

/** Undefined when the row is damaged or from another format; it then stays where it is, untouched. */
export function parseSession(row: unknown): SessionRow | undefined {
	const parsed = v.safeParse(SESSION_SCHEMA, row);
	return parsed.success ? parsed.output : undefined;
}

/** What the caller gives when a session or a seat is created. */
export type NewSession = Pick<
	SessionRow,
	'id' | 'role' | 'title' | 'place' | 'date' | 'snapshot' | 'setup' | 'seat'
> & { readonly keepDays?: number };

/**
 * Stores a new session with its secrets in one transaction and reserves ballast. An id that exists already is left as
 * it is and returned, so a repeated click or a second tab makes no second session.
 */
export async function createSession(
	storage: DeviceStorage,
	session: NewSession,
	secrets: ReadonlyMap<string, Uint8Array>,
	now: number
): Promise<SessionRow> {
	const row: SessionRow = {
		version: 1,
		...session,
		keepDays: Math.min(session.keepDays ?? DEFAULT_KEEP_DAYS, MAX_KEEP_DAYS),
		status: session.role === 'participant' ? 'running' : 'prepared',
		created: now,
		updated: now
	};
	const stored = await storage.write(SESSION_TABLES, async (tx) => {
		const there = await tx.get('sessions', row.id);
		if (there) return there;
		await tx.put('sessions', [row]);
		await tx.put('keys', [{ session: row.id, secrets }]);
		await tx.remove('device', [`erased/${row.id}`]);
		return row;
	});
	await storage.ensureBallast();
	return stored;
}

const readSessions = async (tx: Reader): Promise<readonly SessionRow[]> =>
	(await tx.list('sessions'))
		.flatMap((row) => parseSession(row) ?? [])
		.sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1));

/** Sessions of this device, last used first. */
export const listSessions = (storage: DeviceStorage): Promise<readonly SessionRow[]> =>
	storage.read(['sessions'], readSessions);

/** The list of sessions, kept up to date across tabs. */
export const liveSessions = (storage: DeviceStorage): Observable<readonly SessionRow[]> =>
	storage.live(['sessions'], readSessions);

export const getSession = (storage: DeviceStorage, id: string): Promise<SessionRow | undefined> =>
	storage.read(['sessions'], async (tx) => parseSession(await tx.get('sessions', id)));

/** One session, kept up to date across tabs; undefined when there is none. */
export const liveSession = (
	storage: DeviceStorage,
	id: string
): Observable<SessionRow | undefined> =>
	storage.live(['sessions'], async (tx) => parseSession(await tx.get('sessions', id)));

/** What may change in a session. Identity, role and pinned snapshot of a started session may not. */
export type SessionChange = Partial<Omit<SessionRow, 'version' | 'id' | 'role' | 'created'>>;

/**
 * Changes a session; `change` sees the newest row, also when another tab was faster. Sets `updated`, and `ended` when the
 * status becomes `ended` (it is taken away when the session is taken up again). Undefined when there is no such session.
 */
export function updateSession(
	storage: DeviceStorage,
	id: string,
	change: (row: SessionRow) => SessionChange,
	now: number
): Promise<SessionRow | undefined> {
	return storage.write(['sessions'], async (tx) => {
		const row = parseSession(await tx.get('sessions', id));
		if (!row) return undefined;
		const { ended, ...changed } = { ...row, ...change(row), updated: now };
		const next: SessionRow =
			changed.status === 'ended' ? { ...changed, ended: ended ?? now } : changed;
		await tx.put('sessions', [next]);
		return next;
	});
}
