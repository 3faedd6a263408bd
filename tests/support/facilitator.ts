import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { House } from './house.ts';
import { ReportPage } from './report.ts';
import { Sheets } from './sheets.ts';
import { titleOf } from './script.ts';
import { until } from './until.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');

/** The person at the laptop. */
export class Facilitator {
	readonly context: BrowserContext;
	readonly origin: string;
	readonly session: string;
	page: Page;

	constructor(context: BrowserContext, page: Page, origin: string, session: string) {
		this.context = context;
		this.page = page;
		this.origin = origin;
		this.session = session;
	}

	/** From the library to a session that is ready to run. */
	static async prepare(house: House, laptop?: BrowserContext): Promise<Facilitator> {
		const context =
			laptop ?? (await house.device('facilitator', { viewport: { width: 1440, height: 900 } }));
		const page = await context.newPage();
		await page.goto(`${house.origin}/`);
		await page
			.getByRole('link', { name: /Integration workshop/ })
			.first()
			.click();
		await page
			.getByRole('button', { name: t('library-prepare'), exact: true })
			.first()
			.click();
		await page.waitForURL(/\/sessions\/[^/]+/);
		const session = /sessions\/([^/]+)/.exec(page.url())?.[1] ?? '';
		return new Facilitator(context, page, house.origin, session);
	}

	async openRun(): Promise<void> {
		await this.page.goto(`${this.origin}/sessions/${this.session}/run`);
		await this.page.getByRole('button', { name: t('run-start'), exact: true }).waitFor();
	}

	/** The join code as it is read out. */
	async code(): Promise<string> {
		return this.page
			.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
			.first()
			.innerText();
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** Opens the projector's window the way a person does. */
	async openStage(): Promise<Page> {
		const [stage] = await Promise.all([
			this.context.waitForEvent('page'),
			this.button(t('run-open-projector')).click()
		]);
		await stage.setViewportSize({ width: 1280, height: 720 });
		await stage.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).waitFor();
		return stage;
	}

	async start(): Promise<void> {
		await this.button(t('run-start')).click();
		await this.button(t('run-open')).waitFor();
	}

	/** Goes on, through the rounds of this step, to the next one, which must be this. */
	async nextTo(step: string): Promise<void> {
		const title = titleOf(step);
		const there = this.page.getByRole('button', { name: t('run-next', { title }) });
		const round = this.page
			.getByRole('button', { name: /^Next: / })
			.and(this.page.locator('.next'));
		while (!(await there.isVisible())) {
			const name = await round.innerText();
			await round.click();
			await until(
				'the next round',
				() => round.innerText(),
				(now) => now !== name
			);
		}
		await there.click();
		await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
	}

	/** The step this desk is in, as it is written at the top. */
	async step(): Promise<string> {
		return this.page.getByRole('heading', { level: 1 }).innerText();
	}

	/** Middle answers of a scale's statements, in their order. */
	async medians(): Promise<readonly number[]> {
		const said = await this.answers.getByText(/^Middle answer: /).allInnerTexts();
		return said.map((text) => Number(text.replace(/^\D+/, '')));
	}

