import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, launch, LAUNCH, load, servePage } from './chromium.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof servePage>>;
let context: BrowserContext;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), servePage()]);
}, 60_000);
afterAll(async () => {
	await browser.close();
	await server.close();
});
beforeEach(async () => {
	context = await browser.newContext();
});
afterEach(() => context.close());

const newTab = async (): Promise<Page> => load(await context.newPage(), server.origin);

/** Opens a database at a version, as another build of the app would, and keeps it open on `window`. */
const openRaw = (page: Page, version: number, polite: boolean): Promise<number> =>
	page.evaluate(
		([number, closes]) =>
			new Promise<number>((resolve, reject) => {
				const start = performance.now();
				const request = indexedDB.open('plenum', number);
				request.onupgradeneeded = () => {
					if (!request.result.objectStoreNames.contains('added')) {
						request.result.createObjectStore('added');
					}
				};
				request.onerror = () => reject(request.error);
				request.onsuccess = () => {
					Object.assign(globalThis, { raw: request.result });
					if (closes) request.result.onversionchange = () => request.result.close();
					resolve(performance.now() - start);
				};
			}),
		[version, polite] as const
	);

describe('in real tabs', { timeout: 60_000 }, () => {
	test('an old tab gives way to a newer schema at once, says so, and loses nothing it writes after', async () => {
		const [old, newer] = [await newTab(), await newTab()];
		await call(old, 'open');
		await call(old, 'create');
		expect(await call(old, 'add', 1)).toBe('stored');
		expect(await openRaw(newer, 20, true)).toBeLessThan(3000);
		expect(await call(old, 'add', 2)).toBe('stored');
		expect(await call(old, 'health')).toMatchObject({ outdated: true, state: 'reopened' });
		expect(await call(old, 'seqs')).toEqual([1, 2]);
	});

	test('a tab that holds an old schema open delays a start by at most 3 s, and what was written meanwhile comes home', async () => {
		const [rude, page] = [await newTab(), await newTab()];
		await openRaw(rude, 5, false);
		const start = Date.now();
		expect(await call(page, 'open')).toMatchObject({ state: 'second', why: 'blocked' });
		expect(Date.now() - start).toBeLessThan(4500);
		await call(page, 'create');
		expect(await call(page, 'add', 1)).toBe('stored');
		await rude.close();
		await load(page, server.origin);
		expect(await call(page, 'open')).toMatchObject({ state: 'ok', lost: false });
		expect(await call(page, 'seqs')).toEqual([1]);
	});

	test('storage that is cleared under an open page is noticed and put back from what the page knew', async () => {
		const page = await newTab();
		await call(page, 'open');
		await call(page, 'create');
		await call(page, 'add', 1);
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.clearDataForOrigin', {
			origin: server.origin,
			storageTypes: 'indexeddb'
		});
		await expect.poll(() => call(page, 'health')).toMatchObject({ lost: true });
		expect(await call(page, 'add', 2)).toBe('stored');
		expect(await call(page, 'seqs')).toEqual([1, 2]);
		await load(page, server.origin);
		expect(await call(page, 'open')).toMatchObject({ state: 'ok', lost: false });
		expect(await call(page, 'seqs')).toEqual([1, 2]);
	});

	test('storage that was cleared while no page was open is called lost, not empty', async () => {
		const page = await newTab();
		await call(page, 'open');
		await call(page, 'create');
		await page.goto('about:blank');
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.clearDataForOrigin', {
			origin: server.origin,
			storageTypes: 'indexeddb'
		});
		await load(page, server.origin);
		expect(await call(page, 'open')).toMatchObject({ state: 'ok', lost: true });
	});

	test('on a full device the ballast makes room for hundreds of contributions before one is refused', async () => {
		const page = await newTab();
		const devtools = await context.newCDPSession(page);
		// Before the first write: Chromium remembers for a while how much room there was.
		await devtools.send('Storage.overrideQuotaForOrigin', {
			origin: server.origin,
			quotaSize: 2_000_000
		});
		await call(page, 'open');
		await call(page, 'create');
		expect(await call(page, 'ballast')).toBe(16);
		let stored = 0;
		let refused = 'nothing';
		let withoutBallast = 0;
		while (refused === 'nothing' && stored < 5000) {
			const said = await call(page, 'add', stored + 1, 3000);
			if (said !== 'stored') refused = said;
			else {
				stored++;
				if ((await call(page, 'health')).full) withoutBallast++;
			}
		}
		expect(refused).toBe('DeviceFullError');
		expect(withoutBallast).toBeGreaterThanOrEqual(200);
		expect(await call(page, 'ballast')).toBe(0);
		expect(await call(page, 'health')).toMatchObject({ state: 'ok', full: true });
		// What was called stored is stored.
		await load(page, server.origin);
		await call(page, 'open');
		expect(await call(page, 'seqs')).toHaveLength(stored);
	});

	test('what was called stored is there after the whole browser was killed', async () => {
		const profile = await mkdtemp(join(tmpdir(), 'plenum-profile-'));
		try {
			const first = await chromium.launchPersistentContext(profile, LAUNCH);
			const page = await load(await first.newPage(), server.origin);
			await call(page, 'open');
			await call(page, 'create');
			for (let seq = 1; seq <= 50; seq++) await call(page, 'add', seq);
			const devtools = await first.newCDPSession(page);
			const gone = new Promise((resolve) => first.once('close', resolve));
			// The browser is dead before it can answer.
			devtools.send('Browser.crash').catch(() => undefined);
			await gone;
			const second = await chromium.launchPersistentContext(profile, LAUNCH);
			const again = await load(await second.newPage(), server.origin);
			expect(await call(again, 'open')).toMatchObject({ state: 'ok', lost: false });
			expect(await call(again, 'seqs')).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
			await second.close();
		} finally {
			await rm(profile, { recursive: true, force: true });
		}
	});
});

