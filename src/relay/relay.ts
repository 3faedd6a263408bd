import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import { createRelay } from './core.ts';
import type { RelayEvent } from './core/event.ts';
import { pagePolicy, securityHeaders } from './headers.ts';
import { isReachable, lanAddresses } from './greeting.ts';
import { webServer } from './http.ts';
import { lockFolder } from './lock.ts';
import { SOCKET_LIMITS, Sockets, type SocketLimits } from './sockets.ts';
import { lmdbStore } from './store-lmdb.ts';
import type { EntryStore } from './store.ts';
import { nativeVerify } from './verify.ts';
import type { Config } from './config.ts';

/** A relay that listens. */
export interface RunningRelay {
	readonly port: number;
	/** Says good-bye to everybody, waits for what is being written, lets go of port and folder. Idempotent. */
	close(): Promise<void>;
}

/** Why a relay cannot start, as a sentence that says what, where and what to do. */
export class CannotStart extends Error {}

export interface Parts {
	readonly version: string;
	/** Tells the operator, in a sentence. */
	readonly report?: (sentence: string) => void;
	readonly openStore?: (folder: string) => EntryStore;
	readonly limits?: Partial<SocketLimits>;
}

/** How long a stopping relay waits for each of: commits, sockets. In ms. */
const PATIENCE = 2000;

/** Opens folder, store and port and runs until closed. Throws `CannotStart` when the surroundings do not allow it. */
export async function startRelay(config: Config, parts: Parts): Promise<RunningRelay> {
	const policy = await pagePolicy(config.app);
	if (policy === undefined)
		throw new CannotStart(
			`There is no built app in ${config.app}. Build it with "npm run build", or name its folder with --app.`
		);
	const headers = securityHeaders(policy, config.origin);
	const lock = await openFolder(config.data);
	const verify = nativeVerify();
	const report = parts.report ?? (() => undefined);
	let store: EntryStore;
	try {
		store = (parts.openStore ?? lmdbStore)(config.data);
	} catch (error) {
		await lock.release();
		throw new CannotStart(
			`The rooms in ${config.data} cannot be opened (${reasonOf(error)}). Choose another folder with --data, or move this one away.`
		);
	}
	let core = createRelay({ verify, stored: store.load() });
	let flying: Promise<void> = Promise.resolve();
	let storageFailed = false;

	const step = (event: RelayEvent): void => {
		for (const effect of core.step(event))
			switch (effect.type) {
				case 'send':
				case 'close':
					sockets.carryOut(effect);
					break;
				case 'commit':
					flying = commit(effect.commit, effect.changes);
					break;
				case 'restart':
					core = createRelay({ verify, stored: store.load() });
					break;
				default:
					effect satisfies never;
			}
	};
	const commit = async (
		id: number,
		changes: Parameters<EntryStore['commit']>[0]
	): Promise<void> => {
		try {
			await store.commit(changes);
			storageFailed = false;
			step({ type: 'committed', commit: id, now: Date.now() });
		} catch (error) {
			if (!storageFailed)
				report(
					`Nothing can be stored in ${config.data} (${reasonOf(error)}). Answers stay on the phones until it can; free some space.`
				);
			storageFailed = true;
			step({ type: 'failed', commit: id, now: Date.now() });
		}
	};
	const sockets = new Sockets({
		origin: config.origin,
		headers,
		limits: { ...SOCKET_LIMITS, ...parts.limits },
		clock: Date.now,
		onevent: step
	});
	const server = webServer({
		app: config.app,
		headers,
		health: () => ({
			status: storageFailed ? 'storage-failed' : 'ok',
			...core.counts(),
			version: parts.version
		}),
		addresses: () => (isReachable(config.host) ? lanAddresses(networkInterfaces()) : [])
	});
	server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
	try {
		server.listen({ port: config.port, ...(config.host ? { host: config.host } : {}) });
		await once(server, 'listening');
	} catch (error) {
		await store.close();
		await lock.release();
		throw new CannotStart(cannotListen(config, error));
	}
	const timer = setInterval(() => {
		sockets.tick();
		step({ type: 'tick', now: Date.now() });
	}, 1000);

	const stop = async (): Promise<void> => {
		clearInterval(timer);
		server.close();
		await Promise.race([flying, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
		await sockets.close(PATIENCE);
		server.closeAllConnections();
		await flying;
		await store.close();
		await lock.release();
	};
	let stopping: Promise<void> | undefined;
	return { port: portOf(server.address(), config.port), close: () => (stopping ??= stop()) };
}

async function openFolder(folder: string): Promise<{ release(): Promise<void> }> {
	let lock: Awaited<ReturnType<typeof lockFolder>>;
	try {
		await makeFolder(folder);
		lock = await lockFolder(folder);
	} catch (error) {
		throw new CannotStart(
			`The folder ${folder} cannot be written (${reasonOf(error)}). Choose another one with --data or DATA_DIR.`
		);
	}
	if (!lock)
		throw new CannotStart(
			`Another relay is using the folder ${folder}. Stop it, or choose another folder with --data.`
		);
	return lock;
}

/** Like mkdir's `recursive`, which never comes back from a place such as /proc where nothing can be made. */
async function makeFolder(folder: string): Promise<void> {
	const make = (): Promise<void> => mkdir(folder, { mode: 0o700 });
	try {
		await make();
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return;
		if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
		await makeFolder(dirname(folder));
		await make();
	}
}

function cannotListen(config: Pick<Config, 'port' | 'host'>, error: unknown): string {
	const port = String(config.port);
	switch (codeOf(error)) {
		case 'EADDRINUSE':
			return `Port ${port} is already in use. Stop the other program, or choose another port with --port.`;
		case 'EACCES':
			return `Port ${port} may not be used by this person. Choose one above 1023 with --port.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `${config.host ?? ''} is not an address of this computer. Give one with --host, or leave it out.`;
		default:
			return `Port ${port} cannot be opened (${reasonOf(error)}). Choose another one with --port.`;
	}
}

const portOf = (address: AddressInfo | string | null, fallback: number): number =>
	typeof address === 'object' && address ? address.port : fallback;

const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: undefined;

const reasonOf = (error: unknown): string =>
	codeOf(error) ?? (error instanceof Error ? error.message : String(error));
