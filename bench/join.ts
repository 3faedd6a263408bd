// `npm run bench join`: what a phone loads, cold, until it can be used and until its first words are at the
// relay. Prints JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startRelayProcess } from './process.ts';
import { codeField, joinAndAnswer, startSession } from './screens.ts';

/** First byte of the frame with which a relay acknowledges an entry. */
const ACK = 8;

interface Load {
	/** Answers of the web server, from a cache or not. */
	readonly requests: number;
	/** On the wire, headers included. */
	readonly bytes: number;
	/** Payload of WebSocket frames, both ways. */
	readonly socketBytes: number;
	/** Since the address was opened. */
	readonly ms: number;
}

/** Counts what this page moves from now on. */
async function meter(
	page: Page
): Promise<{ load(): Load; isAcknowledged(): boolean; readonly urls: string[] }> {
	const devtools = await page.context().newCDPSession(page);
	let [requests, bytes, socketBytes] = [0, 0, 0];
	let acknowledged = false;
	const urls: string[] = [];
	const opened = performance.now();
	devtools.on('Network.responseReceived', ({ response }) => {
		requests += 1;
		urls.push(new URL(response.url).pathname);
	});
	devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	const frame = (payload: string): Buffer => Buffer.from(payload, 'base64');
	devtools.on('Network.webSocketFrameSent', ({ response }) => {
		socketBytes += frame(response.payloadData).length;
	});
	devtools.on('Network.webSocketFrameReceived', ({ response }) => {
		const data = frame(response.payloadData);
		socketBytes += data.length;
		if (data[0] === ACK) acknowledged = true;
	});
	await devtools.send('Network.enable');
	return {
		load: () => ({ requests, bytes, socketBytes, ms: Math.round(performance.now() - opened) }),
		isAcknowledged: () => acknowledged,
		urls
	};
}

const [relayFile = '', app = '', executablePath = '', ...args] = process.argv.slice(2);
const data = await mkdtemp(join(tmpdir(), 'plenum-bench-'));
const relay = await startRelayProcess(relayFile, ['--data', data, '--app', app]);
const browser = await chromium.launch({ executablePath, args });
const origin = `http://localhost:${String(relay.port)}`;
try {
	const facilitator = await browser.newContext({
		locale: 'en',
		viewport: { width: 1440, height: 900 }
	});
	const code = await startSession(await facilitator.newPage(), origin);

	const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } });
	const phone = await context.newPage();
	const counted = await meter(phone);
	await phone.goto(`${origin}/join`);
	await codeField(phone).waitFor();
	await codeField(phone).fill('7');
	const usable = counted.load();
	const answered = await joinAndAnswer(phone, code, counted.isAcknowledged);
	const firstAnswer = counted.load();
	if (!answered)
		console.error(
			`No answer went out. The phone shows:\n${await phone.locator('body').innerText()}`
		);
	console.log(
		JSON.stringify(
			{
				bench: 'join',
				goal: { usable: { bytes: 75 * 1024, requests: 6 }, firstAnswer: { bytes: 130 * 1024 } },
				load: loadavg()[0],
				usable,
				firstAnswer: answered ? firstAnswer : undefined,
				urls: counted.urls
			},
			undefined,
			'\t'
		)
	);
} finally {
	await browser.close();
	await relay.stop();
	await rm(data, { recursive: true });
}
