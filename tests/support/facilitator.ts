import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { House } from './house.ts';
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
	static async prepare(house: House): Promise<Facilitator> {
		const context = await house.device('facilitator', { viewport: { width: 1440, height: 900 } });
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
			this.page.waitForEvent('popup'),
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

	/** Opens the answers of this step. */
	async open(): Promise<void> {
		await this.button(t('run-open')).click();
	}

	/** People who have answered, as the ring beside the answers says it. */
	async answered(): Promise<number> {
		const ring = this.page
			.getByRole('region', { name: t('run-answers') })
			.getByRole('img')
			.first();
		const said = (await ring.getAttribute('aria-label')) ?? '';
		return Number(/^\d+/.exec(said)?.[0] ?? NaN);
	}
}
