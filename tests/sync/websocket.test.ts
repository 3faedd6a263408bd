import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { systemRandom } from '#lib/base/random.ts';
import type { Room } from '#lib/sync/contract.ts';
import { fingerprintOf, facilitatorKeys, joinKeys } from '#lib/sync/keys.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { createFacilitatorRoom, joinRoom } from '#lib/sync/room.ts';
import { nativeVerify } from '#lib/sync/verified.ts';
import { createRelay } from '../../src/relay/core.ts';
import type { RelayEvent } from '../../src/relay/core/event.ts';
import { nodeSuite } from './node-suite.ts';

const open: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const close of open.splice(0).reverse()) await close();
});

async function server(): Promise<string> {
	const relay = createRelay({ verify: nodeSuite.verify });
	const sockets = new Map<string, WebSocket>();
	const step = (event: RelayEvent): void => {
		for (const effect of relay.step(event))
			if (effect.type === 'send') sockets.get(effect.connection)?.send(effect.frame);
			else if (effect.type === 'close') sockets.get(effect.connection)?.close();
			else if (effect.type === 'commit')
				setImmediate(() => {
					step({ type: 'committed', commit: effect.commit, now: Date.now() });
				});
	};
	const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	let last = 0;
	wss.on('connection', (socket) => {
		const connection = String(++last);
		sockets.set(connection, socket);
		socket.on('message', (data: Buffer) => {
			step({ type: 'frame', connection, bytes: new Uint8Array(data), now: Date.now() });
		});
		socket.on('close', () => {
			sockets.delete(connection);
			step({ type: 'close', connection, now: Date.now() });
		});
		step({ type: 'open', connection, nonce: systemRandom(32), now: Date.now() });
	});
	await once(wss, 'listening');
	open.push(() => {
		for (const socket of sockets.values()) socket.terminate();
		wss.close();
	});
	const { port } = wss.address() as AddressInfo;
	return `ws://127.0.0.1:${port}/sync`;
}

const until = (room: Room, is: () => boolean): Promise<void> =>
	new Promise((resolve) => {
		const look = (): void => {
			if (!is()) return;
			stop();
			resolve();
		};
		const stop = room.subscribe(look);
		look();
	});

it('carries words over real sockets, with the native signature check where there is one', async () => {
	const url = await server();
	const link = () =>
		relayLink({
			url,
			random: systemRandom,
			connect: (to) => new WebSocket(to) as unknown as Socket
		});
	const verifyAsync = await nativeVerify();
	const base = { join: joinKeys(systemRandom(64)), ...(verifyAsync ? { verifyAsync } : {}) };
	const recovery = systemRandom(16);
	const facilitator = await createFacilitatorRoom({
		...base,
		store: memoryStore(),
		links: [link()],
		writerSeed: systemRandom(32),
		recovery,
		fresh: true
	});
	open.push(() => facilitator.close());
	await until(facilitator, () => facilitator.network().relay === 'connected');
	const phone = await joinRoom({
		...base,
		store: memoryStore(),
		links: [link()],
		writerSeed: systemRandom(32),
		fingerprint: fingerprintOf(facilitatorKeys(recovery).root)
	});
	open.push(() => phone.close());
	await until(phone, () => phone.admission() === 'in');
	const channel = `in/${phone.self}` as const;
	for (let i = 0; i < 10; i++)
		await phone.change(channel, (doc) => doc.getMap('answers').set(`k${i}`, 'word '.repeat(200)));
	await facilitator.change('stage', (doc) => doc.getMap('answers').set('step', 2));
	await until(phone, () => phone.progress(channel).room === 10);
	await until(phone, () => phone.doc('stage').getMap('answers').get('step') === 2);
	expect(facilitator.doc(channel).getMap('answers').size).toBe(10);
	expect(phone.check).toEqual(facilitator.check);
}, 30_000);
