import type { Page } from 'playwright-core';

// Every name and selector of the screens that a bench drives. When a screen changes, only this file does.

const PLAIN_CODE = /^[0-9A-Z]{4} [0-9A-Z]{4}$/;

/** The ring that says how many have answered, on the facilitator's screen. */
export const RUN_RING = 'section.answers svg[role="img"]';
export const ECHO_RING = '[role="img"]';

/** Prepares and starts a session of the first workshop; resolves with its join code. */
export async function startSession(page: Page, origin: string): Promise<string> {
	await page.goto(`${origin}/workshops/integration-workshop`);
	await page.getByRole('button', { name: 'Prepare a session', exact: true }).first().click();
	await page.waitForURL(/\/sessions\/([^/]+)/);
	const id = /\/sessions\/([^/]+)/.exec(page.url())?.[1] ?? '';
	await page.goto(`${origin}/sessions/${id}/run`);
	const start = page.getByRole('button', { name: 'Start the session', exact: true });
	await start.waitFor();
	const code = await page.getByText(PLAIN_CODE).first().innerText();
	await start.click();
	await start.waitFor({ state: 'detached' });
	return code.replaceAll(/\s/g, '');
}

export const pressNext = (page: Page): Promise<void> =>
	page.getByRole('button', { name: /^Next: / }).click();

/** Goes on from the first step to the step with this title. */
export async function goOnTo(page: Page, title: string): Promise<void> {
	const heading = page.getByRole('heading', { level: 1 });
	for (let step = 0; step < 6; step++) {
		const here = await heading.innerText();
		if (here === title) return;
		await pressNext(page);
		await heading.getByText(here, { exact: true }).waitFor({ state: 'detached' });
	}
	throw new Error(`there is no step "${title}" among the first`);
}

/** Opens the answers of the step that is on. */
export async function openAnswers(page: Page): Promise<void> {
	const open = page
		.getByRole('group', { name: 'State of the answers' })
		.getByRole('button', { name: 'Open', exact: true });
	await open.click();
	await open.and(page.locator('[aria-pressed="true"]')).waitFor();
}

/** The first words a phone shows. */
export const FIRST_SCREEN = 'main h1';
/** Where the phone says its answer is, and what it says once the relay, or the room, has it. */
export const ANSWER_STATION = '[aria-current="step"]';
export const ACKNOWLEDGED = ['Sent', 'In the room'];

export async function typeCode(page: Page, code: string): Promise<void> {
	await page.getByRole('textbox').fill(code);
	await page.keyboard.press('Enter');
}

/** Goes in and answers the first step, "who is here". Every screen is left as soon as it is there. */
export async function goInAndAnswer(page: Page): Promise<void> {
	const press = (name: string): Promise<void> =>
		page.getByRole('button', { name, exact: true }).click();
	await press('English');
	await press('Go on');
	const spheres = page.getByRole('list', { name: 'Which fits you best?' });
	await spheres.getByRole('button').first().click();
	for (let question = 0; question < 2; question++) {
		await page.getByRole('radio').first().check();
		await press('Next question');
	}
	await press('Send');
}
