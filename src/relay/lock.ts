import { connect, createServer } from 'node:net';
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

/** Longest path a Unix socket may have everywhere (108 bytes on Linux, 104 on macOS, one of them for the end). */
const LONGEST_SOCKET = 100;

/**
 * Keeps a second relay off the same folder, whose memory would not know what the first one writes. A socket
 * is the lock because the system frees it however the holder ends. Undefined = another relay holds it.
 */
export async function lockFolder(
	folder: string
): Promise<{ release(): Promise<void> } | undefined> {
	const path = await lockPath(folder);
	const first = await listen(path);
	if (first) return first;
	if (await answers(path)) return undefined;
	await rm(path, { force: true });
	return await listen(path);
}

async function lockPath(folder: string): Promise<string> {
	const whole = await realpath(folder);
	const id = createHash('sha256').update(whole).digest('hex').slice(0, 32);
	if (process.platform === 'win32') return `\\\\.\\pipe\\plenum-${id}`;
	const near = join(whole, 'relay.lock');
	return Buffer.byteLength(near) <= LONGEST_SOCKET ? near : join(tmpdir(), `plenum-${id}.lock`);
}

function listen(path: string): Promise<{ release(): Promise<void> } | undefined> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.destroy());
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(undefined);
			else reject(error);
		});
		server.listen(path, () => {
			server.unref();
			resolve({ release: () => new Promise((done) => server.close(() => done())) });
		});
	});
}

function answers(path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(path);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
