import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { memoryStore } from '#lib/sync/memory-store.ts';
import {
	answer,
	answersOf,
	Devices,
	removeBundle,
	runRelay,
	scratch,
	sentBy,
	until,
	type RelayProcess
} from './support.ts';

let place: Awaited<ReturnType<typeof scratch>>;
const running: RelayProcess[] = [];

beforeEach(async () => {
	place = await scratch();
});
afterEach(async () => {
	for (const { child, ended } of running.splice(0)) {
		child.kill('SIGKILL');
		await ended;
	}
	await place.remove();
});
afterAll(removeBundle);

async function run(
	flags: readonly string[] = [],
	environment?: Record<string, string>
): Promise<RelayProcess> {
	const base = ['--host', '127.0.0.1', '--data', place.data, '--app', place.app];
	const relay = await runRelay([...base, ...flags], environment);
	running.push(relay);
	return relay;
}

describe('the relay as a process', { timeout: 180_000 }, () => {
	test('says where it is and answers', async () => {
		const relay = await run(['--port', '0']);
		const health = await fetch(`http://127.0.0.1:${String(relay.port)}/health`);
		expect(health.status).toBe(200);
		expect(await health.json()).toMatchObject({ status: 'ok', rooms: 0, connections: 0 });
		expect(relay.output().out).toContain(place.data);
	});

	test('takes its port from the environment', async () => {
		const relay = await run([], { PORT: '0' });
		expect(relay.port).toBeGreaterThan(0);
	});

	test('help explains itself and ends well', async () => {
		const relay = await run(['--help']);
		expect(await relay.ended).toBe(0);
		expect(relay.output().out).toContain('--data');
	});

	test.each([
		['an unknown flag', ['--colour', 'red'], '--colour'],
		['a port that is none', ['--port', 'http'], '"http"'],
		['an address that is not here', ['--port', '0', '--host', '203.0.113.7'], '203.0.113.7'],
		['a folder without an app', ['--port', '0', '--app', '/proc/self'], 'npm run build'],
		['a folder that cannot be made', ['--port', '0', '--data', '/proc/rooms'], '/proc/rooms']
	])('%s ends it with code 2 and one sentence', async (_what, flags, part) => {
		const relay = await run(flags);
		expect(await relay.ended).toBe(2);
		const { out, err } = relay.output();
		expect(out).toBe('');
		expect(err).toContain(part);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).not.toMatch(/Error|\bat /);
	});

	test('a port in use is named', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const relay = await run(['--port', String(port)]);
		other.close();
		expect(await relay.ended).toBe(2);
		expect(relay.output().err).toContain(`Port ${String(port)} is already in use`);
	});

	test('a second relay on the same folder is refused, and the folder is free after kill -9', async () => {
		const first = await run(['--port', '0']);
		const second = await run(['--port', '0']);
		expect(await second.ended).toBe(2);
		expect(second.output().err).toContain('Another relay');
		first.child.kill('SIGKILL');
		await first.ended;
		expect((await run(['--port', '0'])).port).toBeGreaterThan(0);
	});

	test('a store that is not one is refused and left as it is', async () => {
		await mkdir(place.data, { recursive: true });
		await writeFile(join(place.data, 'data.mdb'), 'my holiday pictures'.repeat(1000));
		const relay = await run(['--port', '0']);
		expect(await relay.ended).toBe(2);
		expect(relay.output().err).toContain(place.data);
	});

	test.each(['SIGTERM', 'SIGINT'] as const)(
		'%s says good-bye to everybody and ends with 0',
		async (signal) => {
			const relay = await run(['--port', '0']);
			const socket = new WebSocket(`ws://127.0.0.1:${String(relay.port)}/sync`);
			const closed = new Promise<number>((resolve) => socket.once('close', resolve));
			await new Promise((resolve) => socket.once('message', resolve));
			relay.child.kill(signal);
			expect(await closed).toBe(1001);
			expect(await relay.ended).toBe(0);
			expect(relay.output().err).toBe('');
		}
	);

	test('kill -9 in the middle of bursts loses no acknowledged entry', async () => {
		let relay = await run(['--port', '0']);
		const devices = new Devices(11, () => relay.port);
		const facilitator = await devices.facilitator();
		const phones = await Promise.all(Array.from({ length: 8 }, () => devices.phone()));
		await until('all to be in', () => phones.every((phone) => phone.admission() === 'in'));
		// From here on the facilitator is away: the relay alone holds what it has acknowledged.
		await facilitator.close();
		for (let round = 0; round < 3; round++) {
			const before = phones.reduce((sum, phone) => sum + sentBy(phone), 0);
			for (const phone of phones)
				for (let i = 0; i < 4; i++) void answer(phone, `${String(round)}.${String(i)}`, 'yes');
			await until(
				'some to be acknowledged',
				() => phones.reduce((sum, phone) => sum + sentBy(phone), 0) > before
			);
			relay.child.kill('SIGKILL');
			await relay.ended;
			relay = await run(['--port', '0']);
			await until('the rest to be sent', () =>
				phones.every((phone) => sentBy(phone) === (round + 1) * 4)
			);
		}
		const acknowledged = phones.map((phone) => sentBy(phone));
		// Phones gone, relay killed once more: what it serves now comes from its disk alone.
		await devices.close();
		relay.child.kill('SIGKILL');
		await relay.ended;
		relay = await run(['--port', '0']);
		const again = new Devices(11, () => relay.port);
		const reader = await again.facilitator();
		await until('everything acknowledged to be served', () =>
			phones.every((phone, at) => Object.keys(answersOf(reader, phone)).length === acknowledged[at])
		);
		await again.close();
	});

	test('a relay whose folder was wiped is filled again by the devices', async () => {
		let relay = await run(['--port', '0']);
		const devices = new Devices(12, () => relay.port);
		const facilitatorLog = memoryStore();
		const facilitator = await devices.facilitator(facilitatorLog);
		const phones = await Promise.all([devices.phone(), devices.phone(), devices.phone()]);
		await until('all to be in', () => phones.every((phone) => phone.admission() === 'in'));
		for (const phone of phones) await answer(phone, 'a', `from ${phone.self}`);
		await until('all to be sent', () => phones.every((phone) => sentBy(phone) === 1));
		await phones[0]?.close();
		relay.child.kill('SIGKILL');
		await relay.ended;
		await rm(place.data, { recursive: true });
		relay = await run(['--port', '0']);
		const [, ...present] = phones;
		for (const phone of present) await answer(phone, 'b', 'after');
		await until('the new ones to arrive', () =>
			present.every((phone) => Object.keys(answersOf(facilitator, phone)).length === 2)
		);
		// A second device that has nothing gets everything, the absent phone's answer included.
		const second = await devices.facilitator();
		await until('the second device to hold everything', () =>
			phones.every((phone) => answersOf(second, phone).a === `from ${phone.self}`)
		);
		await devices.close();
	});

	test('nothing but sealed bytes reaches the disk', async () => {
		const relay = await run(['--port', '0']);
		const devices = new Devices(13, () => relay.port);
		await devices.facilitator();
		const phone = await devices.phone();
		await until('the phone to be in', () => phone.admission() === 'in');
		await answer(phone, 'canary', 'canary-in-the-council-chamber');
		await until('it to be sent', () => sentBy(phone) === 1);
		await devices.close();
		relay.child.kill('SIGTERM');
		await relay.ended;
		const stored = await readFile(join(place.data, 'data.mdb'));
		expect(stored.length).toBeGreaterThan(0);
		expect(stored.includes('canary')).toBe(false);
	});
});
