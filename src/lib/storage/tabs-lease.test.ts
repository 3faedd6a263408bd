import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { testDevice } from './device.fixture.ts';
import type { DeviceStorage } from './database.ts';
import { HEARTBEAT, LEASE } from './tabs-lease.ts';
import { claimWriter, type TabChannel, type WriterClaim } from './tabs.ts';

/** Tabs of one browser that share storage and a channel; a frozen tab neither hears nor runs. */
function browser(storage: DeviceStorage) {
	const channels = new Map<TabChannel, string>();
	const frozen = new Set<string>();
	let tabs = 0;
	const open = (beforeYield?: () => Promise<void>) => {
		const tab = `tab ${++tabs}`;
		const claim = claimWriter(storage, 's', {
			locks: undefined,
			clock: Date.now,
			random: seededRandom(tabs),
			channel: (name) => {
				const channel: TabChannel = {
					onmessage: null,
					postMessage(data) {
						for (const [other, otherName] of channels) {
							if (other === channel || otherName !== name) continue;
							queueMicrotask(() => {
								if (!frozen.has(ids.get(other) ?? '')) {
									other.onmessage?.(new MessageEvent('message', { data }));
								}
							});
						}
					},
					close: () => void channels.delete(channel)
				};
				channels.set(channel, name);
				ids.set(channel, tab);
				return channel;
			},
			...(beforeYield && { beforeYield })
		});
		return { tab, claim };
	};
	const ids = new Map<TabChannel, string>();
	return { open, frozen };
}

const settle = async (claim: Promise<WriterClaim>): Promise<WriterClaim> => {
	let done = false;
	void claim.then(() => (done = true));
	while (!done) await vi.advanceTimersByTimeAsync(10);
	return claim;
};

describe('one seat where there are no Web Locks', () => {
	let storage: DeviceStorage;
	beforeEach(async () => {
		vi.useFakeTimers();
		storage = await testDevice().open({ engine: undefined });
	});
	afterEach(() => {
		storage.close();
		vi.useRealTimers();
	});

	test('the first tab writes, the second follows, and gets the seat when the first closes', async () => {
		const { open } = browser(storage);
		const one = await settle(open().claim);
		const two = await settle(open().claim);
		expect([one.state(), two.state()]).toEqual(['writer', 'follower']);
		await one.close();
		await vi.advanceTimersByTimeAsync(1);
		expect([one.state(), two.state()]).toEqual(['follower', 'writer']);
		await one.close();
		await two.close();
	});

	test('"use here" moves the seat within 500 ms, after the old tab finished, and never to two', async () => {
		const { open } = browser(storage);
		const order: string[] = [];
		const one = await settle(
			open(async () => {
				await new Promise((resolve) => setTimeout(resolve, 100));
				order.push('finished');
			}).claim
		);
		const two = await settle(open().claim);
		one.subscribe((state) => order.push(`one ${state}`));
		two.subscribe((state) => order.push(`two ${state}`));
		const start = Date.now();
		let done = false;
		void two.takeOver().then(() => (done = true));
		while (!done) {
			expect([one.state(), two.state()]).not.toEqual(['writer', 'writer']);
			await vi.advanceTimersByTimeAsync(5);
		}
		expect(Date.now() - start).toBeLessThanOrEqual(500);
		expect(order).toEqual(['one follower', 'finished', 'two writer']);
		await vi.advanceTimersByTimeAsync(10 * HEARTBEAT);
		expect([one.state(), two.state()]).toEqual(['follower', 'writer']);
		await one.close();
		await two.close();
	});

	test('a tab that died is replaced at once by a new one, because it does not answer', async () => {
		const { open, frozen } = browser(storage);
		const dead = open();
		await settle(dead.claim);
		frozen.add(dead.tab);
		const two = await settle(open().claim);
		expect(two.state()).toBe('writer');
		await two.close();
	});

	test('a reloaded tab is the writer again', async () => {
		const { open } = browser(storage);
		for (let round = 0; round < 3; round++) {
			const tab = await settle(open().claim);
			expect(tab.state()).toBe('writer');
			await tab.close();
		}
	});

	test('a holder that slept past its lease does not think it is the writer', async () => {
		const { open } = browser(storage);
		const one = await settle(open().claim);
		vi.setSystemTime(Date.now() + LEASE);
		expect(one.state()).toBe('follower');
		await vi.advanceTimersByTimeAsync(HEARTBEAT);
		expect(one.state()).toBe('writer');
		await one.close();
	});

	test('of three tabs in any order of opening, closing and taking over exactly one writes', async () => {
		const seed = 7;
		const random = seededRandom(seed);
		const { open } = browser(storage);
		const claims: WriterClaim[] = [await settle(open().claim)];
		for (let i = 0; i < 150; i++) {
			const pick = claims[Math.floor(random.next() * claims.length)];
			const dice = random.next();
			if (dice < 0.3 && claims.length < 3) claims.push(await settle(open().claim));
			else if (dice < 0.5 && claims.length > 1 && pick) {
				await pick.close();
				claims.splice(claims.indexOf(pick), 1);
			} else if (pick) void pick.takeOver();
			let writers = 0;
			for (let ms = 0; ms < 1200; ms += 20) {
				await vi.advanceTimersByTimeAsync(20);
				writers = claims.filter((claim) => claim.state() === 'writer').length;
				expect(writers, `seed ${seed}, round ${i}`).toBeLessThanOrEqual(1);
			}
			expect(writers, `seed ${seed}, round ${i}`).toBe(1);
		}
		for (const claim of claims) await claim.close();
	});
});
