import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { seededRandom } from '#lib/base/random.ts';
import { joinKeys, facilitatorKeys, writerKeys } from '#lib/sync/keys.ts';
import { encodeFrame } from '#lib/sync/protocol/frame.ts';
import { MAX_FRAME } from '#lib/sync/protocol/limits.ts';
import { authBytes, makeCert, pinOf } from '#lib/sync/protocol/statements.ts';
import { nodeSuite } from '../sync/node-suite.ts';
import { startRelay, type Parts, type RunningRelay } from '../../src/relay/relay.ts';
import { memoryStore } from '../../src/relay/store-memory.ts';
import type { EntryStore } from '../../src/relay/store.ts';
import { answer, answersOf, Devices, scratch, sentBy, until } from './support.ts';

let place: Awaited<ReturnType<typeof scratch>>;
let relay: RunningRelay | undefined;
const closers: (() => unknown)[] = [];

beforeEach(async () => {
	place = await scratch();
});
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
	await relay?.close();
	relay = undefined;
	await place.remove();
});

async function start(parts: Partial<Parts> = {}, origin?: string): Promise<RunningRelay> {
	relay = await startRelay(
		{ port: 0, host: '127.0.0.1', data: place.data, app: place.app, origin },
		{ version: '0', openStore: () => memoryStore(), ...parts }
	);
	return relay;
}

const address = (): string => `127.0.0.1:${String(relay?.port)}`;

function socket(headers: Record<string, string> = {}): {
	readonly raw: WebSocket;
	readonly closed: Promise<number>;
	readonly opened: Promise<void>;
} {
	const raw = new WebSocket(`ws://${address()}/sync`, { headers });
	const closed = new Promise<number>((resolve) => raw.once('close', resolve));
	const opened = new Promise<void>((resolve, reject) => {
		raw.once('message', () => resolve());
		raw.once('error', reject);
	});
	opened.catch(() => undefined);
	closers.push(() => raw.terminate());
	return { raw, closed, opened };
}

async function health(): Promise<Record<string, unknown>> {
	return (await (await fetch(`http://${address()}/health`)).json()) as Record<string, unknown>;
}

function devices(seed: number): Devices {
	const made = new Devices(seed, () => relay?.port ?? 0);
	closers.push(() => made.close());
	return made;
}

