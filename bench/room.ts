// `npm run bench room`: protocol phones with real cryptography against the real relay, beside a bare echo of
// the same load. Prints JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { seededRandom, systemRandom } from '#lib/base/random.ts';
import { createFacilitatorRoom, type FacilitatorRoom } from '#lib/sync/room.ts';
import { deviceOptions, recoveryOf } from './device.ts';
import { growth, times, type Times } from './figures.ts';
import {
	messageOf,
	pause,
	preciseNow,
	startModule,
	startRelayProcess,
	usageOf
} from './process.ts';
import type { Helper, Usage } from './process.ts';

const BURST = 3000;
const STEPS = 12;
/** Phones with a process of their own. */
const PROBE = 5;
const STEP_EVERY = 250;
/** Bytes of one answer and of one step as entries; the baseline sends as much. */
const ENTRY_SIZE = 400;

interface Measured {
	/** Answer made on the phone until the facilitator's device has it in its document. */
	readonly answer: Times;
	/** Answer made until the phone may say "sent"; none for the baseline, which acknowledges nothing. */
	readonly sent: Times;
	/** Step made by the facilitator until the phone has it in its document; one overtaken by the next is not counted. Of the probe alone. */
	readonly step: Times;
	/** Processor of the process that plays all phones, in percent of one core: near 100 it limits the times above. */
	readonly phonesCore: number;
	/** Of the relay: processor ms and bytes during the load, memory after it in KiB. */
	readonly relay: Usage;
	/** Share of one core during the load, in percent. */
	readonly core: number;
}

/** The far end of the phones: reports each answer's time and can make a step. */
interface Hub {
	readonly answers: number[];
	step(): Promise<unknown>;
	close(): unknown;
}

/**
 * The room's phones in one process and a few in another: a process that plays hundreds is slower than any
 * phone, so only the few tell when a step arrived.
 */
const both = (
	module: string,
	args: (count: number) => readonly string[],
	size: number
): readonly [Helper, Helper] => [
	startModule(module, args(size - PROBE)),
	startModule(module, args(PROBE))
];

/** Waits until these processes do next to nothing, as a room does that has just sat down. */
async function settle(pids: readonly number[]): Promise<void> {
	const used = (): number => pids.reduce((sum, pid) => sum + usageOf(pid).cpu, 0);
	for (let before = used(), turn = 0; turn < 60; turn++) {
		await pause(500);
		const now = used();
		if (now - before <= 30) return;
		before = now;
	}
}

async function measure(
	size: number,
	hub: Hub,
	[phones, probe]: readonly [Helper, Helper],
	relay: number
): Promise<Measured> {
	await Promise.all([messageOf(phones, 'in'), messageOf(probe, 'in')]);
	await settle([relay, phones.pid, probe.pid, process.pid]);
	const before = usageOf(relay);
	const phonesBefore = usageOf(phones.pid).cpu;
	const started = preciseNow();
	const sent = [phones, probe].map((some) => messageOf<{ acknowledged: number[] }>(some, 'sent'));
	for (const { child } of [phones, probe]) child.send({ type: 'burst', round: 1, over: BURST });
	const acknowledged = (await Promise.all(sent)).flatMap((some) => some.acknowledged);
	const patience = preciseNow() + 20_000;
	while (hub.answers.length < size && preciseNow() < patience) await pause(10);
	for (let i = 0; i < STEPS; i++) {
		await hub.step();
		await pause(STEP_EVERY);
	}
	const after = usageOf(relay);
	const phonesCpu = usageOf(phones.pid).cpu - phonesBefore;
	const took = preciseNow() - started;
	await settle([relay, phones.pid]);
	const told = messageOf<{ steps: number[] }>(probe, 'steps');
	probe.child.send({ type: 'steps' });
	const { steps } = await told;
	const cpu = after.cpu - before.cpu;
	return {
		answer: times(hub.answers),
		sent: times(acknowledged),
		step: times(steps),
		phonesCore: Number(((phonesCpu / took) * 100).toFixed(1)),
		relay: { cpu, bytes: after.bytes - before.bytes, rss: after.rss },
		core: Number(((cpu / took) * 100).toFixed(1))
	};
}

