import { newId } from '#lib/base/random.ts';
import type { DeviceStorage } from './database.ts';
import { channelName, parseTabMessage, type TabMessage } from './tab-messages.ts';
import { pause, settle, StateCell, YIELD_WAIT } from './tab-state.ts';
import type { TabsOptions, WriterClaim } from './tabs.ts';

/** A lease that is not renewed ends after this, in ms. Longer than the minute to which hidden tabs' timers are slowed. */
export const LEASE = 75_000;
/** How often a lease is renewed, and how often a follower looks whether it ended, in ms. */
export const HEARTBEAT = 5_000;

/**
 * The seat as a lease in the database, for pages without Web Locks (`http://` in a local network). Every change of holder is one
 * transaction. A holder that does not answer through the channel is taken for gone; one whose lease ended
 * counts as follower by its own clock, even before it hears of it.
 */
export async function claimLease(
	storage: DeviceStorage,
	session: string,
	options: TabsOptions
): Promise<WriterClaim> {
	const name = `lease/${session}` as const;
	const self = newId(options.random);
	const cell = new StateCell();
	const channel = options.channel(channelName(session));
	let until = 0;
	let alive: (() => void) | undefined;
	let yielded: (() => void) | undefined;
	let closed = false;
	/** Until then this tab leaves the seat to the one it yielded to. */
	let standBack = 0;
	const yielding = (): boolean => options.clock() < standBack;
	const say = (message: TabMessage): void => channel?.postMessage(message);

	/** Takes or renews the lease when it is free, ended, ours, or `force`. */
	async function take(force: boolean): Promise<boolean> {
		const end = options.clock() + LEASE;
		const got = await storage.write(['device'], async (tx) => {
			const row = await tx.get('device', name);
			const lease = row && 'until' in row ? row : undefined;
			const free = !lease || lease.holder === self || lease.until <= options.clock() || force;
			if (free) await tx.put('device', [{ name, holder: self, until: end }]);
			return free;
		});
		until = got ? end : 0;
		if (!closed && !yielding()) cell.set(got ? 'writer' : 'follower');
		return got;
	}

	async function answered(): Promise<boolean> {
		if (!channel) return true;
		const answer = new Promise<boolean>((resolve) => (alive = () => resolve(true)));
		say({ type: 'ask', from: self });
		return Promise.race([answer, pause(2 * YIELD_WAIT).then(() => false)]);
	}

	async function free(): Promise<void> {
		await storage.write(['device'], async (tx) => {
			const row = await tx.get('device', name);
			if (row && 'until' in row && row.holder === self) await tx.remove('device', [name]);
		});
		until = 0;
	}

	async function give(to: string): Promise<void> {
		standBack = options.clock() + 3 * YIELD_WAIT;
		cell.set('follower');
		await settle(options.beforeYield);
		await free();
		say({ type: 'yielded', to });
		// If the one who asked died meanwhile, the next heartbeat takes the seat back.
	}

	if (channel) {
		channel.onmessage = ({ data }) => {
			const message = parseTabMessage(data);
			if (!message || closed) return;
			switch (message.type) {
				case 'take':
					if (cell.current === 'writer') void give(message.from);
					break;
				case 'yielded':
					if (message.to === self) yielded?.();
					break;
				case 'ask':
					// Renewing here keeps a hidden tab alive whose own timers are slowed down.
					if (cell.current === 'writer') {
						void take(false).then((still) => still && say({ type: 'alive' }));
					}
					break;
				case 'alive':
					alive?.();
					break;
				case 'free':
					if (cell.current === 'follower' && !yielding()) void take(false);
					break;
				default:
					message satisfies never;
			}
		};
	}

	if (!(await take(false)) && !(await answered())) await take(true);
	const timer = setInterval(() => {
		if (!yielding()) void take(false);
	}, HEARTBEAT);

	return {
		state: () => (cell.current === 'writer' && options.clock() < until ? 'writer' : 'follower'),
		subscribe: (listener) => cell.subscribe(listener),
		async takeOver() {
			if (closed || cell.current === 'writer') return;
			const answer = new Promise<void>((resolve) => (yielded = resolve));
			say({ type: 'take', from: self });
			await Promise.race([answer, pause(YIELD_WAIT + 50)]);
			standBack = 0;
			await take(true);
		},
		async close() {
			if (closed) return;
			closed = true;
			clearInterval(timer);
			const held = cell.current === 'writer';
			cell.set('follower');
			if (held) {
				await free();
				say({ type: 'free' });
			}
			channel?.close();
		}
	};
}
