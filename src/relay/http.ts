import {
	createServer,
	STATUS_CODES,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import type { Duplex } from 'node:stream';
import { staticFiles, type Handler } from './static-files.ts';

/** What `GET /health` tells: numbers only, nothing about who is in a room. */
export interface Health {
	readonly status: 'ok' | 'storage-failed';
	readonly rooms: number;
	readonly connections: number;
	readonly version: string;
}

const LONGEST_URL = 2048;

/**
 * The web server without its WebSocket: the built app and `/health`, by GET and HEAD only, with every size
 * and time bounded. It sets no cookie, keeps no access log and allows no other origin.
 */
export function webServer(options: {
	readonly app: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly health: () => Health;
	/** Where phones in the same network reach this machine; told only to the machine itself. */
	readonly addresses?: () => readonly string[];
}): Server {
	const files = staticFiles(options.app, (_request, response) => {
		answer(response, 404, 'Nothing is here.');
	});
	const handle: Handler = (request, response) => {
		for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
		const url = request.url ?? '';
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			refuse(response, 405, 'Only GET and HEAD are answered here.');
		} else if (url.length > LONGEST_URL) refuse(response, 414, 'The address is too long.');
		else if (!isPlainPath(url)) refuse(response, 400, 'The address is not understood.');
		else if (pathOf(url) === '/health') {
			const health = options.health();
			const near = isFromHere(request) ? { addresses: options.addresses?.() ?? [] } : {};
			response.setHeader('Cache-Control', 'no-store');
			response.setHeader('Content-Type', 'application/json');
			response.statusCode = health.status === 'ok' ? 200 : 503;
			response.end(JSON.stringify({ ...health, ...near }));
		} else if (pathOf(url) === '/sync') {
			response.setHeader('Upgrade', 'websocket');
			answer(response, 426, 'Only WebSockets are answered here.');
		} else files(request, response);
	};
	const server = createServer({ maxHeaderSize: 8192, keepAliveTimeout: 10_000 }, handle);
	server.headersTimeout = 10_000;
	server.requestTimeout = 15_000;
	server.maxHeadersCount = 64;
	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : timedOut(error) ? 408 : 400;
		refuseSocket(socket, status, options.headers);
	});
	return server;
}

/** Ends a connection that never became a request with a whole response, headers included. */
export function refuseSocket(
	socket: Duplex,
	status: number,
	headers: Readonly<Record<string, string>>
): void {
	if (!socket.writable) {
		socket.destroy();
		return;
	}
	const lines = Object.entries({ ...headers, Connection: 'close', 'Content-Length': '0' });
	socket.end(
		`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n` +
			`${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
		() => socket.destroy()
	);
}

export const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

/** Starts with one slash, decodes, and holds nothing that some file system reads as a way out of a folder. */
function isPlainPath(url: string): boolean {
	try {
		const path = decodeURIComponent(pathOf(url));
		const steps = path.split('/').slice(1);
		const hasControl = [...path].some((character) => character < ' ' || character === '\x7f');
		return (
			path.startsWith('/') &&
			!path.startsWith('//') &&
			!path.includes('\\') &&
			!hasControl &&
			!steps.some((step) => step === '..' || step === '.')
		);
	} catch {
		return false;
	}
}

/** Asked on this machine by its own name: a page of elsewhere or a proxy in front brings another host. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
	const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
	const isLoopback = from === '::1' || from.startsWith('127.');
	const isNamedHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(headers.host ?? '');
	return isLoopback && isNamedHere && headers['x-forwarded-for'] === undefined;
}

const timedOut = (error: NodeJS.ErrnoException): boolean =>
	error.code === 'ERR_HTTP_REQUEST_TIMEOUT';

function answer(response: ServerResponse, status: number, text: string): void {
	response.statusCode = status;
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(`${text}\n`);
}

/** Answers and hangs up, because whatever else this client was about to send is not wanted. */
function refuse(response: ServerResponse, status: number, text: string): void {
	response.setHeader('Connection', 'close');
	answer(response, status, text);
}