describe('sockets of the relay', { timeout: 180_000 }, () => {
	test('a page of another site is refused, the own page and programs are not', async () => {
		await start({}, 'https://plenum.example.org');
		await expect(socket({ Origin: 'https://evil.example' }).opened).rejects.toThrow('403');
		await expect(socket({ Origin: 'null' }).opened).rejects.toThrow('403');
		await socket({ Origin: `http://${address()}` }).opened;
		await socket({ Origin: 'https://plenum.example.org' }).opened;
		await socket().opened;
		expect(await health()).toMatchObject({ connections: 3 });
	});

	test('there is a socket at /sync and nowhere else', async () => {
		await start();
		const elsewhere = new WebSocket(`ws://${address()}/else`);
		const error = await new Promise<Error>((resolve) => elsewhere.once('error', resolve));
		expect(error.message).toContain('404');
	});

	test('frames beyond the limit and endless garbage end one connection and nothing else', async () => {
		await start();
		const good = devices(21);
		const facilitator = await good.facilitator();
		const phone = await good.phone();
		await until('the phone to be in', () => phone.admission() === 'in');

		const large = socket();
		await large.opened;
		large.raw.send(Buffer.alloc(MAX_FRAME + 1));
		expect(await large.closed).toBe(1009);

		const endings: Promise<number>[] = [];
		const random = seededRandom(22);
		for (let i = 0; i < 20; i++) {
			const hostile = socket();
			await hostile.opened;
			for (let frame = 0; frame < 50; frame++)
				hostile.raw.send(frame % 3 === 0 ? '{"type":"auth"}' : random(1 + (frame % 7) * 60));
			endings.push(hostile.closed);
		}
		expect(await Promise.all(endings)).toEqual(Array(20).fill(1008));

		await answer(phone, 'a', 'still here');
		await until('the answer to arrive', () => answersOf(facilitator, phone).a === 'still here');
		expect(await health()).toMatchObject({ status: 'ok', connections: 2 });
	});

	test('a torn WebSocket frame does not reach the rooms', async () => {
		await start();
		const line = connect(relay?.port ?? 0, '127.0.0.1');
		closers.push(() => line.destroy());
		line.write(
			`GET /sync HTTP/1.1\r\nHost: ${address()}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
				`Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`
		);
		await new Promise((resolve) => line.once('data', resolve));
		const gone = new Promise((resolve) => line.once('close', resolve));
		line.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
		await gone;
		expect(await health()).toMatchObject({ connections: 0 });
	});

	test('sent is said only after the store has it for good', async () => {
		const medium = new Map<string, Uint8Array>();
		const kept = memoryStore(medium);
		let release: (() => void) | undefined;
		let isHeld = false;
		await start({
			openStore: (): EntryStore => ({
				...kept,
				async commit(changes) {
					if (isHeld) await new Promise<void>((resolve) => (release = resolve));
					await kept.commit(changes);
				}
			})
		});
		const all = devices(23);
		const facilitator = await all.facilitator();
		const phone = await all.phone();
		await until('the phone to be in', () => phone.admission() === 'in');
		await answer(phone, 'a', 'one');
		await until('one to be sent', () => sentBy(phone) === 1);

		isHeld = true;
		await answer(phone, 'b', 'two');
		await until('the store to be asked', () => release !== undefined);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect([sentBy(phone), answersOf(facilitator, phone)]).toEqual([1, { a: 'one' }]);
		isHeld = false;
		release?.();
		await until('two to be sent', () => sentBy(phone) === 2);
		await until('two to arrive', () => answersOf(facilitator, phone).b === 'two');
	});

	test('a full disk stops acknowledgements, is told, and heals without loss', async () => {
		const kept = memoryStore();
		const told: string[] = [];
		let isFull = false;
		await start({
			report: (sentence) => told.push(sentence),
			openStore: () => ({
				...kept,
				commit: (changes) =>
					isFull
						? Promise.reject(Object.assign(new Error('disk full'), { code: 'ENOSPC' }))
						: kept.commit(changes)
			})
		});
		const all = devices(24);
		const facilitator = await all.facilitator();
		const phone = await all.phone();
		await until('the phone to be in', () => phone.admission() === 'in');
		isFull = true;
		await answer(phone, 'a', 'one');
		await until('the operator to be told', () => told.length > 0);
		expect(told[0]).toContain('ENOSPC');
		expect(sentBy(phone)).toBe(0);
		expect((await fetch(`http://${address()}/health`)).status).toBe(503);
		isFull = false;
		await until('the answer to be sent after all', () => sentBy(phone) === 1);
		await until('it to arrive', () => answersOf(facilitator, phone).a === 'one');
		expect(await health()).toMatchObject({ status: 'ok' });
	});

	test('200 devices come back after a restart and nothing is lost', async () => {
		const medium = new Map<string, Uint8Array>();
		const first = await start({ openStore: () => memoryStore(medium) });
		const all = devices(25);
		const facilitator = await all.facilitator();
		const phones = await Promise.all(Array.from({ length: 200 }, () => all.phone()));
		await until('200 to be in', () => phones.every((p) => p.admission() === 'in'));
		for (const phone of phones) void answer(phone, 'before', 'yes');
		await until('all to be sent', () => phones.every((p) => sentBy(p) === 1));
		await first.close();
		await Promise.all(phones.map((phone) => answer(phone, 'during', 'yes')));
		expect(phones.filter((phone) => sentBy(phone) > 1)).toEqual([]);
		await start({ openStore: () => memoryStore(medium) });
		await until('all to be sent again', () => phones.every((p) => sentBy(p) === 2));
		await until('all to arrive', () =>
			phones.every((p) => Object.keys(answersOf(facilitator, p)).length === 2)
		);
		expect(await health()).toMatchObject({ connections: 201, rooms: 1 });
	});

	test('a reader that takes nothing is cut, and the others never notice', async () => {
		await start({ limits: { stall: 1500 } });
		const random = seededRandom(26);
		const all = devices(26);
		const facilitator = await all.facilitator();
		const phone = await all.phone();
		await until('the phone to be in', () => phone.admission() === 'in');

		const slow = await stuckFacilitator(26);
		expect(await health()).toMatchObject({ connections: 3 });
		// Text that cannot be packed smaller, in many entries: about 6 MB pass by the one that does not read.
		for (let i = 0; i < 500; i++) {
			const text = Buffer.from(random(9000)).toString('base64');
			await facilitator.change('stage', (doc) => {
				doc.getMap('now').set('text', text);
			});
		}
		await until('the slow one to be gone', () => slow.isGone());
		await answer(phone, 'a', 'one');
		await until('the answer to arrive', () => answersOf(facilitator, phone).a === 'one');
		expect(await health()).toMatchObject({ connections: 2 });
	});
});

/** A certified facilitator device that logs in on a bare socket and then stops reading. */
async function stuckFacilitator(seed: number): Promise<{ isGone(): boolean }> {
	const random = seededRandom(seed);
	const join = joinKeys(random(32), nodeSuite);
	const root = facilitatorKeys(random(16), nodeSuite);
	const keys = writerKeys(new Uint8Array(randomBytes(32)), nodeSuite);
	const { raw } = socket();
	const nonce = await new Promise<Uint8Array>((resolve) =>
		raw.once('message', (data: Buffer) => resolve(Uint8Array.from(data.subarray(2, 34))))
	);
	raw.send(
		encodeFrame({
			type: 'auth',
			roomId: join.roomId,
			pin: pinOf(root.root),
			record: makeCert(join.roomId, keys.writer, root.rootSeed, nodeSuite.sign),
			signature: nodeSuite.sign(authBytes(nonce, join.roomId), keys.seed)
		})
	);
	await new Promise((resolve) => raw.once('message', resolve));
	raw.pause();
	let isGone = false;
	raw.once('close', () => (isGone = true));
	return {
		isGone() {
			// A paused socket does not notice its own end; what the relay counts is what matters.
			if (!isGone) void health().then(({ connections }) => (isGone = connections === 2));
			return isGone;
		}
	};
}
