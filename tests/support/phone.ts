import type { Locator, Page } from 'playwright-core';
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
export class Phone {
	readonly name: string;
	readonly page: Page;
	readonly locale: string;
	readonly t: Translate;

	constructor(name: string, page: Page, locale: string) {
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

	button(name: string | RegExp): Locator {
		return this.page.getByRole('button', { name, exact: true });
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

	/** Chooses the option at a place in the list on the screen. */
	async choose(at: number): Promise<void> {
		await this.page.getByRole('radio').nth(at).check();
	}

	async checkIn(answer: { language: number; sphere: number; access?: string }): Promise<void> {
		const next = this.button(this.t('check-in-next'));
		await this.choose(answer.language);
		await next.click();
		await this.choose(answer.sphere);
		await next.click();
		if (answer.access !== undefined)
			await this.page.getByLabel(this.t('check-in-access')).fill(answer.access);
		await this.send();
	}

	/** `ticks` are places among the boxes, from 0. */
	async notice(answer: { agrees: boolean; ticks: readonly number[] }): Promise<void> {
		for (const tick of answer.ticks) await this.page.getByRole('checkbox').nth(tick).check();
		await this.page
			.getByRole('radio', { name: this.t(answer.agrees ? 'notice-agree' : 'notice-listen') })
			.check();
		await this.send();
	}

	async word(text: string): Promise<void> {
		await this.page.getByRole('textbox').fill(text);
		await this.send();
	}

	/** One point for each statement, from 1; 0 = does not know. */
	async scale(points: readonly number[], dontKnow = 5): Promise<void> {
		for (const [at, point] of points.entries()) {
			if (at > 0) await this.button(this.t('scale-next')).click();
			await this.page
				.getByText(this.t('scale-progress', { at: at + 1, count: points.length }))
				.waitFor();
			await this.choose(point === 0 ? dontKnow : point - 1);
		}
		await this.send();
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

	/** Dots by the item's words. */
	async vote(dots: Readonly<Record<string, number>>): Promise<void> {
		for (const [item, count] of Object.entries(dots))
			for (let dot = 0; dot < count; dot++)
				await this.button(this.t('vote-give', { item })).click();
		await this.send();
	}

	async action(action: {
		item: string;
		what: string;
		who: string;
		with: string;
		first_step: string;
		when: string;
		help_needed: string;
	}): Promise<void> {
		const field = (id: string): Locator => this.page.getByLabel(this.t(`action-plan-${id}`));
		const next = this.button(this.t('action-plan-next'));
		await this.page.getByRole('radio', { name: action.item }).check();
		await next.click();
		await field('what').fill(action.what);
		await next.click();
		await field('who').fill(action.who);
		await field('with').fill(action.with);
		await next.click();
		await field('first-step').fill(action.first_step);
		await field('when').fill(action.when);
		await next.click();
		await field('help-needed').fill(action.help_needed);
		await this.send();
	}

	async pledge(pledge: { text: string; share: boolean }): Promise<void> {
		await this.page.getByLabel(this.t('pledge-i-will')).fill(pledge.text);
		if (pledge.share)
			await this.page.getByRole('checkbox', { name: this.t('pledge-share') }).check();
		await this.send();
	}

	/** A number is a place among the answers, from 0; words go into the field; undefined skips. */
	async form(answers: readonly (number | string | undefined)[]): Promise<void> {
		for (const [at, answer] of answers.entries()) {
			if (at > 0) await this.button(this.t('form-next')).click();
			await this.page
				.getByText(this.t('form-progress', { n: at + 1, count: answers.length }))
				.waitFor();
			if (typeof answer === 'number') await this.choose(answer);
			else if (answer !== undefined) await this.page.getByRole('textbox').fill(answer);
		}
		await this.send();
	}

	#path(): Locator {
		return this.page.getByRole('list', { name: this.t('common-answer-path') });
	}
}

const languageName = (locale: string): string => (locale === 'cs' ? 'Čeština' : 'English');
