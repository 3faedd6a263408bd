import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { seededRandom } from '#lib/base/random.ts';
import type { LogStore, Room } from '#lib/sync/contract.ts';
import { joinKeys } from '#lib/sync/keys.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { createFacilitatorRoom, joinRoom, type FacilitatorRoom } from '#lib/sync/room.ts';
import { bundle } from '../../scripts/build-relay.mjs';
import { nodeSuite } from '../sync/node-suite.ts';

/** Resolves once `met` holds; rejects with what it waited for after a time far beyond any honest wait. */
export async function until(what: string, met: () => boolean, patience = 30_000): Promise<void> {
	const end = Date.now() + patience;
	while (!met()) {
		if (Date.now() > end) throw new Error(`still waiting for: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** A folder that goes away with `remove`, holding a smallest possible built app. */
export async function scratch(): Promise<{
	readonly app: string;
	readonly data: string;
	remove(): Promise<void>;
}> {
	const folder = await mkdtemp(join(tmpdir(), 'plenum-relay-'));
	const app = join(folder, 'app');
	await mkdir(app);
	await writeFile(
		join(app, '200.html'),
		`<!doctype html><meta http-equiv="content-security-policy" content="default-src 'none'">`
	);
	return {
		app,
		data: join(folder, 'data'),
		remove: () => rm(folder, { recursive: true, force: true })
	};
}

let bundled: Promise<string> | undefined;

/** The relay as people run it: one bundled module. Made once per test file. */
function relayModule(): Promise<string> {
	bundled ??= (async () => {
		const file = fileURLToPath(
			new URL(`../../dist/test-${process.pid}/relay.mjs`, import.meta.url)
		);
		await bundle(fileURLToPath(new URL('../../src/relay/main.ts', import.meta.url)), file);
		return file;
	})();
	return bundled;
}

/** Removes what `runRelay` bundled. */
export const removeBundle = async (): Promise<void> => {
	if (bundled) await rm(join(await bundled, '..'), { recursive: true, force: true });
};

export interface RelayProcess {
	readonly child: ChildProcess;
	/** Port it said it listens on; 0 when it ended before. */
	readonly port: number;
	readonly output: () => { readonly out: string; readonly err: string };
	/** Exit code, or the signal's name. */
	readonly ended: Promise<number | string>;
}

/** Starts the relay as a process of its own; resolves when it listens or has ended. */
export async function runRelay(
	flags: readonly string[],
	environment: Readonly<Record<string, string>> = {}
): Promise<RelayProcess> {
	const child = spawn(process.execPath, [await relayModule(), ...flags], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { PATH: process.env.PATH, HOME: tmpdir(), ...environment }
	});
	let out = '';
	let err = '';
	let isOver = false;
	child.stdout.on('data', (part) => (out += String(part)));
	child.stderr.on('data', (part) => (err += String(part)));
	const ended = new Promise<number | string>((resolve) =>
		child.once('close', (code, signal) => {
			isOver = true;
			resolve(code ?? signal ?? 'nothing');
		})
	);
	await until('the relay to listen or end', () => isOver || out.includes('Stop with'));
	const port = Number(/ready: http:\/\/[^\n]*:(\d+)/.exec(out)?.[1] ?? 0);
	return { child, port, output: () => ({ out, err }), ended };
}

/** Devices of one room that reach the relay at `port()`, with real keys and real sockets, logs in memory. */
export class Devices {
	readonly #random;
	readonly #join;
	readonly #recovery: Uint8Array;
	readonly #port: () => number;
	readonly #rooms: Room[] = [];

	constructor(seed: number, port: () => number) {
		this.#random = seededRandom(seed);
		this.#join = joinKeys(this.#random(32), nodeSuite);
		this.#recovery = this.#random(16);
		this.#port = port;
	}

	async facilitator(store: LogStore = memoryStore()): Promise<FacilitatorRoom> {
		const room = await createFacilitatorRoom({
			...this.#device(store),
			recovery: this.#recovery,
			fresh: true
		});
		this.#rooms.push(room);
		return room;
	}

	async phone(store: LogStore = memoryStore()): Promise<Room> {
		const room = await joinRoom(this.#device(store));
		this.#rooms.push(room);
		return room;
	}

	async close(): Promise<void> {
		await Promise.all(this.#rooms.splice(0).map((room) => room.close()));
	}

	#device(store: LogStore) {
		const link = relayLink({
			url: '',
			random: this.#random,
			connect: () => new WebSocket(`ws://127.0.0.1:${String(this.#port())}/sync`) as Socket
		});
		return {
			store,
			links: [link],
			join: this.#join,
			writerSeed: this.#random(32),
			random: this.#random,
			suite: nodeSuite
		};
	}
}

/** Writes one answer into the phone's own inbox; resolves once it is on the phone. */
export const answer = (phone: Room, key: string, text: string): Promise<number> =>
	phone.change(`in/${phone.self}`, (doc) => {
		doc.getMap('answers').set(key, text);
	});

/** What a facilitator reads of a phone. */
export const answersOf = (facilitator: Room, phone: Room): Record<string, unknown> =>
	facilitator.doc(`in/${phone.self}`).getMap('answers').toJSON();

export const sentBy = (phone: Room): number => phone.progress(`in/${phone.self}`).sent;
