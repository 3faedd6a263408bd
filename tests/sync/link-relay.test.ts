import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';

/** Sockets and time that the test moves. */
function bench() {
	const sockets: (Socket & { closed: boolean; state: number })[] = [];
	let now = 0;
	let timers: { at: number; run: () => void }[] = [];
	const starts: number[] = [];
	const seen: string[] = [];
	const link = relayLink({
		url: 'ws://127.0.0.1/sync',
		random: seededRandom(5),
		connect: () => {
			starts.push(now);
			const socket = {
				binaryType: '',
				state: 0,
				closed: false,
				onopen: null,
				onclose: null,
				onerror: null,
				onmessage: null,
				get readyState() {
					return this.state;
				},
				send: () => seen.push('sent'),
				close() {
					this.closed = true;
				}
			};
			sockets.push(socket);
			return socket;
		},
		after: (ms, run) => {
			const timer = { at: now + ms, run };
			timers.push(timer);
			return () => {
				timers = timers.filter((other) => other !== timer);
			};
		}
	});
	const wait = (ms: number): void => {
		const end = now + ms;
		for (;;) {
			const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
			if (!next) break;
			timers = timers.filter((other) => other !== next);
			now = next.at;
			next.run();
		}
		now = end;
	};
	link.open({
		onup: () => seen.push('up'),
		ondown: () => seen.push('down'),
		onframe: (frame) => seen.push(`frame ${frame.length}`)
	});
	return { link, sockets, starts, seen, wait, timers: () => timers.length };
}

describe('the relay link', () => {
	it('gives up a connection after five seconds and waits longer each time, at most ten seconds', () => {
		const { starts, wait, seen } = bench();
		wait(200_000);
		const gaps = starts.slice(1).map((at, i) => at - (starts[i] ?? 0) - 5000);
		expect(gaps.every((gap) => gap >= 0 && gap <= 10_000)).toBe(true);
		expect(Math.max(...gaps.slice(0, 2))).toBeLessThan(1000);
		expect(Math.max(...gaps)).toBeGreaterThan(3000);
		expect(new Set(seen)).toEqual(new Set(['down']));
	});

	it('rebuilds at once when the device wakes, once for several reasons', () => {
		const { link, sockets, seen, wait } = bench();
		const [first] = sockets;
		if (!first) throw new Error('no socket');
		first.state = 1;
		first.onopen?.(undefined as never);
		wait(3000);
		link.resume();
		link.resume();
		link.resume();
		expect(sockets).toHaveLength(2);
		expect(first.closed).toBe(true);
		expect(seen).toEqual(['up', 'down']);
	});

	it('hears nothing more of a socket it let go, and leaves no timer when closed', () => {
		const { link, sockets, seen, wait, timers } = bench();
		const [first] = sockets;
		if (!first) throw new Error('no socket');
		first.state = 1;
		first.onopen?.(undefined as never);
		first.onmessage?.({ data: new ArrayBuffer(3) });
		link.send(new Uint8Array(1));
		wait(2000);
		link.close();
		first.onmessage?.({ data: new ArrayBuffer(4) });
		expect(seen).toEqual(['up', 'frame 3', 'sent']);
		expect(timers()).toBe(0);
	});
});
