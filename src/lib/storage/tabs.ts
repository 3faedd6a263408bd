import type { Clock, Random } from '#lib/base/random.ts';
import type { DeviceStorage } from './database.ts';
import { claimLease } from './tabs-lease.ts';
import { claimLock } from './tabs-lock.ts';

/** `writer`: this tab is the device's seat. `follower`: another tab is; this one only shows. */
export type TabState = 'writer' | 'follower';

/** This tab's claim to be the one that writes in a session. */
export interface WriterClaim {
	state(): TabState;
	/** Called after every change of `state`. Returns how to stop. */
	subscribe(listener: (state: TabState) => void): () => void;
	/** A person said "use here": the other tab finishes what it writes and follows. Resolves when this tab is the writer. */
	takeOver(): Promise<void>;
	/** Gives the seat up, so that a following tab gets it. Idempotent. */
	close(): Promise<void>;
}

/** What tabs of one browser say to each other through. `BroadcastChannel` fits. */
export interface TabChannel {
	postMessage(message: unknown): void;
	onmessage: ((event: MessageEvent) => void) | null;
	close(): void;
}

/** What a claim stands on. */
export interface TabsOptions {
	/** Undefined where the page is not a secure context: then a lease in the database decides. */
	readonly locks: LockManager | undefined;
	/** Undefined in browsers without it: then only the lease's end moves the seat. */
	readonly channel: (name: string) => TabChannel | undefined;
	readonly clock: Clock;
	readonly random: Random;
	/** Finishes what is being written before the seat is handed over; waited for at most 250 ms. */
	readonly beforeYield?: () => Promise<void>;
}

/** The browser's own tabs, looked at only when called. */
export const systemTabs = (
	clock: Clock,
	random: Random,
	beforeYield?: () => Promise<void>
): TabsOptions => ({
	locks: globalThis.navigator?.locks,
	channel: (name) =>
		typeof globalThis.BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined,
	clock,
	random,
	...(beforeYield && { beforeYield })
});

/**
 * Claims a session for this tab: one device is one seat. Resolves once it is known whether this tab writes or follows. At most
 * one tab is writer at a time; a fork that slips through a frozen tab is refused by the log store (`ConflictError`).
 */
export const claimWriter = (
	storage: DeviceStorage,
	session: string,
	options: TabsOptions
): Promise<WriterClaim> =>
	options.locks
		? claimLock(options.locks, session, options)
		: claimLease(storage, session, options);
