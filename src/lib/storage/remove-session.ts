import type { Writer } from './backend.ts';
import type { TableName } from './tables.ts';

/** Tables that hold anything of a session. */
export const SESSION_TABLES = [
	'keys',
	'entries',
	'heads',
	'drafts',
	'sessions',
	'device'
] as const satisfies readonly TableName[];

/** Deletes the keys first: from then on whatever remains anywhere of the sealed entries is unreadable. */
export async function removeRaw(tx: Writer, session: string): Promise<void> {
	await tx.clear('keys', [session]);
	await tx.clear('entries', [session]);
	await tx.clear('heads', [session]);
	await tx.clear('drafts', [session]);
}

/**
 * Deletes everything of a session inside one transaction over `SESSION_TABLES` and remembers that it was
 * erased, so that no spare database brings it back.
 */
export async function removeSession(tx: Writer, session: string): Promise<void> {
	await removeRaw(tx, session);
	await tx.clear('sessions', [session]);
	await tx.put('device', [{ name: `erased/${session}`, session }]);
}