	async #state(name: 'run-open' | 'run-closed' | 'run-shown'): Promise<void> {
		const chosen = this.page
			.getByRole('group', { name: t('run-state') })
			.getByRole('button', { name: t(name), exact: true });
		await chosen.click();
		await chosen.and(this.page.locator('[aria-pressed="true"]')).waitFor();
	}
	/** Opens the answers of this step. */
	open(): Promise<void> {
		return this.#state('run-open');
	}
	close(): Promise<void> {
		return this.#state('run-closed');
	}
	show(): Promise<void> {
		return this.#state('run-shown');
	}

	/** Puts the picture that comes next on the projector. */
	async nextPicture(): Promise<void> {
		await this.button(t('run-show-picture')).click();
	}

	/** Where answers stand on the laptop. */
	get answers(): Locator {
		return this.page.getByRole('region', { name: t('run-answers') });
	}

	/** People who have answered, as the ring beside the answers says it. */
	async answered(): Promise<number> {
		const said = (await this.answers.getByRole('img').first().getAttribute('aria-label')) ?? '';
		return Number(/^\d+/.exec(said)?.[0] ?? NaN);
	}

	/** Waits until so many people have answered, and no one more. */
	async untilAnswered(people: number): Promise<void> {
		await until(
			'people who answered',
			() => this.answered(),
			(now) => now === people
		);
	}

	/** Looks at every text: those in `hide` are hidden, all others shown. */
	async check(texts: number, hide: readonly string[] = []): Promise<void> {
		const region = this.page.getByRole('region', { name: /\d+ to check/ });
		const toCheck = (count: number): Locator =>
			this.page.getByRole('region', { name: t('run-to-check', { count }), exact: true });
		await toCheck(texts).waitFor();
		let left = texts;
		for (const text of hide) {
			const all = region.getByRole('button', { name: t('run-all-texts', { count: texts }) });
			if (await all.isVisible()) await all.click();
			const card = region.getByRole('listitem').filter({ hasText: text });
			await card.getByRole('button', { name: t('run-hide'), exact: true }).click();
			await toCheck(--left).waitFor();
		}
		const fewer = region.getByRole('button', { name: t('run-fewer') });
		if (await fewer.isVisible()) await fewer.click();
		while (left > 0) {
			const now = Math.min(3, left);
			const name = left > 1 ? t('run-show-listed', { count: now }) : t('run-show');
			await region.getByRole('button', { name, exact: true }).first().click();
			left -= now;
			await toCheck(left).waitFor();
		}
	}

	/** Looks at every text there is and shows it. */
	async checkAll(): Promise<void> {
		const region = this.page.getByRole('region', { name: /^\d+ to check$/ });
		const left = async (): Promise<number> =>
			Number.parseInt((await region.getAttribute('aria-label')) ?? '', 10);
		for (let now = await left(); now > 0;) {
			const name = now > 1 ? /^Show these/ : t('run-show');
			await region.getByRole('button', { name, exact: true }).first().click();
			const before = now;
			now = await until('fewer texts to check', left, (count) => count < before);
		}
	}

	/** Opens the place where paper and raised hands are typed in. */
	async typeIn(): Promise<Sheets> {
		const sheets = new Sheets(this.page);
		if (!(await sheets.root.isVisible())) await this.button(t('run-type-in')).click();
		await sheets.root.waitFor();
		return sheets;
	}

	/** Puts cards into a new heap and names it. */
	async heap(place: number, name: string, cards: readonly string[]): Promise<void> {
		for (const card of cards)
			await this.answers.getByRole('checkbox', { name: card, exact: true }).check();
		await this.answers.getByRole('button', { name: t('cluster-new'), exact: true }).click();
		const field = this.answers.getByRole('textbox', {
			name: t('cluster-name-field', { n: place, count: cards.length })
		});
		await field.fill(name);
		await field.press('Tab');
		await this.answers.getByRole('region', { name, exact: true }).waitFor();
	}

	/** What the projector says on all pages of the picture that is on air. */
	async pagesOf(stage: Page): Promise<string> {
		const next = this.page.getByRole('button', { name: t('run-page-next'), exact: true });
		const said: string[] = [];
		const read = (): Promise<string> => stage.getByRole('main').innerText();
		await stage.getByText(/· page 1 of/).waitFor();
		const pages = Number(/page 1 of (\d+)/.exec(await read())?.[1]);
		for (let page = 1; page <= pages; page++) {
			if (page > 1) await next.click();
			await stage.getByText(`page ${String(page)} of ${String(pages)}`).waitFor();
			said.push(await read());
		}
		return said.join('\n');
	}

	/** Goes to the report of a session that has ended. */
	async report(): Promise<ReportPage> {
		await this.page.getByRole('link', { name: t('run-to-report'), exact: true }).click();
		await this.page.getByRole('article').waitFor();
		return new ReportPage(this.page);
	}

	/** A result drawn as bars: number by label. */
	async bars(name: string): Promise<Readonly<Record<string, number>>> {
		return barsIn(this.answers, name);
	}

	/** The tab dies without a goodbye. */
	async crash(): Promise<void> {
		const cdp = await this.context.newCDPSession(this.page);
		const crashed = this.page.waitForEvent('crash');
		// The answer never comes: who should give it is dead.
		cdp.send('Page.crash').catch(() => undefined);
		await crashed;
		await this.page.close();
	}

	/** Opens the session again where it was left, in a new tab. */
	async reopen(): Promise<void> {
		this.page = await this.context.newPage();
		await this.page.goto(`${this.origin}/sessions/${this.session}/run`);
		await this.answers.waitFor();
	}

	/** Time left of this step in seconds, as the clock says it; below zero when it is over. */
	async secondsLeft(): Promise<number> {
		const clock = await this.page.getByRole('timer').innerText();
		const [, sign = '', minutes = '', seconds = ''] = /([−-]?)(\d+):(\d\d)/.exec(clock) ?? [];
		return (sign === '' ? 1 : -1) * (Number(minutes) * 60 + Number(seconds));
	}

	async end(): Promise<void> {
		await this.button(t('run-end')).click();
		await this.page.getByRole('link', { name: t('run-to-report'), exact: true }).waitFor();
	}
}

/** Rows of a table of bars: number by label. */
export async function barsIn(
	within: Locator | Page,
	name: string
): Promise<Readonly<Record<string, number>>> {
	const rows = within.getByRole('table', { name, exact: true }).getByRole('row');
	const found: Record<string, number> = {};
	for (const row of await rows.all()) {
		const label = (await row.getByRole('rowheader').locator('bdi').first().innerText()).trim();
		found[label] = Number.parseInt(await row.getByRole('cell').first().innerText(), 10);
	}
	return found;
}
