// `npm run bench room`: protocol phones with real cryptography against the real relay and one facilitator in a
// real browser, beside the same load through a bare echo into an empty page. Prints JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { seededRandom } from '#lib/base/random.ts';
import { Desk, type ClockGap } from './desk.ts';
import { arrivals, growth, median, paintedAfter, times, type Times } from './figures.ts';
import {
	messageOf,
	pause,
	preciseNow,
	startModule,
	startRelayProcess,
	usageOf
} from './process.ts';
import type { Helper, Told, Usage } from './process.ts';
import { ECHO_RING, goOnTo, openAnswers, RUN_RING, startSession } from './screens.ts';
import { countEcho } from './watch.ts';

/** Answers are spread over so many ms. */
const BURST = 3000;
const STEPS = 12;
const STEP_EVERY = 500;
/** Phones with a process of their own: one that plays hundreds is slower than any phone. */
const PROBE = 5;
/** Bytes of one answer and of one step as entries; the baseline sends as much. */
const ENTRY_SIZE = 400;
const PATIENCE = 30_000;

interface Measured {
	/** Answer made on the phone until the facilitator's page has painted a count that includes it. */
	readonly painted: Times;
	/** Answers that were never painted. Must be 0. */
	readonly unpainted: number;
	/** Frames that showed a new count: fewer than answers when several come in one frame. */
	readonly frames: number;
	/** Answer made until the phone may say "sent", and "in the room"; none for the baseline. */
	readonly sent: Times;
	readonly room: Times;
	/** "Next" pressed in the page until a phone has the step. Of the phones with a process of their own. */
	readonly step: Times;
	/** The same of all phones: the one process that plays most of them is slower than they would be. */
	readonly stepOfAll: Times;
	/** Of the facilitator's page. Tasks count from 50 ms on, time taken from the page by others included. */
	readonly page: {
		readonly heapBefore: number;
		readonly heapAfter: number;
		readonly heapKept: number;
		readonly longestTask: number;
		readonly longTasks: number;
		readonly longestTaskInSteps: number;
		/** Of its main thread during the burst: processor ms, and share of one core in percent. */
		readonly busy: number;
		readonly core: number;
	};
	/** Of the relay during burst and steps: processor ms, bytes, memory after it in KiB. */
	readonly relay: Usage;
	/** Shares of one core in percent. The phones': near 100 it limits the times above. */
	readonly core: number;
	readonly phonesCore: number;
	readonly clock: ClockGap;
	/** The machine had come to rest before the burst. */
	readonly settled: boolean;
}

type Phones = readonly [crowd: Helper, probe: Helper];

/** Waits until these do next to nothing, as a room does that has just sat down; false when they never do. */
async function settle(pids: readonly number[], desk: Desk): Promise<boolean> {
	const used = async (): Promise<number> =>
		pids.reduce((sum, pid) => sum + usageOf(pid).cpu, 0) + (await desk.usage()).busy;
	for (let before = await used(), turn = 0; turn < 60; turn++) {
		await pause(500);
		const now = await used();
		if (now - before <= 50) return true;
		before = now;
	}
	return false;
}

const share = (ms: number, of: number): number => Number(((ms / of) * 100).toFixed(1));
const longest = (tasks: readonly { readonly ms: number }[]): number =>
	Math.max(0, ...tasks.map(({ ms }) => ms));

async function measure(size: number, desk: Desk, phones: Phones, relay: number): Promise<Measured> {
	const [crowd, probe] = phones;
	const told = <T extends Told['type']>(type: T) =>
		Promise.all(phones.map((some) => messageOf<Told & { readonly type: T }>(some, type)));
	const tell = (message: object): void => {
		for (const { child } of phones) child.send(message);
	};
	await told('in');
	const settled = await settle([relay, crowd.pid, probe.pid], desk);
	const clock = await desk.clockGap();
	const heapBefore = await desk.keptHeap();
	const before = usageOf(relay);
	const phonesBefore = usageOf(crowd.pid).cpu;
	const pageBefore = await desk.usage();
	const began = preciseNow();

	const answered = told('sent');
	tell({ type: 'burst', over: BURST });
	const sent = await answered;
	await desk.shows(size, PATIENCE);
	const pageAfter = await desk.usage();
	const burstTook = preciseNow() - began;
	const stepsBegan = preciseNow();
	for (let i = 0; i < STEPS; i++) {
		await desk.pressNext();
		await pause(STEP_EVERY);
	}
	const after = usageOf(relay);
	const took = preciseNow() - began;
	const phonesCpu = usageOf(crowd.pid).cpu - phonesBefore;
	await settle([relay, crowd.pid, probe.pid], desk);

	const reports = told('noted');
	tell({ type: 'noted' });
	const noted = await reports;
	const { frames, presses, tasks } = await desk.notes();
	const shown = paintedAfter(
		sent.flatMap(({ at }) => at),
		frames
	);
	const inBurst = tasks.filter(({ at }) => at >= began && at < stepsBegan);
	const steps = noted.map((report) => report.steps.filter(({ at }) => at >= stepsBegan));
	const arrived = arrivals(presses, steps);
	return {
		painted: times(shown),
		unpainted: size - shown.length,
		frames: frames.length,
		sent: times(sent.flatMap(({ acknowledged }) => acknowledged)),
		room: times(noted.flatMap(({ received }) => received)),
		step: times(arrived[1] ?? []),
		stepOfAll: times(arrived.flat()),
		page: {
			heapBefore,
			heapAfter: pageAfter.heap,
			heapKept: await desk.keptHeap(),
			longestTask: longest(inBurst),
			longTasks: inBurst.length,
			longestTaskInSteps: longest(tasks.filter(({ at }) => at >= stepsBegan)),
			core: share(pageAfter.busy - pageBefore.busy, burstTook),
			busy: pageAfter.busy - pageBefore.busy
		},
		relay: {
			cpu: after.cpu - before.cpu,
			bytes: after.bytes - before.bytes,
			rss: after.rss
		},
		core: share(after.cpu - before.cpu, took),
		phonesCore: share(phonesCpu, took),
		clock,
		settled
	};
}

