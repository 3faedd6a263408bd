import type { Locator, Page } from 'playwright-core';
import { Answerer } from './answerer.ts';
import type { House } from './house.ts';
import { wordsIn, type Translate } from './words.ts';

/** Where an answer is, as the phone's own words say it. */
export type Where = 'writing' | 'phone' | 'sent' | 'room';

const STATION: Readonly<Record<Exclude<Where, 'writing'>, string>> = {
	phone: 'common-on-this-phone',
	sent: 'common-sent',
	room: 'common-in-the-room'
};

/** Somebody with a phone in the room; does what a person does: reads names, taps and types. */
export class Phone extends Answerer {
	readonly name: string;
	readonly page: Page;
	readonly locale: string;
	readonly t: Translate;

	constructor(name: string, page: Page, locale: string) {
		super();
		this.name = name;
		this.page = page;
		this.locale = locale;
		this.t = wordsIn(locale);
	}

	/** Opens the link and goes in: language, notice, sphere. `sphere` is a place among those offered, from 0. */
	static async join(
		house: House,
		link: string,
		who: { name: string; locale: string; sphere: number; width?: number }
	): Promise<Phone> {
		const context = await house.device(who.name, {
			viewport: { width: who.width ?? 390, height: 780 },
			hasTouch: true
		});
		const page = await context.newPage();
		const phone = new Phone(who.name, page, who.locale);
		await page.goto(link);
		await phone.goIn(who.sphere);
		return phone;
	}

	async goIn(sphere: number): Promise<void> {
		await this.button(languageName(this.locale)).click();
		await this.heading(this.t('join-notice')).waitFor();
		await this.button(this.t('join-go-on')).click();
		const spheres = this.page.getByRole('list', { name: this.t('join-sphere') });
		await spheres.getByRole('button').nth(sphere).click();
		await spheres.waitFor({ state: 'detached' });
	}

	get root(): Page {
		return this.page;
	}
	heading(name: string | RegExp): Locator {
		return this.page.getByRole('heading', { name, exact: true });
	}

	/** Waits for the words. */
	async until(where: Exclude<Where, 'writing'>): Promise<void> {
		await this.#path()
			.locator('[aria-current="step"]', { hasText: this.t(STATION[where]) })
			.waitFor();
	}

	/** What the words say this moment. */
	async where(): Promise<Where> {
		const here = this.#path().locator('[aria-current="step"]');
		if ((await here.count()) === 0) return 'writing';
		const words = (await here.innerText()).trim();
		const found = (['phone', 'sent', 'room'] as const).find(
			(where) => this.t(STATION[where]) === words
		);
		if (!found) throw new Error(`${this.name} says "${words}"`);
		return found;
	}

	async send(): Promise<void> {
		await this.button(this.t('common-send')).click();
	}

	/** Cards one after the other; each is in the room before the next is begun. */
	async cards(texts: readonly string[]): Promise<void> {
		for (const [at, text] of texts.entries()) {
			if (at > 0) await this.button(this.t('join-write-another')).click();
			await this.page.getByRole('textbox').fill(text);
			await this.send();
			await this.until('room');
		}
	}

	#path(): Locator {
		return this.page.getByRole('list', { name: this.t('common-answer-path') });
	}
}

const languageName = (locale: string): string => (locale === 'cs' ? 'Čeština' : 'English');
