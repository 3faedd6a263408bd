import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
	readonly violations: readonly {
		readonly id: string;
		readonly help: string;
		readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
	}[];
	readonly passes: readonly unknown[];
}

/** What axe finds wrong with pages, and how much it looked at. */
export class Axe {
	#states = 0;
	#rules = 0;
	/** Where each finding was seen first, and how often. */
	readonly #found = new Map<string, { readonly first: string; states: number }>();

	/** Findings, each once. Must be empty. */
	get found(): readonly string[] {
		return [...this.#found].map(
			([what, { first, states }]) => `${first} and ${String(states - 1)} more: ${what}`
		);
	}
	get figures(): string {
		return `${String(this.#states)} states looked at with axe, ${String(this.#rules)} rules passed, ${String(this.#found.size)} violations`;
	}

	/** Looks at a page as it is now, with every rule axe has on by default. */
	async look(page: Page, state: string): Promise<void> {
		// Colours on their way from one state to the next are nobody's choice. What inherits a colour sets out
		// only when its parent has arrived, so nothing may move for three frames.
		await page.evaluate(async () => {
			for (let still = 0; still < 3; still++) {
				await new Promise((resolve) => requestAnimationFrame(resolve));
				const ending = document
					.getAnimations()
					.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
				await Promise.allSettled(ending.map(({ finished }) => finished));
				if (ending.length > 0) still = -1;
			}
		});
		// The debugger's own way in: the page's policy refuses every other script, as it must.
		await page.evaluate(SOURCE);
		const { violations, passes } = await page.evaluate(
			() =>
				(globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<Found>
		);
		this.#states++;
		this.#rules += passes.length;
		for (const { id, help, nodes } of violations)
			for (const { html, failureSummary = '' } of nodes) {
				const what = `${id} (${help}) ${html.slice(0, 200)} ${failureSummary.replace(/\s+/g, ' ')}`;
				const known = this.#found.get(what);
				if (known) known.states++;
				else this.#found.set(what, { first: state, states: 1 });
			}
	}
}
