import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { MAX_FRAME } from '#lib/sync/protocol/limits.ts';
import type { RelayEffect, RelayEvent } from './core/event.ts';
import { pathOf, refuseSocket } from './http.ts';
import { Outbox, SLOW } from './outbox.ts';

/** Times in ms and bytes that bound what one connection may cost. */
export interface SocketLimits {
	/** Between two signs of life asked for; a connection that gave none since the last is cut. */
	readonly beat: number;
	/** A slow reader that takes nothing for so long is cut. */
	readonly stall: number;
	/** Of everything waiting for all readers; beyond it the slowest is cut. */
	readonly waiting: number;
}

export const SOCKET_LIMITS: SocketLimits = {
	beat: 10_000,
	stall: 10_000,
	waiting: 256 * 1024 * 1024
};

interface Connection {
	readonly socket: WebSocket;
	readonly outbox: Outbox;
	isAlive: boolean;
}

/** Frames to a connection, or its end. */
export type SocketEffect = Extract<RelayEffect, { type: 'send' | 'close' }>;

export interface SocketOptions {
	/** Public address whose pages may connect beside those of the address asked for. */
	readonly origin: string | undefined;
	/** Carried by refusals too. */
	readonly headers: Readonly<Record<string, string>>;
	readonly limits: SocketLimits;
	readonly clock: () => number;
	readonly onevent: (event: RelayEvent) => void;
}

/**
 * The WebSockets of the relay. Turns what happens on them into events for the core and carries out its
 * effects; knows nothing of rooms. Every id is new for every connection.
 */
export class Sockets {
	readonly #server = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		maxPayload: MAX_FRAME,
		perMessageDeflate: false
	});
	readonly #connections = new Map<string, Connection>();
	readonly #options: SocketOptions;
	#opened = 0;
	#beaten: number;
	#closing = false;

	constructor(options: SocketOptions) {
		this.#options = options;
		this.#beaten = options.clock();
	}

	/** For the web server's `upgrade`: opens a socket on `/sync` for pages of this origin and for programs. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const { headers, origin } = this.#options;
		socket.on('error', () => socket.destroy());
		if (this.#closing) refuseSocket(socket, 503, headers);
		else if (pathOf(request.url ?? '') !== '/sync') refuseSocket(socket, 404, headers);
		else if (!isOwnPage(request, origin)) refuseSocket(socket, 403, headers);
		else this.#server.handleUpgrade(request, socket, head, (open) => this.#accept(open));
	}

	carryOut(effect: SocketEffect): void {
		const connection = this.#connections.get(effect.connection);
		if (!connection) return;
		if (effect.type === 'close') {
			connection.outbox.end(1008);
			return;
		}
		connection.outbox.send(effect.frame);
		// Who does not read is not listened to, so that asking again and again cannot pile up answers.
		if (connection.outbox.waiting > SLOW) connection.socket.pause();
	}

	/** About once a second: cuts the dead and the stalled, asks the quiet for a sign of life. */
	tick(): void {
		const { limits, clock } = this.#options;
		const beats = clock() - this.#beaten >= limits.beat;
		if (beats) this.#beaten = clock();
		let waiting = 0;
		let slowest: Connection | undefined;
		for (const connection of this.#connections.values()) {
			const { socket, outbox } = connection;
			waiting += outbox.waiting;
			if (!slowest || outbox.waiting > slowest.outbox.waiting) slowest = connection;
			if (socket.isPaused && outbox.waiting <= SLOW) socket.resume();
			if (outbox.stalled(limits.stall)) socket.terminate();
			else if (beats && !connection.isAlive && !socket.isPaused) socket.terminate();
			else if (beats) {
				connection.isAlive = false;
				socket.ping();
			}
		}
		if (waiting > limits.waiting) slowest?.socket.terminate();
	}

	/** Ends everything with "going away"; resolves when all are gone, after `patience` ms by force. */
	async close(patience: number): Promise<void> {
		this.#closing = true;
		const gone = [...this.#connections.values()].map(
			({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve()))
		);
		for (const { outbox } of this.#connections.values()) outbox.end(1001);
		const force = setTimeout(() => {
			for (const { socket } of this.#connections.values()) socket.terminate();
		}, patience);
		await Promise.all(gone);
		clearTimeout(force);
	}

	#accept(socket: WebSocket): void {
		const { clock, onevent } = this.#options;
		const id = (this.#opened++).toString(36);
		const connection: Connection = { socket, outbox: new Outbox(socket, clock), isAlive: true };
		this.#connections.set(id, connection);
		socket.on('message', (data) => {
			connection.isAlive = true;
			onevent({ type: 'frame', connection: id, bytes: plainBytes(data), now: clock() });
		});
		socket.on('pong', () => (connection.isAlive = true));
		// A broken frame or a reset line: `close` follows and tells the core.
		socket.on('error', () => socket.terminate());
		socket.on('close', () => {
			this.#connections.delete(id);
			onevent({ type: 'close', connection: id, now: clock() });
		});
		const nonce = new Uint8Array(randomBytes(32));
		onevent({ type: 'open', connection: id, nonce, now: clock() });
	}
}

/** A view that is not a Buffer, because `slice` of a Buffer does not copy and the core relies on copies. */
function plainBytes(data: RawData): Uint8Array {
	const whole = Array.isArray(data) ? Buffer.concat(data) : data;
	return ArrayBuffer.isView(whole)
		? new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
		: new Uint8Array(whole);
}

/** A page must come from this relay's own address; programs send no Origin, and a page cannot leave it out. */
function isOwnPage(request: IncomingMessage, origin: string | undefined): boolean {
	const from = request.headers.origin;
	if (from === undefined || from === origin) return true;
	return URL.canParse(from) && new URL(from).host === request.headers.host?.toLowerCase();
}
