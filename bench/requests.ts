import type { Page } from 'playwright-core';

/** One answer of the web server. Bytes as they came over the wire, packed; times in ms since 1970. */
export interface Request {
	readonly path: string;
	readonly status: number;
	/** `br`, `gzip`, or nothing. */
	readonly packed: string;
	readonly body: number;
	/** Of the answer. */
	readonly headers: number;
	readonly from: number;
	/** Not a number while it is still coming. */
	readonly to: number;
}

/** Writes down what a page asks the web server for. What workers ask for is not among it. */
export async function noteRequests(page: Page): Promise<() => readonly Request[]> {
	const devtools = await page.context().newCDPSession(page);
	const found = new Map<string, Request>();
	// The browser counts from another zero than the clock on the wall; the first request names both.
	let zero: number | undefined;
	const wall = (timestamp: number): number => (timestamp + (zero ?? 0)) * 1000;
	const change = (id: string, what: Partial<Request>): void => {
		const known = found.get(id);
		if (known) found.set(id, { ...known, ...what });
	};
	devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
		zero ??= wallTime - timestamp;
		const { pathname, protocol } = new URL(request.url);
		if (!protocol.startsWith('http')) return;
		const empty = { status: 0, packed: '', body: 0, headers: 0, to: NaN };
		found.set(requestId, { path: pathname, ...empty, from: wall(timestamp) });
	});
	devtools.on('Network.responseReceived', ({ requestId, response }) => {
		const { status, headers, encodedDataLength } = response;
		const packed = Object.entries(headers).find(([name]) => /^content-encoding$/i.test(name))?.[1];
		change(requestId, { status, packed: packed ?? '', headers: encodedDataLength });
	});
	devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
		change(requestId, {
			to: wall(timestamp),
			body: encodedDataLength - (found.get(requestId)?.headers ?? 0)
		})
	);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	return () => [...found.values()];
}
