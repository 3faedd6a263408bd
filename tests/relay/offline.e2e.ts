import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRelay, type RunningRelay } from '../../src/relay/relay.ts';
import { BROWSER_ARGS, needBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/build-relay.mjs';

let browser: Browser;
let folder: string;
let relay: RunningRelay;

/** The built app on a port of its own; `port` 0 = any. */
const serve = (port: number): Promise<RunningRelay> =>
	startRelay(
		{
			port,
			host: '127.0.0.1',
			data: join(folder, 'data'),
			app: join(folder, 'app'),
			origin: undefined
		},
		{ version: 'test' }
	);
const address = (path: string): string => `http://localhost:${String(relay.port)}${path}`;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'plenum-offline-'));
	await cp(join(root, 'build'), join(folder, 'app'), { recursive: true });
	relay = await serve(0);
	browser = await chromium.launch({ executablePath: needBrowser(), args: BROWSER_ARGS });
});
afterAll(async () => {
	await browser.close();
	await relay.close();
	await rm(folder, { recursive: true, force: true });
});

/** A page that writes down whatever the browser complains of. */
async function watched(page: Page): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('request', (request) => {
		const { host, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && host !== `localhost:${String(relay.port)}`)
			complaints.push(`asked another host: ${request.url()}`);
	});
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', (event) =>
			console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
		)
	);
	return complaints;
}

/** Everything is on the device. */
const kept = (page: Page): Promise<unknown> =>
	page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

describe('the app without its server', () => {
	test('opens any page after one visit, and nothing breaks the policy', async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const complaints = await watched(page);
		await page.goto(address('/'));
		await page.locator('h1').first().waitFor();
		await kept(page);
		const titles = new Map<string, string>();
		for (const path of ['/join', '/workshops/integration-workshop']) {
			await page.goto(address(path));
			titles.set(path, await page.locator('h1').first().innerText());
		}
		expect(complaints).toEqual([]);
		const { port } = relay;
		await relay.close();
		try {
			await page.goto(address('/'));
			await page.locator('h1').first().waitFor();
			for (const [path, title] of titles) {
				await page.goto(address(path));
				await page.locator('h1', { hasText: title }).waitFor();
			}
		} finally {
			relay = await serve(port);
			await context.close();
		}
	});

	test('a new version waits, is not taken beside another window, and is taken when asked alone', async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(address('/'));
		await kept(page);
		await page.reload();
		await page.locator('h1').first().waitFor();
		await appendFile(join(folder, 'app', 'service-worker.js'), '\n// a later version\n');
		const { port } = relay;
		await relay.close();
		for (const ending of ['.br', '.gz'])
			await rm(join(folder, 'app', `service-worker.js${ending}`));
		relay = await serve(port);

		await page.evaluate(() => Object.assign(window, { sameWindow: true }));
		const bar = page.getByRole('status').getByRole('button');
		await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
		await bar.waitFor();
		const stage = await context.newPage();
		await stage.goto(address('/'));
		await bar.click();
		await page.waitForTimeout(1000);
		expect(await page.evaluate(() => 'sameWindow' in window)).toBe(true);
		expect(await isWaiting(page)).toBe(true);

		await stage.close();
		await Promise.all([page.waitForEvent('load'), bar.click()]);
		await page.locator('h1').first().waitFor();
		expect(await isWaiting(page)).toBe(false);
		const active = await page.evaluate(async () => (await fetch('/service-worker.js')).text());
		expect(active).toBe(await readFile(join(folder, 'app', 'service-worker.js'), 'utf8'));
		await context.close();
	});
});

const isWaiting = (page: Page): Promise<boolean> =>
	page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