function hubOf(room: FacilitatorRoom): Hub {
	const answers: number[] = [];
	const seen = new Set<string>();
	room.subscribe(({ channel }) => {
		if (!channel?.startsWith('in/') || seen.has(channel)) return;
		for (const value of room.doc(channel).getMap('answers').values())
			if (value instanceof Object && 'at' in value && typeof value.at === 'number') {
				answers.push(preciseNow() - value.at);
				seen.add(channel);
			}
	});
	return {
		answers,
		step: () =>
			room.change('stage', (doc) => {
				doc.getMap('now').set('at', preciseNow());
			}),
		close: () => room.close()
	};
}

async function real(size: number, relayFile: string, app: string): Promise<Measured> {
	const data = await mkdtemp(join(tmpdir(), 'plenum-bench-'));
	const relay = await startRelayProcess(relayFile, ['--data', data, '--app', app]);
	const url = `ws://127.0.0.1:${String(relay.port)}/sync`;
	const seed = 1000 + size;
	const room = await createFacilitatorRoom({
		...deviceOptions(seed, url, systemRandom),
		recovery: recoveryOf(seed),
		fresh: true
	});
	const phones = both('phones', (count) => [url, String(count), String(seed)], size);
	try {
		return await measure(size, hubOf(room), phones, relay.pid);
	} finally {
		await Promise.all(phones.map((some) => some.stop()));
		await room.close();
		await relay.stop();
		await rm(data, { recursive: true });
	}
}

async function baseline(size: number): Promise<Measured> {
	const echo = startModule('echo', []);
	const { port } = await messageOf<{ port: number }>(echo, 'listening');
	const url = `ws://127.0.0.1:${String(port)}`;
	const socket = new WebSocket(`${url}/hub`);
	const answers: number[] = [];
	socket.on('message', (data: Buffer) => answers.push(preciseNow() - data.readDoubleBE(0)));
	await new Promise((resolve) => socket.once('open', resolve));
	const hub: Hub = {
		answers,
		step() {
			const bytes = Buffer.alloc(ENTRY_SIZE);
			bytes.writeDoubleBE(preciseNow(), 0);
			socket.send(bytes);
			return Promise.resolve();
		},
		close: () => socket.close()
	};
	const phones = both(
		'bare-phones',
		(count) => [`${url}/phone`, String(count), '0', String(ENTRY_SIZE)],
		size
	);
	try {
		return await measure(size, hub, phones, echo.pid);
	} finally {
		await Promise.all(phones.map((some) => some.stop()));
		hub.close();
		await echo.stop();
	}
}

const [relayFile = '', app = '', sizeList = '30,100,300', repeats = '1'] = process.argv.slice(2);
const sizes = sizeList.split(',').map(Number);
const runs: { size: number; real: Measured; baseline: Measured; load: number }[] = [];
for (let repeat = 0; repeat < Number(repeats); repeat++)
	for (const size of sizes) {
		console.error(`room of ${String(size)}, run ${String(repeat + 1)} of ${repeats}`);
		const load = loadavg()[0] ?? 0;
		runs.push({
			size,
			load,
			baseline: await baseline(size),
			real: await real(size, relayFile, app)
		});
	}

const random = seededRandom(1).next;
const fit = (value: (run: (typeof runs)[number]) => number) =>
	growth(
		runs.map((run) => ({ size: run.size, value: value(run) })),
		random
	);
console.log(
	JSON.stringify(
		{
			bench: 'room',
			unit: { times: 'ms', cpu: 'ms', rss: 'KiB', core: 'percent of one core' },
			facilitator: 'a room in Node: no browser, nothing painted',
			runs,
			growth: {
				relayCpu: fit(({ real: { relay } }) => relay.cpu),
				relayBytes: fit(({ real: { relay } }) => relay.bytes),
				relayBytesPerPhone: fit(({ size, real: { relay } }) => relay.bytes / size)
			}
		},
		undefined,
		'\t'
	)
);
process.exit(0);
