/** A row to add exists with other bytes: another tab was faster, or a log was forked. */
export class ConflictError extends Error {
	override readonly name = 'ConflictError';
}

/** The device is full; the ballast is used up and nothing of the change was stored. */
export class DeviceFullError extends Error {
	override readonly name = 'DeviceFullError';
}

/** Opening the database took too long or another tab holds an old version open. */
export class OpenTimeoutError extends Error {
	override readonly name = 'OpenTimeoutError';
}

/** Errors that say that the connection or the files behind it are gone, not that the work was wrong. */
const CONNECTION = new Set([
	'AbortError',
	'DatabaseClosedError',
	'InvalidStateError',
	'MissingAPIError',
	'NotFoundError',
	'NotReadableError',
	'OpenFailedError',
	'OpenTimeoutError',
	'SecurityError',
	'TimeoutError',
	'UnknownError',
	'VersionError'
]);

/** What an error from the database means: `full`, `connection` (try elsewhere) or `other` (a bug or the work's own). */
export function classify(error: unknown): 'full' | 'connection' | 'other' {
	let kind: 'connection' | 'other' = 'other';
	for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
		const name = 'name' in at ? at.name : undefined;
		if (name === 'QuotaExceededError') return 'full';
		if (typeof name === 'string' && CONNECTION.has(name)) kind = 'connection';
		if (name === 'BulkError' && 'failures' in at && Array.isArray(at.failures)) at = at.failures[0];
		else at = 'inner' in at ? at.inner : undefined;
	}
	return kind;
}
