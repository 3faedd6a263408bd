import { WebSocket } from 'ws';
import { seededRandom, type Random } from '#lib/base/random.ts';
import { joinKeys } from '#lib/sync/keys.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import type { RoomOptions } from '#lib/sync/room.ts';
import { nodeSuite } from '../tests/sync/node-suite.ts';

/** What every device of the room with this seed brings: real keys, a real socket, a log in memory. */
export function deviceOptions(seed: number, url: string, random: Random): RoomOptions {
	const shared = seededRandom(seed);
	return {
		store: memoryStore(),
		links: [relayLink({ url, random, connect: () => new WebSocket(url) as Socket })],
		join: joinKeys(shared(32), nodeSuite),
		writerSeed: random(32),
		random,
		suite: nodeSuite
	};
}

/** The room's recovery secret, for the facilitator device. */
export const recoveryOf = (seed: number): Uint8Array => seededRandom(seed + 1)(16);