const open = async (browser: Browser) =>
	(await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } })).newPage();

async function real(size: number, relayFile: string, app: string): Promise<Measured> {
	const data = await mkdtemp(join(tmpdir(), 'plenum-bench-'));
	const relay = await startRelayProcess(relayFile, ['--data', data, '--app', app]);
	const browser = await chromium.launch({ executablePath, args });
	const helpers: Helper[] = [];
	try {
		const page = await open(browser);
		const code = await startSession(page, `http://localhost:${String(relay.port)}`);
		await goOnTo(page, 'Opening words');
		await openAnswers(page);
		const desk = await Desk.watch(page, RUN_RING);
		const url = `ws://127.0.0.1:${String(relay.port)}/sync`;
		const crowd = startModule('phones', [url, String(size - PROBE), code, '0']);
		const probe = startModule('phones', [url, String(PROBE), code, String(size - PROBE)]);
		helpers.push(crowd, probe);
		return await measure(size, desk, [crowd, probe], relay.pid);
	} finally {
		await Promise.all(helpers.map((some) => some.stop()));
		await browser.close();
		await relay.stop();
		await rm(data, { recursive: true });
	}
}

async function baseline(size: number): Promise<Measured> {
	const echo = startModule('echo', []);
	const browser = await chromium.launch({ executablePath, args });
	const helpers: Helper[] = [];
	try {
		const { port } = await messageOf<{ port: number }>(echo, 'listening');
		const url = `ws://127.0.0.1:${String(port)}`;
		const page = await open(browser);
		await page.evaluate(countEcho, { url: `${url}/hub`, size: ENTRY_SIZE });
		const desk = await Desk.watch(page, ECHO_RING);
		const crowd = startModule('bare-phones', [`${url}/phone`, String(size - PROBE)]);
		const probe = startModule('bare-phones', [`${url}/phone`, String(PROBE)]);
		helpers.push(crowd, probe);
		return await measure(size, desk, [crowd, probe], echo.pid);
	} finally {
		await Promise.all(helpers.map((some) => some.stop()));
		await browser.close();
		await echo.stop();
	}
}

const [relayFile = '', app = '', sizeList = '', repeats = '', executablePath = '', ...args] =
	process.argv.slice(2);
const sizes = sizeList.split(',').map(Number);
const isWhole = (value: number, least: number, most: number): boolean =>
	Number.isInteger(value) && value >= least && value <= most;
if (!sizes.every((size) => isWhole(size, PROBE + 1, 1000)) || !isWhole(Number(repeats), 1, 50)) {
	console.error(
		`Sizes are numbers from ${String(PROBE + 1)} to 1000, as in 30,100,300; repeats are 1 to 50.`
	);
	process.exit(2);
}
interface Run {
	readonly size: number;
	/** Of the machine before the run. */
	readonly load: number;
	readonly baseline: Measured;
	readonly real: Measured;
}
const runs: Run[] = [];
for (let repeat = 0; repeat < Number(repeats); repeat++)
	for (const size of sizes) {
		console.error(`room of ${String(size)}, run ${String(repeat + 1)} of ${repeats}`);
		const load = loadavg()[0] ?? 0;
		runs.push({
			size,
			load,
			baseline: await baseline(size),
			real: await real(size, relayFile, app)
		});
	}

const random = seededRandom(1).next;
const fit = (value: (run: Run) => number) =>
	growth(
		runs.map((run) => ({ size: run.size, value: value(run) })),
		random
	);
/** Medians over the repeats of each size. */
const summary = sizes.map((size) => {
	const own = runs.filter((run) => run.size === size);
	const middle = (value: (run: Run) => number): number => median(own.map(value));
	const side = (of: 'real' | 'baseline') => ({
		paintedP50: middle((run) => run[of].painted.p50),
		paintedP99: middle((run) => run[of].painted.p99),
		unpainted: Math.max(...own.map((run) => run[of].unpainted)),
		stepP50: middle((run) => run[of].step.p50),
		stepP99: middle((run) => run[of].step.p99),
		relayCpu: middle((run) => run[of].relay.cpu),
		relayRss: middle((run) => run[of].relay.rss),
		pageBusy: middle((run) => run[of].page.busy),
		pageLongestTask: middle((run) => run[of].page.longestTask),
		pageHeapKept: middle((run) => run[of].page.heapKept)
	});
	return { size, repeats: own.length, real: side('real'), baseline: side('baseline') };
});
console.log(
	JSON.stringify(
		{
			bench: 'room',
			unit: { times: 'ms', cpu: 'ms', memory: 'KiB', core: 'percent of one core' },
			method:
				'painted: the k-th answer by time of sending, until the first frame whose count is k or more was drawn',
			summary,
			growth:
				new Set(sizes).size < 2
					? undefined
					: {
							paintedP50: fit(({ real }) => real.painted.p50),
							paintedP99: fit(({ real }) => real.painted.p99),
							stepP99: fit(({ real }) => real.step.p99),
							pageBusy: fit(({ real }) => real.page.busy),
							pageHeapKept: fit(({ real }) => real.page.heapKept),
							relayCpu: fit(({ real }) => real.relay.cpu),
							relayBytes: fit(({ real }) => real.relay.bytes),
							relayRss: fit(({ real }) => real.relay.rss)
						},
			runs
		},
		undefined,
		'\t'
	)
);
process.exit(0);
