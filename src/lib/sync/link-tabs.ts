import type { Link, WriterId } from './contract.ts';

type Greeting = 'hello' | 'here' | 'bye';

const isGreeting = (data: unknown): data is Greeting =>
	data === 'hello' || data === 'here' || data === 'bye';

/**
 * The way to other tabs of this browser that are in the same room as the same writer. Up while another tab is
 * there. Works on every origin; where BroadcastChannel is missing the link stays down.
 */
export function tabsLink(roomId: string, self: WriterId): Link {
	let channel: BroadcastChannel | undefined;
	let events: Parameters<Link['open']>[0] | undefined;
	let up = false;

	function setUp(next: boolean, again = false): void {
		if (next === up && !again) return;
		up = next;
		if (next) events?.onup();
		else events?.ondown();
	}

	function receive(data: unknown): void {
		if (!isGreeting(data)) {
			if (data instanceof Uint8Array && up) events?.onframe(data);
			return;
		}
		if (data === 'bye') {
			setUp(false);
			channel?.postMessage('hello');
			return;
		}
		if (data === 'hello') channel?.postMessage('here');
		setUp(true, data === 'hello');
	}

	return {
		id: 'tabs',
		kind: 'tabs',
		open(given) {
			events = given;
			if (typeof BroadcastChannel === 'undefined') return;
			channel = new BroadcastChannel(`plenum ${roomId} ${self}`);
			channel.onmessage = ({ data }: MessageEvent<unknown>) => {
				receive(data);
			};
			channel.postMessage('hello');
		},
		send(frame) {
			if (up) channel?.postMessage(frame);
		},
		resume() {
			channel?.postMessage('hello');
		},
		close() {
			channel?.postMessage('bye');
			channel?.close();
			channel = undefined;
			events = undefined;
			up = false;
		}
	};
}
