import type { Locator, Page } from 'playwright-core';
import type { Translate } from './words.ts';

/** Fills in the form of any kind, wherever it is drawn: on a phone, or on the desk from a sheet of paper. */
export abstract class Answerer {
	abstract readonly root: Page | Locator;
	abstract readonly t: Translate;
	/** Gives what is in the form. */
	abstract send(): Promise<void>;

	button(name: string | RegExp): Locator {
		return this.root.getByRole('button', { name, exact: true });
	}

	/** Chooses the option at a place in the list on the screen. */
	async choose(at: number): Promise<void> {
		await this.root.getByRole('radio').nth(at).check();
	}

	async checkIn(answer: { language: number; sphere: number; access?: string }): Promise<void> {
		const next = this.button(this.t('check-in-next'));
		await this.choose(answer.language);
		await next.click();
		await this.choose(answer.sphere);
		await next.click();
		if (answer.access !== undefined)
			await this.root.getByLabel(this.t('check-in-access')).fill(answer.access);
		await this.send();
	}

	/** `ticks` are places among the boxes, from 0. */
	async notice(answer: { agrees: boolean; ticks: readonly number[] }): Promise<void> {
		for (const tick of answer.ticks) await this.root.getByRole('checkbox').nth(tick).check();
		await this.root
			.getByRole('radio', { name: this.t(answer.agrees ? 'notice-agree' : 'notice-listen') })
			.check();
		await this.send();
	}

	async word(text: string): Promise<void> {
		await this.root.getByRole('textbox').fill(text);
		await this.send();
	}

	/** One point for each statement, from 1; 0 = does not know. */
	async scale(points: readonly number[], dontKnow = 5): Promise<void> {
		for (const [at, point] of points.entries()) {
			if (at > 0) await this.button(this.t('scale-next')).click();
			await this.root
				.getByText(this.t('scale-progress', { at: at + 1, count: points.length }))
				.waitFor();
			await this.choose(point === 0 ? dontKnow : point - 1);
		}
		await this.send();
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
		const field = (id: string): Locator => this.root.getByLabel(this.t(`action-plan-${id}`));
		const next = this.button(this.t('action-plan-next'));
		await this.root.getByRole('radio', { name: action.item }).check();
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
		await this.root.getByLabel(this.t('pledge-i-will')).fill(pledge.text);
		if (pledge.share)
			await this.root.getByRole('checkbox', { name: this.t('pledge-share') }).check();
		await this.send();
	}

	/** A number is a place among the answers, from 0; words go into the field; undefined skips. */
	async form(answers: readonly (number | string | undefined)[]): Promise<void> {
		for (const [at, answer] of answers.entries()) {
			if (at > 0) await this.button(this.t('form-next')).click();
			await this.root
				.getByText(this.t('form-progress', { n: at + 1, count: answers.length }))
				.waitFor();
			if (typeof answer === 'number') await this.choose(answer);
			else if (answer !== undefined) await this.root.getByRole('textbox').fill(answer);
		}
		await this.send();
	}
}
