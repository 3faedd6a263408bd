import type { Locator, Page } from 'playwright-core';
import { Answerer } from './answerer.ts';
import { wordsIn } from './words.ts';

/** The stack of paper beside the laptop, typed in sheet by sheet or as numbers. */
export class Sheets extends Answerer {
	readonly root: Locator;
	readonly t = wordsIn('en');

	constructor(page: Page) {
		super();
		this.root = page.getByRole('region', { name: wordsIn('en')('run-type-in'), exact: true });
	}

	/** Lays this sheet aside and takes the next. */
	async send(): Promise<void> {
		await this.#add('run-sheet-next');
	}

	/** Several cards of one person's sheet. */
	async cards(texts: readonly string[]): Promise<void> {
		for (const [at, text] of texts.entries()) {
			await this.root.getByRole('textbox').fill(text);
			await this.#add(at < texts.length - 1 ? 'run-sheet-same' : 'run-sheet-next');
		}
	}

	/** The sphere ticked on the sheet, by its words. */
	async sphere(title: string): Promise<void> {
		await this.root.getByLabel(this.t('run-sheet-sphere')).selectOption({ label: title });
	}

	/** Raised hands or counted sheets: number by line. */
	async counts(people: number, numbers: Readonly<Record<string, number>>): Promise<void> {
		await this.button(this.t('run-type-counts')).click();
		await this.root.getByLabel(this.t('run-counts-people'), { exact: true }).fill(String(people));
		for (const [label, count] of Object.entries(numbers))
			await this.root.getByLabel(label, { exact: true }).fill(String(count));
		await this.button(this.t('run-counts-add')).click();
		await this.root
			.getByRole('status')
			.filter({ hasText: String(people) })
			.waitFor();
	}

	/** So many sheets and so many counted people are typed in. */
	async typed(sheets: number, people: number): Promise<void> {
		await this.root.getByText(this.t('run-typed-so-far', { sheets, people })).waitFor();
	}

	async #add(button: 'run-sheet-next' | 'run-sheet-same'): Promise<void> {
		await this.button(this.t(button)).click();
		// A press is done when the form is empty again: only then another can be added.
		await this.button(this.t(button)).and(this.root.locator(':disabled')).waitFor();
	}
}
