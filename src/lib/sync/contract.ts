import type * as Y from 'yjs';

/** Public Ed25519 key of a writer as 64 lower-case hex digits. */
export type WriterId = string;

/** `stage`: facilitator devices write, admitted people read. `in/<writer>`: one writer writes, facilitators read and write. */
export type ChannelName = 'stage' | `in/${WriterId}`;

/** How far the own entries of a channel have come: highest sequence number in each state, 0 = none. */
export interface Progress {
	/** Committed to this device's storage with strict durability. */
	readonly device: number;
	/** Acknowledged by the relay after its own durable commit. */
	readonly sent: number;
	/** Covered by a receipt sealed by a facilitator device. */
	readonly room: number;
}

/** One person who knocked, as the facilitator devices know them. */
export interface Member {
	readonly writer: WriterId;
	/** 1, 2, 3 … in the order of admission; undefined while not admitted. */
	readonly seat: number | undefined;
	readonly state: 'knocking' | 'admitted' | 'removed';
	/** The relay holds an open connection of this writer now. */
	readonly online: boolean;
	/** Relay clock, ms: last time a connection or entry of this writer was seen. */
	readonly lastSeen: number;
}

export interface NetworkState {
	readonly relay: 'connecting' | 'connected' | 'offline';
	/** Another tab of this browser is linked. */
	readonly tabs: boolean;
	/** Own entries on this device that the relay has not acknowledged. */
	readonly waiting: number;
	/** How many devices the relay says are in the room. */
	readonly online: number;
	/** Relay clock minus this device's clock in ms, smoothed; 0 until known. */
	readonly clockOffset: number;
	/** Why the relay refuses this device, when it does. */
	readonly refused?: 'locked' | 'full' | 'removed' | 'no-room' | 'wrong-key' | 'version';
}

/** Rows of the log as they are kept on a device. Opaque to storage. */
export interface LogRow {
	readonly channel: ChannelName;
	readonly author: WriterId;
	readonly seq: number;
	/** Whole sealed and signed entry. */
	readonly bytes: Uint8Array;
}

/** Where a device keeps its log. Implemented by storage/ and, in memory, by tests and the simulator. */
export interface LogStore {
	load(): Promise<{
		readonly rows: readonly LogRow[];
		readonly meta: ReadonlyMap<string, Uint8Array>;
	}>;
	/**
	 * One atomic strict-durability transaction: `rows` are added (a row with the same channel, author and
	 * seq must not be replaced), `remove` is deleted, `meta` is put. Resolves only when it is durable.
	 * Rejects with `ConflictError` when a row to add exists with other bytes (another tab was faster).
	 */
	commit(change: {
		readonly rows: readonly LogRow[];
		readonly remove: readonly Pick<LogRow, 'channel' | 'author' | 'seq'>[];
		readonly meta: ReadonlyMap<string, Uint8Array>;
	}): Promise<void>;
}

/** A path for frames between this device and another party. Runs until `close`; reports every change of state. */
export interface Link {
	readonly id: string;
	readonly kind: 'relay' | 'tabs';
	open(events: {
		readonly onup: () => void;
		readonly ondown: () => void;
		readonly onframe: (frame: Uint8Array) => void;
	}): void;
	send(frame: Uint8Array): void;
	/** Drops and rebuilds the connection now: after sleep, `pageshow`, `online`. Idempotent. */
	resume(): void;
	close(): void;
}

/**
 * A device's place in a session's room. Documents are built only from entries that passed `ingest`,
 * and from the own changes made through `change`.
 */
export interface Room {
	readonly role: 'facilitator' | 'participant';
	readonly self: WriterId;
	/** 16 bytes as hex; public. */
	readonly roomId: string;
	/** Four check words' indices (0–2047 each), equal on every device of the same room and root key. */
	readonly check: readonly [number, number, number, number];
	/** Trusted document of a channel, empty until something arrived. Read it; write only through `change`. */
	doc(channel: ChannelName): Y.Doc;
	/** Channels with at least one entry. */
	channels(): readonly ChannelName[];
	/**
	 * Applies `edit` to the document and seals it as one entry. Resolves with the entry's sequence number once it
	 * is durable on this device ("on this phone"). Rejects with `TooLargeError` above 16 KB; then nothing changed.
	 */
	change(channel: ChannelName, edit: (doc: Y.Doc) => void): Promise<number>;
	progress(channel: ChannelName): Progress;
	network(): NetworkState;
	/** Participant: whether reading keys have arrived. Facilitator: always `in`. */
	admission(): 'knocking' | 'in' | 'removed';
	/** Participant: own seat number once admitted. */
	seat(): number | undefined;
	/**
	 * Writers certified by the root key, self included on a facilitator device; empty on a participant's.
	 * Only their inboxes may be read as the facilitators' private log.
	 */
	facilitators(): readonly WriterId[];
	/** Facilitator only: everybody who knocked. */
	members(): readonly Member[];
	/** Facilitator only: closes or opens the room for newcomers. */
	setLocked(locked: boolean): void;
	isLocked(): boolean;
	/** Called after anything above changed; `channel` is set when a document changed. Returns how to stop. */
	subscribe(listener: (change: { readonly channel?: ChannelName }) => void): () => void;
	/** The device woke up or the page came back: every link is checked at once. Idempotent. */
	resume(): void;
	/** Stops links and timers; what is committed stays. */
	close(): Promise<void>;
}
