import { WebSocket } from 'ws';
import type { Random } from '#lib/base/random.ts';
import type { JoinKeys } from '#lib/sync/keys.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import type { joinRoom } from '#lib/sync/room.ts';
import { nodeSuite } from '../tests/sync/node-suite.ts';

/** What a phone of the room with these keys brings: keys of its own, a real socket, a log in memory. */
export const deviceOptions = (
	join: JoinKeys,
	url: string,
	random: Random
): Parameters<typeof joinRoom>[0] => ({
	store: memoryStore(),
	links: [relayLink({ url, random, connect: () => new WebSocket(url) as Socket })],
	join,
	writerSeed: random(32),
	random,
	suite: nodeSuite
});
