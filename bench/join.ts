// `npm run bench join`: what a phone loads until its first screen is painted and until its first answer is
// acknowledged: nothing kept from before, no service worker. Prints JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startRelayProcess } from './process.ts';
import { noteRequests, type Request } from './requests.ts';
import {
	ACKNOWLEDGED,
	ANSWER_STATION,
	FIRST_SCREEN,
	joinAndAnswer,
	openAnswers,
	startSession
} from './screens.ts';
import { notePainted, type Painting } from './watch.ts';
import { startMeter, type Meter, type Wire } from './wire.ts';

interface Row {
	/** Since the address was opened. */
	readonly ms: number;
	/** Requests begun by then, those still under way included. */
	readonly requests: number;
	readonly underWay: number;
	/** Packed bodies, and answers' headers. What was under way counts whole. */
	readonly body: number;
	readonly headers: number;
	/** All bytes that had crossed the wire by then, both ways, questions and WebSocket included. */
	readonly wire: Wire;
}

function rowAt(at: number, opened: number, requests: readonly Request[], meter: Meter): Row {
	const begun = requests.filter(({ from }) => from <= at);
	const sum = (part: (request: Request) => number): number =>
		begun.reduce((all, request) => all + part(request), 0);
	return {
		ms: Math.round(at - opened),
		requests: begun.length,
		underWay: begun.filter(({ to }) => !(to <= at)).length,
		body: sum(({ body }) => body),
		headers: sum(({ headers }) => headers),
		wire: meter.until(at)
	};
}

const [relayFile = '', app = '', executablePath = '', ...args] = process.argv.slice(2);
const data = await mkdtemp(join(tmpdir(), 'plenum-bench-'));
const relay = await startRelayProcess(relayFile, ['--data', data, '--app', app]);
const meter = await startMeter(relay.port);
const browser = await chromium.launch({ executablePath, args });
try {
	const facilitator = await browser.newContext({
		locale: 'en',
		viewport: { width: 1440, height: 900 }
	});
	const desk = await facilitator.newPage();
	const code = await startSession(desk, `http://localhost:${String(relay.port)}`);
	await openAnswers(desk);

	const context = await browser.newContext({
		locale: 'en',
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		serviceWorkers: 'block'
	});
	const phone = await context.newPage();
	const requests = await noteRequests(phone);
	await phone.addInitScript(notePainted, [
		{ name: 'usable', selector: FIRST_SCREEN, words: [] },
		{ name: 'firstAnswer', selector: ANSWER_STATION, words: ACKNOWLEDGED }
	]);
	await phone.goto(`http://localhost:${String(meter.port)}/join`);
	await joinAndAnswer(phone, code);
	await phone.waitForFunction(() => 'firstAnswer' in (globalThis as Painting).painted);
	// Whatever is still under way is weighed once it has come.
	await phone.waitForLoadState('networkidle');
	const painted = await phone.evaluate(() => (globalThis as Painting).painted);
	const opened = await phone.evaluate(() => performance.timeOrigin);
	const all = requests();
	const { usable = NaN, firstAnswer = NaN } = painted;
	const since = (at: number): number | undefined =>
		Number.isNaN(at) ? undefined : Math.round(at - opened);
	console.log(
		JSON.stringify(
			{
				bench: 'join',
				goal: { usable: { bytes: 75 * 1024, requests: 6 }, firstAnswer: { bytes: 130 * 1024 } },
				note: 'firstAnswer is reached at the pace of the bench: its ms say little, its bytes and requests all',
				load: loadavg()[0],
				usable: rowAt(usable, opened, all, meter),
				firstAnswer: rowAt(firstAnswer, opened, all, meter),
				requests: all.map(({ from, to, ...request }) => ({
					...request,
					from: since(from),
					to: since(to),
					row: from <= usable ? 'usable' : from <= firstAnswer ? 'firstAnswer' : 'later'
				}))
			},
			undefined,
			'\t'
		)
	);
} catch (error) {
	const open = browser.contexts().flatMap((context) => context.pages());
	for (const page of open) console.error(await page.locator('body').innerText({ timeout: 2000 }));
	throw error;
} finally {
	await browser.close();
	await meter.close();
	await relay.stop();
	await rm(data, { recursive: true });
}
