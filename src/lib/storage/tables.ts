/** Rows and keys of the device's tables. Persisted: a changed shape needs a new schema version. */

/** Where a session stands on this device. */
export type SessionStatus = 'prepared' | 'running' | 'ended';

/** One session this device takes part in. JSON fields are opaque here; the owner parses them when read. */
export interface SessionRow {
	readonly version: 1;
	/** Made by the session layer; equal on every device that imported the same session. */
	readonly id: string;
	readonly role: 'facilitator' | 'participant';
	/** Milliseconds since 1970, this device's clock. */
	readonly created: number;
	/** Last change or use; timers of sessions that nobody ended count from here. */
	readonly updated: number;
	readonly ended?: number;
	readonly status: SessionStatus;
	readonly title: string;
	readonly place: string;
	/** `YYYY-MM-DD` or empty. */
	readonly date: string;
	/** Pinned compiled script (JSON): the session opens without the library. */
	readonly snapshot: unknown;
	/** Choices made in preparation (JSON). */
	readonly setup: unknown;
	/** Participants: seat, chosen language, relay … (JSON). */
	readonly seat?: unknown;
	/** Facilitators: aggregates that stay after the raw answers were erased (JSON). */
	readonly report?: unknown;
	/** Facilitators: days raw answers stay after the end, 1–90. */
	readonly keepDays: number;
	/** Set when raw answers and keys were erased. */
	readonly rawErased?: number;
}

/** All secrets of one session in one record: deleting it makes every entry unreadable. */
export interface KeysRow {
	readonly session: string;
	/** Named secrets: writer seed, recovery bytes, join code as UTF-8 … */
	readonly secrets: ReadonlyMap<string, Uint8Array>;
}

export interface EntryRow {
	readonly session: string;
	readonly channel: string;
	/** 64 lower-case hex digits. */
	readonly author: string;
	readonly seq: number;
	readonly bytes: Uint8Array;
}

/** Sync's own bookkeeping: heads, receipts, epochs. */
export interface HeadRow {
	readonly session: string;
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Half-written answer; `value` is whatever the field's owner understands (JSON). */
export interface DraftRow {
	readonly session: string;
	readonly field: string;
	readonly value: unknown;
	readonly saved: number;
}

export interface SettingRow {
	readonly name: string;
	readonly value: unknown;
}

/** A workshop opened or imported on this device. */
export interface LibraryRow {
	readonly version: 1;
	readonly id: string;
	readonly opened: number;
	/** Where it came from: shipped with the app, a file, or made here. */
	readonly source: 'shipped' | 'file' | 'own';
	/** Compiled raw JSON; checked by script when opened. */
	readonly workshop: unknown;
}

/** Facts about the database itself. */
export type DeviceRow =
	| { readonly name: 'sentinel'; readonly epoch: string; readonly created: number }
	/** Says that a session was erased, so that no spare copy of this device brings it back. */
	| { readonly name: `erased/${string}`; readonly session: string }
	/** Which tab writes in a session, until when, where the browser has no Web Locks. */
	| { readonly name: `lease/${string}`; readonly holder: string; readonly until: number };

/** Room kept free for the next contribution. */
export interface BallastRow {
	readonly index: number;
	readonly bytes: Uint8Array;
}

interface Tables {
	readonly library: { readonly key: string; readonly row: LibraryRow };
	readonly sessions: { readonly key: string; readonly row: SessionRow };
	readonly entries: {
		readonly key: readonly [session: string, channel: string, author: string, seq: number];
		readonly row: EntryRow;
	};
	readonly heads: { readonly key: readonly [session: string, name: string]; readonly row: HeadRow };
	readonly keys: { readonly key: string; readonly row: KeysRow };
	readonly drafts: {
		readonly key: readonly [session: string, field: string];
		readonly row: DraftRow;
	};
	readonly settings: { readonly key: string; readonly row: SettingRow };
	readonly device: { readonly key: string; readonly row: DeviceRow };
	readonly ballast: { readonly key: number; readonly row: BallastRow };
}

export type TableName = keyof Tables;
export type Row<N extends TableName> = Tables[N]['row'];
export type Key<N extends TableName> = Tables[N]['key'];
export type KeyPart = string | number;

/** Key paths per table, in key order. A prefix of a compound key selects a session's rows. */
export const KEY_PATHS: { readonly [N in TableName]: readonly (keyof Row<N> & string)[] } = {
	library: ['id'],
	sessions: ['id'],
	entries: ['session', 'channel', 'author', 'seq'],
	heads: ['session', 'name'],
	keys: ['session'],
	drafts: ['session', 'field'],
	settings: ['name'],
	device: ['name'],
	ballast: ['index']
};

export const TABLE_NAMES = [
	'library',
	'sessions',
	'entries',
	'heads',
	'keys',
	'drafts',
	'settings',
	'device',
	'ballast'
] as const satisfies readonly TableName[];

/** What a person made or needs: everything that must survive a broken database. */
export const PERSONAL = [
	'library',
	'sessions',
	'entries',
	'heads',
	'keys',
	'drafts',
	'settings'
] as const satisfies readonly TableName[];
