import { connect, createServer } from 'node:net';
import { preciseNow } from './process.ts';

/** Bytes on the wire between two moments: everything, headers and WebSocket frames included. */
export interface Wire {
	readonly down: number;
	readonly up: number;
	readonly connections: number;
}

/** A way to the relay that counts every byte, whoever asked for it: the page, a worker, the browser itself. */
export interface Meter {
	readonly port: number;
	/** This meter's clock: ms since 1970. */
	now(): number;
	between(from: number, to: number): Wire;
	close(): Promise<void>;
}

export async function startMeter(target: number): Promise<Meter> {
	const moved: { at: number; down: number; up: number; connections: number }[] = [];
	const note = (what: Partial<Wire>): void =>
		void moved.push({ at: preciseNow(), down: 0, up: 0, connections: 0, ...what });
	const open = new Set<{ destroy(): void }>();
	const server = createServer((near) => {
		const far = connect(target, '127.0.0.1');
		note({ connections: 1 });
		near.on('data', ({ length }) => note({ up: length }));
		far.on('data', ({ length }) => note({ down: length }));
		for (const [from, to] of [
			[near, far],
			[far, near]
		] as const) {
			open.add(from);
			from.on('error', () => to.destroy());
			from.once('close', () => {
				open.delete(from);
				to.destroy();
			});
			from.pipe(to);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		now: preciseNow,
		between(from, to) {
			const before = moved.filter(({ at }) => at >= from && at <= to);
			const sum = (key: keyof Wire): number => before.reduce((all, part) => all + part[key], 0);
			return { down: sum('down'), up: sum('up'), connections: sum('connections') };
		},
		async close() {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
