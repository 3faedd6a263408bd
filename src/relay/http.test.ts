import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagePolicy, securityHeaders } from './headers.ts';
import { webServer, type Health } from './http.ts';

const PAGE = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'sha256-abc='"><p>Plenum`;
const SCRIPT = 'export const answer = 42;'.repeat(40);

let folder: string;
let server: Server;
let port: number;
let health: Health = { status: 'ok', rooms: 3, connections: 12, version: '1.2.3' };

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'plenum-http-'));
	const app = join(folder, 'app');
	const assets = join(app, '_app', 'immutable');
	await mkdir(assets, { recursive: true });
	await writeFile(join(folder, 'secret.txt'), 'outside');
	await writeFile(join(app, '.env'), 'hidden');
	await writeFile(join(app, '200.html'), PAGE);
	await writeFile(join(app, 'service-worker.js'), SCRIPT);
	await writeFile(join(assets, 'start.js'), SCRIPT);
	await writeFile(join(assets, 'start.js.br'), brotliCompressSync(SCRIPT));
	await writeFile(join(assets, 'start.js.gz'), gzipSync(SCRIPT));
	await writeFile(join(assets, 'gone.js'), SCRIPT);
	const policy = await pagePolicy(app);
	server = webServer({
		app,
		headers: securityHeaders(policy ?? '', 'https://plenum.example.org'),
		health: () => health,
		addresses: () => ['192.168.1.5']
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	port = (address as AddressInfo).port;
});

afterAll(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true });
});

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

function ask(
	path: string,
	options: { method?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request({ port, host: '127.0.0.1', path, ...options }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', reject);
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(parts)
				})
			);
		})
			.on('error', reject)
			.end();
	});
}

/** Sends bytes that no HTTP client would and returns everything that comes back. */
function raw(bytes: string): Promise<string> {
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
		socket.on('data', (part) => (answer += part.toString('latin1')));
		socket.on('error', () => resolve(answer));
		socket.on('close', () => resolve(answer));
	});
}

const SECURITY = [
	'content-security-policy',
	'strict-transport-security',
	'cross-origin-opener-policy',
	'cross-origin-resource-policy',
	'cross-origin-embedder-policy',
	'x-content-type-options',
	'referrer-policy',
	'permissions-policy',
	'origin-agent-cluster'
];

describe('the web server', () => {
	test.each([
		['the page', '/', 'GET', 200],
		['a route', '/sessions/abc/run', 'GET', 200],
		['an asset', '/_app/immutable/start.js', 'GET', 200],
		['a missing file', '/_app/immutable/missing.js', 'GET', 404],
		['health', '/health', 'GET', 200],
		['the head of a page', '/join', 'HEAD', 200],
		['the socket asked for by a browser window', '/sync', 'GET', 426],
		['a method it does not know', '/', 'POST', 405],
		['a method from elsewhere', '/health', 'DELETE', 405],
		['a long address', `/${'a'.repeat(3000)}`, 'GET', 414],
		['a broken escape', '/%zz', 'GET', 400]
	])('%s (%s) is answered with every security header', async (_what, path, method, status) => {
		const answer = await ask(path, { method });
		expect(answer.status).toBe(status);
		for (const name of SECURITY) expect(answer.headers[name], name).toBeTruthy();
		expect(answer.headers['content-security-policy']).toContain("'sha256-abc='");
		expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(answer.headers['set-cookie']).toBeUndefined();
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
		expect(answer.headers['x-powered-by']).toBeUndefined();
	});

	test('what is not even HTTP is answered with the headers and hung up', async () => {
		const answer = await raw('HELLO\r\n\r\n');
		expect(answer).toMatch(/^HTTP\/1\.1 400 /);
		expect(answer.toLowerCase()).toContain('content-security-policy:');
	});

	test('headers without end are refused', async () => {
		const answer = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
		expect(answer).toMatch(/^HTTP\/1\.1 431 /);
	});

	test('strict transport is promised only where the public address is https', () => {
		expect(securityHeaders("default-src 'none'", undefined)).not.toHaveProperty(
			'Strict-Transport-Security'
		);
	});

	test('brotli goes to who takes it, gzip to who takes only that, plain to the rest', async () => {
		const path = '/_app/immutable/start.js';
		const brotli = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
		expect(brotli.headers['content-encoding']).toBe('br');
		expect(brotli.headers['content-type']).toContain('javascript');
		expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
		const gzip = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
		expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
		const plain = await ask(path);
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(plain.body.toString()).toBe(SCRIPT);
		expect([brotli, gzip, plain].map((answer) => answer.headers.vary)).toEqual(
			Array(3).fill('Accept-Encoding')
		);
	});

	test('names with a hash are kept for ever, the page and the service worker never blindly', async () => {
		const cache = async (path: string) => (await ask(path)).headers['cache-control'];
		expect(await cache('/_app/immutable/start.js')).toContain('immutable');
		expect(await cache('/')).toBe('no-cache');
		expect(await cache('/join')).toBe('no-cache');
		expect(await cache('/service-worker.js')).toBe('no-cache');
		expect(await cache('/health')).toBe('no-store');
	});

	test('an unchanged page is not sent again', async () => {
		const first = await ask('/join');
		const again = await ask('/join', { headers: { 'if-none-match': first.headers.etag ?? '' } });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		expect(again.headers['content-security-policy']).toBeTruthy();
	});

	test.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/_app/../../secret.txt',
		'/_app/%2e%2e%2f%2e%2e%2fsecret.txt',
		'/..\\secret.txt',
		'/%5c..%5csecret.txt',
		'//secret.txt',
		'/%00',
		'/.env',
		'/_app/',
		'/_app/immutable/'
	])('%s shows nothing from outside and no list', async (path) => {
		const answer = await ask(path);
		expect(answer.body.toString()).not.toMatch(/outside|hidden|start\.js/);
		expect(answer.status === 200 ? answer.body.toString() : PAGE).toBe(PAGE);
	});

	test.each(['bytes=9-2', 'bytes=-5', 'bytes=abc', 'bytes=999999-', 'bytes=0-1,4-5'])(
		'the range %s cannot stop the server',
		async (range) => {
			const answer = await ask('/service-worker.js', { headers: { range } });
			expect([answer.status, answer.body.toString()]).toEqual([200, SCRIPT]);
		}
	);

	test('a file that vanished ends one response, not the server', async () => {
		await rm(join(folder, 'app', '_app', 'immutable', 'gone.js'));
		await expect(ask('/_app/immutable/gone.js')).rejects.toThrow();
		expect((await ask('/')).status).toBe(200);
	});

	test('health is counts and a version, and 503 once the store failed', async () => {
		const well = await ask('/health');
		expect(well.headers['content-type']).toBe('application/json');
		expect(JSON.parse(well.body.toString())).toEqual({
			status: 'ok',
			rooms: 3,
			connections: 12,
			version: '1.2.3',
			addresses: ['192.168.1.5']
		});
		health = { ...health, status: 'storage-failed' };
		expect((await ask('/health?x=1')).status).toBe(503);
	});

	test('network addresses are told to this machine by its own name only', async () => {
		const told = async (headers: Record<string, string>): Promise<boolean> =>
			(await ask('/health', { headers })).body.toString().includes('192.168.1.5');
		expect(await told({ host: 'localhost:8080' })).toBe(true);
		expect(await told({ host: 'plenum.example.org' })).toBe(false);
		expect(await told({ host: 'localhost.evil.example' })).toBe(false);
		expect(await told({ host: 'localhost', 'x-forwarded-for': '203.0.113.9' })).toBe(false);
	});
});