describe.each([
	['Web Locks', true],
	['a lease, where Web Locks are missing', false]
])('two tabs are one seat through %s', { timeout: 60_000 }, (_name, locks) => {
	const seatTab = async (): Promise<Page> => {
		const page = await context.newPage();
		if (!locks) {
			await page.addInitScript(() =>
				Object.defineProperty(navigator, 'locks', { value: undefined })
			);
		}
		await load(page, server.origin);
		await call(page, 'open');
		return page;
	};
	const states = (...tabs: Page[]) => Promise.all(tabs.map((page) => call(page, 'state')));

	test('and the seat moves when a person says so, within half a second', async () => {
		const [one, two] = [await seatTab(), await seatTab()];
		expect(await call(one, 'claim')).toBe('writer');
		expect(await call(two, 'claim')).toBe('follower');
		for (const [from, to] of [
			[one, two],
			[two, one],
			[one, two]
		] as const) {
			expect(await call(to, 'takeOver')).toBeLessThan(500);
			await expect.poll(() => states(from, to)).toEqual(['follower', 'writer']);
		}
	});

	test('and the follower gets it when the writer closes or crashes', async () => {
		const [one, two, three] = [await seatTab(), await seatTab(), await seatTab()];
		await call(one, 'claim');
		await call(two, 'claim');
		await call(one, 'release');
		await expect.poll(() => states(one, two)).toEqual(['follower', 'writer']);

		const devtools = await context.newCDPSession(two);
		devtools.send('Page.crash').catch(() => undefined);
		// Only the lock moves by itself; a lease is taken by whoever comes next and gets no answer.
		expect(await call(three, 'claim')).toMatch(locks ? /writer|follower/ : /writer/);
		await expect.poll(() => call(three, 'state'), { timeout: 5000 }).toBe('writer');
	});

	test('and a crowd of them opening at once has exactly one writer', async () => {
		const tabs = await Promise.all(Array.from({ length: 4 }, seatTab));
		await Promise.all(tabs.map((page) => call(page, 'claim')));
		const writers = async () =>
			(await states(...tabs)).filter((state) => state === 'writer').length;
		expect(await writers()).toBe(1);
	});
});
