import { newId } from '#lib/base/random.ts';
import { channelName, parseTabMessage, type TabMessage } from './tab-messages.ts';
import { pause, settle, StateCell, YIELD_WAIT } from './tab-state.ts';
import type { TabsOptions, WriterClaim } from './tabs.ts';

/** After yielding, a writer that nobody replaced takes the seat back, in ms. */
const TAKE_BACK = 1500;

/**
 * The seat as a Web Lock. Closing or crashing frees it and the next tab in the queue writes. A take-over
 * first asks the writer to finish and then steals the lock while it is still held, so that no third tab slips in between.
 */
export async function claimLock(
	locks: LockManager,
	session: string,
	options: TabsOptions
): Promise<WriterClaim> {
	const name = `writer:${session}`;
	const self = newId(options.random);
	const state = new StateCell();
	const channel = options.channel(channelName(session));
	let release: (() => void) | undefined;
	let queued: AbortController | undefined;
	let yielded: (() => void) | undefined;
	let closed = false;
	const say = (message: TabMessage): void => channel?.postMessage(message);

	/** Holds the lock until released or stolen; `granted` hears at once whether it was got. */
	function hold(how: LockOptions, granted: (got: boolean) => void): void {
		const held = locks.request(name, how, (lock) => {
			granted(lock !== null);
			if (!lock || closed) return undefined;
			state.set('writer');
			return new Promise<void>((resolve) => (release = resolve));
		});
		held.catch((error: unknown) => {
			if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
			// Stolen. A request that was only withdrawn changed nothing: `queue` below starts at most one.
			if (how.signal?.aborted || closed) return;
			release = undefined;
			state.set('follower');
			queue();
		});
	}

	function queue(): void {
		if (queued || closed) return;
		const controller = new AbortController();
		queued = controller;
		hold({ signal: controller.signal }, () => {
			if (queued === controller) queued = undefined;
		});
	}

	if (channel) {
		channel.onmessage = ({ data }) => {
			const message = parseTabMessage(data);
			if (message?.type === 'yielded' && message.to === self) yielded?.();
			if (message?.type !== 'take' || state.current !== 'writer') return;
			state.set('follower');
			void settle(options.beforeYield).then(async () => {
				say({ type: 'yielded', to: message.from });
				await pause(TAKE_BACK);
				if (release && !closed) state.set('writer');
			});
		};
	}

	const got = await new Promise<boolean>((resolve) => hold({ ifAvailable: true }, resolve));
	if (!got) queue();

	return {
		state: () => state.current,
		subscribe: (listener) => state.subscribe(listener),
		async takeOver() {
			if (state.current === 'writer' || closed) return;
			queued?.abort();
			queued = undefined;
			const answer = new Promise<void>((resolve) => (yielded = resolve));
			say({ type: 'take', from: self });
			// A frozen tab does not answer; it learns on waking that the lock is gone.
			await Promise.race([answer, pause(YIELD_WAIT + 50)]);
			await new Promise<void>((resolve) => hold({ steal: true }, () => resolve()));
		},
		async close() {
			if (closed) return;
			closed = true;
			queued?.abort();
			release?.();
			state.set('follower');
			channel?.close();
		}
	};
}
