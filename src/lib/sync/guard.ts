import * as Y from 'yjs';
import type { WriterId } from './contract.ts';

/** What is known of a channel's document: how many clock values of each client id, and whose it is. */
export interface Clocks {
	readonly known: ReadonlyMap<number, number>;
	readonly owners: ReadonlyMap<number, WriterId>;
}

/** One entry's update, read. */
export interface Examined {
	readonly structs: readonly {
		readonly client: number;
		readonly clock: number;
		readonly end: number;
		readonly points: readonly Point[];
	}[];
	readonly deletes: readonly Point[];
}
interface Point {
	readonly client: number;
	/** Last clock value meant. */
	readonly clock: number;
}

const MAX_LENGTH = 1_000_000;
const MAX_DELETES = 50_000;

/**
 * Reads a Yjs update and refuses at once what no honest device makes: another's client id, gaps, absurd
 * lengths, malformed bytes. Undefined = refused for ever.
 */
export function examine(update: Uint8Array, clients: ReadonlySet<number>): Examined | undefined {
	if (update.length === 0) return { structs: [], deletes: [] };
	try {
		const { structs, ds } = Y.decodeUpdate(update);
		const read: Examined['structs'][number][] = [];
		for (const struct of structs) {
			const { client, clock } = struct.id;
			if (struct instanceof Y.Skip || !clients.has(client)) return undefined;
			if (struct.length < 1 || struct.length > MAX_LENGTH || clock > MAX_LENGTH * 1000)
				return undefined;
			const points: Point[] = [];
			if (struct instanceof Y.Item) {
				const parent: unknown = struct.parent;
				for (const id of [struct.origin, struct.rightOrigin, parent])
					if (id instanceof Y.ID) points.push({ client: id.client, clock: id.clock });
			}
			read.push({ client, clock, end: clock + struct.length, points });
		}
		const deletes: Point[] = [];
		let ranges = 0;
		for (const [client, items] of ds.clients)
			for (const { clock, len } of items) {
				ranges += 1;
				if (len < 1 || ranges > MAX_DELETES) return undefined;
				deletes.push({ client, clock: clock + len - 1 });
			}
		return { structs: read, deletes };
	} catch {
		return undefined;
	}
}

/** One author's updates in the order of its log. */
export interface Run {
	readonly author: WriterId;
	readonly items: readonly Examined[];
}

/**
 * How many of each run's updates may be applied now, judged together because two authors' snapshots may
 * refer to each other: everything a survivor refers to is known or survives too. What is cut waits.
 */
export function judge({ known, owners }: Clocks, runs: readonly Run[]): readonly number[] {
	const kept = runs.map(({ items }) => items.length);
	for (;;) {
		const clocks = new Map(known);
		const holders = new Map(owners);
		runs.forEach(({ author, items }, run) => {
			const allowed = kept[run] ?? 0;
			for (let i = 0; i < allowed; i++)
				if (!extend(clocks, holders, author, items[i])) {
					kept[run] = i;
					break;
				}
		});
		let cut = false;
		runs.forEach(({ items }, run) => {
			const allowed = kept[run] ?? 0;
			for (let i = 0; i < allowed; i++)
				if (!refersToKnown(clocks, items[i])) {
					kept[run] = i;
					cut = true;
					break;
				}
		});
		if (!cut) return kept;
	}
}

/** Adds an update's own clock values; false when they leave a gap or the client id is another author's. */
export function extend(
	clocks: Map<number, number>,
	owners: Map<number, WriterId>,
	author: WriterId,
	examined: Examined | undefined
): boolean {
	if (!examined) return false;
	const fresh = new Map<number, number>();
	for (const { client, clock, end } of examined.structs) {
		const owner = owners.get(client);
		const at = fresh.get(client) ?? clocks.get(client) ?? 0;
		if ((owner !== undefined && owner !== author) || clock > at) return false;
		fresh.set(client, Math.max(at, end));
	}
	for (const [client, end] of fresh) {
		clocks.set(client, end);
		owners.set(client, author);
	}
	return true;
}

const refersToKnown = (
	clocks: ReadonlyMap<number, number>,
	examined: Examined | undefined
): boolean => {
	const isKnown = ({ client, clock }: Point): boolean => clock < (clocks.get(client) ?? 0);
	return (
		examined !== undefined &&
		examined.deletes.every(isKnown) &&
		examined.structs.every(({ points }) => points.every(isKnown))
	);
};
