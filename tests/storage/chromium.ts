import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import type { Tab } from './page.ts';

export const LAUNCH = {
	executablePath: '/usr/bin/chromium',
	headless: true,
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};

/** Serves the bundled page on a free port of this machine. */
export async function servePage(): Promise<{ origin: string; close: () => Promise<void> }> {
	const bundle = await rolldown({
		input: fileURLToPath(new URL('page.ts', import.meta.url)),
		platform: 'browser'
	});
	const { output } = await bundle.generate({ format: 'esm' });
	await bundle.close();
	const [{ code }] = output;
	const server = createServer((request, response) => {
		if (request.url === '/page.js') {
			response.setHeader('content-type', 'text/javascript').end(code);
		} else {
			response
				.setHeader('content-type', 'text/html')
				.end('<!doctype html><title>tab</title><script type="module" src="/page.js"></script>');
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

export const launch = () => chromium.launch(LAUNCH);

/** Goes to the page and waits until it can be driven. */
export async function load(page: Page, origin: string): Promise<Page> {
	await page.goto(origin);
	await page.waitForFunction(() => 'tab' in globalThis);
	return page;
}

/** Calls one of the tab's functions. */
export function call<N extends keyof Tab>(
	page: Page,
	name: N,
	...args: Parameters<Tab[N]>
): Promise<Awaited<ReturnType<Tab[N]>>> {
	// The page answers with the same function's result; the wire between is JSON.
	return page.evaluate(
		([what, values]) => Reflect.apply(Reflect.get(globalThis.tab, what), undefined, values),
		[name, args] as const
	) as Promise<Awaited<ReturnType<Tab[N]>>>;
}
