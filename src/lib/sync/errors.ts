/** Another tab of this device wrote the same place of the log first. `LogStore.commit` rejects with it. */
export class ConflictError extends Error {
	override readonly name = 'ConflictError';
}

/** A change is larger than one entry may be. Nothing was changed. */
export class TooLargeError extends Error {
	override readonly name = 'TooLargeError';
}

/** Storage may bring its own class: the name counts. */
export const isConflict = (error: unknown): boolean =>
	error instanceof Error && error.name === 'ConflictError';
