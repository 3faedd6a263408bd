import type { Random } from '#lib/base/random.ts';
import type { Link } from './contract.ts';

/** The part of a WebSocket the link uses: the browser's, or that of `ws` in Node. */
export interface Socket {
	binaryType: string;
	readonly readyState: number;
	onopen: ((event: never) => void) | null;
	onclose: ((event: never) => void) | null;
	onerror: ((event: never) => void) | null;
	onmessage: ((event: { readonly data: unknown }) => void) | null;
	send(data: Uint8Array<ArrayBuffer>): void;
	close(): void;
}

export interface RelayLinkOptions {
	/** `wss://host/sync` */
	readonly url: string;
	readonly random: Random;
	/** Opens a socket; the browser's WebSocket when left out. */
	readonly connect?: (url: string) => Socket;
	/** Runs something after `ms`; returns how to cancel. */
	readonly after?: (ms: number, run: () => void) => () => void;
}

const OPEN = 1;
const CONNECT_TIMEOUT = 5000;
const FIRST_DELAY = 500;
const LAST_DELAY = 10_000;
/** A connection that lasted this long was a good one: the next delay starts small again. */
const GOOD = 10_000;
/** Several reasons to wake up in one moment count as one. */
const SAME_MOMENT = 1000;

const browserSocket = (url: string): Socket => new WebSocket(url) as Socket;
const timer = (ms: number, run: () => void): (() => void) => {
	const id = setTimeout(run, ms);
	return () => {
		clearTimeout(id);
	};
};

/**
 * The way through the relay. Reconnects by itself, after a random part of a delay that grows from 0.5 to
 * 10 s, so that a room does not come back all at once.
 */
export function relayLink(options: RelayLinkOptions): Link {
	const { url, random, connect = browserSocket, after = timer } = options;
	type Events = Parameters<Link['open']>[0];
	let events: Events | undefined;
	let socket: Socket | undefined;
	let up = false;
	let attempts = 0;
	let justStarted = false;
	const cancels = new Map<string, () => void>();

	const later = (name: string, ms: number, run: () => void): void => {
		cancels.get(name)?.();
		cancels.set(name, after(ms, run));
	};
	const cancel = (name: string): void => {
		cancels.get(name)?.();
		cancels.delete(name);
	};

	/** Lets go of the socket without waiting for it: `close` may never be reported after sleep. */
	function abandon(): void {
		const old = socket;
		socket = undefined;
		cancel('timeout');
		cancel('good');
		if (!old) return;
		old.onopen = old.onclose = old.onmessage = null;
		old.onerror = () => undefined;
		try {
			old.close();
		} catch {
			// A socket that cannot be closed is as good as closed.
		}
	}

	function lost(): void {
		abandon();
		up = false;
		events?.ondown();
		if (!events) return;
		const [a = 0, b = 0] = random(2);
		const most = Math.min(LAST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 10));
		attempts += 1;
		later('retry', (most * (a * 256 + b)) / 65536, start);
	}

	function start(): void {
		cancel('retry');
		if (!events) return;
		abandon();
		justStarted = true;
		later('moment', SAME_MOMENT, () => (justStarted = false));
		let fresh: Socket;
		try {
			fresh = connect(url);
		} catch {
			lost();
			return;
		}
		socket = fresh;
		fresh.binaryType = 'arraybuffer';
		later('timeout', CONNECT_TIMEOUT, lost);
		fresh.onopen = () => {
			cancel('timeout');
			up = true;
			later('good', GOOD, () => (attempts = 0));
			events?.onup();
		};
		fresh.onclose = lost;
		fresh.onerror = () => undefined;
		fresh.onmessage = ({ data }) => {
			if (data instanceof ArrayBuffer) events?.onframe(new Uint8Array(data));
		};
	}

	return {
		id: 'relay',
		kind: 'relay',
		open(given) {
			events = given;
			start();
		},
		send(frame) {
			if (socket?.readyState === OPEN) socket.send(Uint8Array.from(frame));
		},
		resume() {
			if (!events || justStarted) return;
			attempts = 0;
			abandon();
			if (up) {
				up = false;
				events.ondown();
			}
			start();
		},
		close() {
			events = undefined;
			for (const name of [...cancels.keys()]) cancel(name);
			abandon();
		}
	};
}
