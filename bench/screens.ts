import type { Page } from 'playwright-core';

// Every name and selector of the screens that a bench drives. When a screen changes, only this file does.

/** Prepares and starts a session of the first workshop; resolves with its join code. */
export async function startSession(page: Page, origin: string): Promise<string> {
	await page.goto(`${origin}/workshops/integration-workshop`);
	const prepare = /Prepare/;
	await page
		.getByRole('button', { name: prepare })
		.or(page.getByRole('link', { name: prepare }))
		.first()
		.click();
	await page.waitForURL(/\/sessions\/([^/]+)/);
	const id = /\/sessions\/([^/]+)/.exec(page.url())?.[1] ?? '';
	await page.goto(`${origin}/sessions/${id}/run`);
	const start = page.getByText('Start the session');
	await start.waitFor();
	const code = await page.locator('main .code').innerText();
	await start.click();
	return code.replaceAll(/\s/g, '');
}

/** The join page can be used: the field for the code is there and takes letters. */
export const codeField = (page: Page) => page.locator('form input').first();

/** Types the code and presses whatever leads on, as a person in a hurry does, until `isDone`. */
export async function joinAndAnswer(
	page: Page,
	code: string,
	isDone: () => boolean
): Promise<boolean> {
	await codeField(page).fill(code);
	await page.keyboard.press('Enter');
	const leadsOn = /^(English|Join|Go on|Go in|I agree|Prefer not to say|Send|Continue|Next)$/;
	for (let turn = 0; turn < 60 && !isDone(); turn++) {
		const buttons = page.getByRole('button', { name: leadsOn, disabled: false });
		if ((await buttons.count()) > 0)
			await buttons
				.last()
				.click({ timeout: 1000 })
				.catch(() => undefined);
		const choice = page.getByRole('radio', { checked: false }).first();
		if ((await choice.count()) > 0)
			await choice.click({ timeout: 500, force: true }).catch(() => undefined);
		await page.waitForTimeout(250);
	}
	return isDone();
}
