import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions
} from 'playwright-core';
import { BROWSER_ARGS, needBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/build-relay.mjs';
import { Proxy } from './proxy.ts';
import { RelayProcess } from './relay-process.ts';
import { Watch } from './watch.ts';

/** How long a state is waited for before a test fails, in ms. Far beyond any honest wait on a busy machine. */
export const PATIENCE = 20_000;

/** Everything a test in the browser stands on: the built app, a relay process, one Chromium, and a watch. */
export class House {
	readonly relay: RelayProcess;
	readonly browser: Browser;
	readonly watch = new Watch();
	readonly app: string;
	readonly #folder: string;
	readonly #proxies: Proxy[] = [];

	private constructor(folder: string, app: string, relay: RelayProcess, browser: Browser) {
		this.#folder = folder;
		this.app = app;
		this.relay = relay;
		this.browser = browser;
	}

	static async open(): Promise<House> {
		const folder = await mkdtemp(join(tmpdir(), 'plenum-e2e-'));
		const app = join(folder, 'app');
		await cp(join(root, 'build'), app, { recursive: true });
		const relay = new RelayProcess(app, join(folder, 'data'));
		await relay.start();
		const browser = await chromium.launch({ executablePath: needBrowser(), args: BROWSER_ARGS });
		return new House(folder, app, relay, browser);
	}

	get origin(): string {
		return `http://localhost:${String(this.relay.port)}`;
	}

	/** A way to the relay that can be cut without touching anybody else's. */
	async proxy(): Promise<Proxy> {
		const proxy = await Proxy.start(() => this.relay.port);
		this.#proxies.push(proxy);
		return proxy;
	}

	/** A device of its own, as a private window is: nothing stored, nothing shared. */
	async device(name: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
		const context = await this.browser.newContext({ locale: 'en-GB', ...options });
		context.setDefaultTimeout(PATIENCE);
		await this.watch.over(context, name, () =>
			[this.relay.port, ...this.#proxies.map((proxy) => proxy.port)].map(
				(port) => `localhost:${String(port)}`
			)
		);
		return context;
	}

	/** What every open page says now: printed when a test fails. */
	async tell(): Promise<string> {
		const pages = this.browser.contexts().flatMap((context) => context.pages());
		const said = pages.map(async (page) => {
			const text = await page
				.locator('body')
				.innerText({ timeout: 2000 })
				.catch((error: unknown) => String(error));
			return `${page.url()}\n  ${text.replace(/\s+/g, ' ').slice(0, 700)}`;
		});
		return [...(await Promise.all(said)), ...this.watch.complaints].join('\n');
	}

	async close(): Promise<void> {
		await this.browser.close();
		await Promise.all(this.#proxies.map((proxy) => proxy.close()));
		await this.relay.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
