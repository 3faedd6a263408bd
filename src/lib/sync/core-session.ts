import type { WriterId } from './contract.ts';

/** What a device knows of one link while it is up. Times are ms of the device's clock. */
export interface Session {
	readonly link: string;
	readonly kind: 'relay' | 'tabs';
	readonly since: number;
	/** Frames of the room may flow. */
	ready: boolean;
	/** The other side's list of logs is complete. */
	listed: boolean;
	synced: boolean;
	heardAt: number;
	haveAt: number;
	pausedUntil: number;
	stuckSince: number | undefined;
	/** How far the other side is known to hold each log. */
	readonly peer: Map<string, number>;
	listing: Map<string, number>;
	readonly told: Set<WriterId>;
	readonly retry: Set<string>;
	/** Own logs the relay refuses for good. */
	readonly dead: Set<string>;
}

/** ms. */
const WATCHDOG = 10_000;
const SILENCE = 25_000;
const HANDSHAKE = 8_000;

/** A link that has just come up: nothing is known of the other side. Tabs need no handshake. */
export const newSession = (link: string, kind: 'relay' | 'tabs', now: number): Session => ({
	link,
	kind,
	since: now,
	ready: kind === 'tabs',
	listed: false,
	synced: false,
	heardAt: now,
	haveAt: now,
	pausedUntil: 0,
	stuckSince: undefined,
	peer: new Map(),
	listing: new Map(),
	told: new Set(),
	retry: new Set(),
	dead: new Set()
});

/** A link that is up must carry: true when it does not and is to be rebuilt. `waiting`: entries not acknowledged. */
export function isStuck(session: Session, waiting: number, now: number): boolean {
	const silent = now - session.heardAt > SILENCE;
	const slow = !session.ready && now - session.since > HANDSHAKE;
	if (waiting === 0 || !session.ready) session.stuckSince = undefined;
	else session.stuckSince ??= now;
	const stuck = session.stuckSince !== undefined && now - session.stuckSince >= WATCHDOG;
	if (!silent && !slow && !stuck) return false;
	session.stuckSince = session.heardAt = now;
	return true;
}
