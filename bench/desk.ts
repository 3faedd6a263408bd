import type { CDPSession, Page } from 'playwright-core';
import { pause, preciseNow } from './process.ts';
import { pressNext } from './screens.ts';
import { watchCount, type Notes, type Noting } from './watch.ts';

/** Of the page: memory in KiB, and processor ms its main thread has used since it was opened. */
export interface PageUsage {
	readonly heap: number;
	readonly busy: number;
}

/** How far apart two clocks are in ms, and how sure that is. */
export interface ClockGap {
	readonly gap: number;
	readonly within: number;
}

/** The facilitator's page, seen from outside: its notes and its costs. */
export class Desk {
	readonly #page: Page;
	readonly #devtools: CDPSession;

	private constructor(page: Page, devtools: CDPSession) {
		this.#page = page;
		this.#devtools = devtools;
	}

	/** Begins to watch the ring in a page that shows it already. */
	static async watch(page: Page, ring: string): Promise<Desk> {
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
		await page.evaluate(watchCount, ring);
		return new Desk(page, devtools);
	}

	notes(): Promise<Notes> {
		// `watchCount` has put them there.
		return this.#page.evaluate(() => (globalThis as Noting).notes);
	}

	/** Waits until a frame shows at least so many; false after `patience` ms. */
	async shows(count: number, patience: number): Promise<boolean> {
		for (const end = preciseNow() + patience; preciseNow() < end; await pause(100)) {
			const { frames } = await this.notes();
			if ((frames.at(-1)?.count ?? 0) >= count) return true;
		}
		return false;
	}

	pressNext(): Promise<void> {
		return pressNext(this.#page);
	}

	async usage(): Promise<PageUsage> {
		const { metrics } = await this.#devtools.send('Performance.getMetrics');
		const value = (name: string): number =>
			metrics.find((metric) => metric.name === name)?.value ?? 0;
		return {
			heap: Math.round(value('JSHeapUsedSize') / 1024),
			busy: Math.round(value('TaskDuration') * 1000)
		};
	}

	/** Memory in KiB that is left once everything unused has been collected. */
	async keptHeap(): Promise<number> {
		await this.#devtools.send('HeapProfiler.collectGarbage');
		return (await this.usage()).heap;
	}

	/** Page minus this process, from the quickest of several questions. */
	async clockGap(): Promise<ClockGap> {
		let best: ClockGap = { gap: 0, within: Infinity };
		for (let turn = 0; turn < 30; turn++) {
			const asked = preciseNow();
			const there = await this.#page.evaluate(() => performance.timeOrigin + performance.now());
			const within = (preciseNow() - asked) / 2;
			if (within < best.within) best = { gap: there - asked - within, within };
		}
		return { gap: Number(best.gap.toFixed(2)), within: Number(best.within.toFixed(2)) };
	}

	async close(): Promise<void> {
		await this.#page.context().close();
	}
}
