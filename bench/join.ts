// `npm run bench join`: what a phone loads until its first screen is painted and until its first answer is
// acknowledged, by a scanned link and by a typed code: nothing kept from before, no service worker. Prints JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startRelayProcess } from './process.ts';
import { noteRequests, type Request } from './requests.ts';
import {
	ACKNOWLEDGED,
	ANSWER_STATION,
	FIRST_SCREEN,
	goInAndAnswer,
	openAnswers,
	startSession,
	typeCode
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

function rowAt(at: number, opened: number, requests: readonly Request[], wire: Wire): Row {
	const begun = requests.filter(({ from }) => from <= at);
	const sum = (part: (request: Request) => number): number =>
		begun.reduce((all, request) => all + part(request), 0);
	return {
		ms: Math.round(at - opened),
		requests: begun.length,
		underWay: begun.filter(({ to }) => !(to <= at)).length,
		body: sum(({ body }) => body),
		headers: sum(({ headers }) => headers),
		wire
	};
}

/** One phone of its own, from the address to the first answer. `fragment` is what a scanned link adds. */
async function weigh(
	browser: Browser,
	meter: Meter,
	fragment: string,
	answer: (phone: Page) => Promise<void>
) {
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
	const began = meter.now();
	await phone.goto(`http://localhost:${String(meter.port)}/join${fragment}`);
	await answer(phone);
	await phone.waitForFunction(() => 'firstAnswer' in (globalThis as Painting).painted);
	// Whatever is still under way is weighed once it has come.
	await phone.waitForLoadState('networkidle');
	const { painted, opened } = await phone.evaluate(() => ({
		painted: (globalThis as Painting).painted,
		opened: performance.timeOrigin
	}));
	const all = requests();
	await context.close();
	const { usable = NaN, firstAnswer = NaN } = painted;
	const since = (at: number): number | undefined =>
		Number.isNaN(at) ? undefined : Math.round(at - opened);
	const row = (at: number): Row => rowAt(at, opened, all, meter.between(began, at));
	return {
		usable: row(usable),
		firstAnswer: row(firstAnswer),
		requests: all.map(({ from, to, ...request }) => ({
			...request,
			from: since(from),
			to: since(to),
			row: from <= usable ? 'usable' : from <= firstAnswer ? 'firstAnswer' : 'later'
		}))
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

	const weighed = {
		link: await weigh(browser, meter, `#${code}`, (phone) => goInAndAnswer(phone)),
		typed: await weigh(browser, meter, '', async (phone) => {
			await typeCode(phone, code);
			await goInAndAnswer(phone);
		})
	};
	console.log(
		JSON.stringify(
			{
				bench: 'join',
				goal: { usable: { bytes: 75 * 1024, requests: 6 }, firstAnswer: { bytes: 130 * 1024 } },
				note: 'first answers are reached at the pace of the bench: their ms say little, their bytes and requests all',
				load: loadavg()[0],
				...weighed
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
