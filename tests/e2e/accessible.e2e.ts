import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Axe } from '../support/axe.ts';
import { Facilitator } from '../support/facilitator.ts';
import { House } from '../support/house.ts';
import { HEAPS, PEOPLE } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { scan } from '../support/scan.ts';
import { STEPS } from '../support/script.ts';
import { wordsIn } from '../support/words.ts';

/** Everything that can be printed while preparing. */
const SHEETS = ['poster', 'twins', 'pages', 'rules', 'runsheet', 'guide', 'recovery'];

const t = wordsIn('en');
const axe = new Axe();
let turns = 0;
let house: House;
let lead: Facilitator;
let stage: Page;
let phone: Phone;

beforeAll(async () => {
	house = await House.open();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') console.error(await house.tell());
});
afterAll(async () => {
	await house.close();
	console.log(`${axe.figures}; ${house.watch.figures}`);
});

/** In light or in dark, the two taking turns. */
async function inTurn(page: Page, state: string): Promise<void> {
	const colorScheme = turns++ % 2 === 0 ? 'light' : 'dark';
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await axe.look(page, `${state}, ${colorScheme}`);
}

/** In light and in dark. */
async function bothLooks(page: Page, state: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await axe.look(page, `${state}, ${colorScheme}`);
	}
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

test('library, workshop, settings and preparation', async () => {
	lead = await Facilitator.prepare(house);
	await lead.page.getByRole('tablist', { name: t('prepare-parts') }).waitFor();
	for (const tab of await lead.page.getByRole('tab').all()) {
		await tab.click();
		await lead.page.getByRole('tabpanel').waitFor();
		await bothLooks(lead.page, `prepare, ${await tab.innerText()}`);
	}
	for (const sheet of SHEETS) {
		await lead.page.goto(`${house.origin}/sessions/${lead.session}/print?show=${sheet}`);
		await lead.page.locator('article, main table, main section').first().waitFor();
		await axe.look(lead.page, `print, ${sheet}`);
	}
	for (const path of [
		'/',
		'/workshops/integration-workshop',
		'/settings',
		'/sessions/restore',
		'/nowhere'
	]) {
		await lead.page.goto(`${house.origin}${path}`);
		await lead.page.getByRole('heading', { level: 1 }).waitFor();
		await bothLooks(lead.page, path);
	}
	expect(axe.found).toEqual([]);
});

test('every way in on a phone', async () => {
	await lead.openRun();
	await axe.look(lead.page, 'run, before the start');
	stage = await lead.openStage();
	await axe.look(stage, 'stage, join code');
	const link = await scan(house.browser, await stage.screenshot());
	await lead.start();
	const context = await house.device('phone', { viewport: { width: 320, height: 700 } });
	const page = await context.newPage();
	await page.goto(`${house.origin}/join`);
	phone = new Phone('Ann', page, 'en');
	await phone.heading(t('join-title')).waitFor();
	await bothLooks(page, 'join, code');
	await page.goto(`${link.replace('/join#', '/join?again#')}`);
	await phone.button('English').waitFor();
	await bothLooks(page, 'join, language');
	await phone.button('English').click();
	await phone.heading(t('join-notice')).waitFor();
	await bothLooks(page, 'join, notice');
	await phone.button(t('join-go-on')).click();
	const spheres = page.getByRole('list', { name: t('join-sphere') });
	await spheres.waitFor();
	await bothLooks(page, 'join, sphere');
	await spheres.getByRole('button').first().click();
	await spheres.waitFor({ state: 'detached' });
	expect(axe.found).toEqual([]);
});

test('every step of the day on the desk, the projector and a phone', async () => {
	const [ann] = PEOPLE;
	if (!ann) throw new Error('nobody');
	const answer: Readonly<Record<string, () => Promise<void>>> = {
		arrive: () => phone.checkIn({ language: 0, sphere: 0, access: 'A chair' }),
		agreement: () => phone.notice({ agrees: true, ticks: [0, 1] }),
		opening: () => phone.word(ann.word),
		'starting-point': () => phone.scale(ann.start),
		'what-works': () => phone.cards(ann.works),
		'what-is-hard': () => phone.cards(ann.hard),
		'what-would-help': () => phone.cards(ann.helps),
		promises: () => phone.pledge(ann.pledge),
		'end-point': () => phone.scale(ann.end),
		goodbye: () => phone.form(ann.form)
	};
	for (const [step, title] of STEPS) {
		if (step !== 'arrive') await lead.nextTo(step);
		const open = lead.button(t('run-open'));
		if (await open.isVisible()) {
			await lead.open();
			await phone.page.getByText(t('join-closed')).waitFor({ state: 'detached' });
			await inTurn(phone.page, `phone, ${title}, open`);
			const say = answer[step];
			if (say) {
				await say();
				await phone.until('room');
				await inTurn(phone.page, `phone, ${title}, answered`);
			}
			if (step === 'name-problems')
				await lead.heap(1, 'Letters', [HEAPS[0]?.[1][0] ?? '']).catch(() => undefined);
			await inTurn(lead.page, `run, ${title}, open`);
			await lead.close();
			if (await lead.button(t('run-shown')).isEnabled()) await lead.show();
		} else await inTurn(phone.page, `phone, ${title}`);
		await lead.nextPicture();
		await inTurn(lead.page, `run, ${title}, shown`);
		await axe.look(stage, `stage, ${title}`);
	}
	await stage.getByRole('button', { name: t('stage-dark') }).click();
	await axe.look(stage, 'stage, dark room');
	await lead.button(t('run-type-in')).click();
	await axe.look(lead.page, 'run, typing in');
	await lead.button(t('run-skip')).click();
	await axe.look(lead.page, 'run, leaving out');
	expect(axe.found).toEqual([]);
});

test('the projector goes black without any network', async () => {
	house.watch.networkMayFail();
	await lead.context.setOffline(true);
	let requests = 0;
	lead.context.on('request', () => requests++);
	await lead.page.evaluate(() => {
		addEventListener('keydown', () => Object.assign(window, { pressed: Date.now() }), true);
	});
	const times: number[] = [];
	for (let press = 0; press < 10; press++) {
		const black = press % 2 === 0;
		const painted = stage.evaluate(
			(wanted) =>
				new Promise<number>((resolve) => {
					const look = (): void => {
						const words = document.querySelector('main')?.innerText.length ?? 0;
						const isBlack = document.querySelector('.blank') !== null || words < 30;
						// The frame after the one in which it was drawn has certainly been painted.
						if (isBlack === wanted) requestAnimationFrame(() => resolve(Date.now()));
						else requestAnimationFrame(look);
					};
					look();
				}),
			black
		);
		await lead.page.keyboard.press('b');
		const at = await painted;
		times.push(at - (await lead.page.evaluate(() => Number(Reflect.get(window, 'pressed')))));
		if (press === 0) await axe.look(stage, 'stage, black');
	}
	console.log(`black or back on the projector after ${times.join(', ')} ms, network off`);
	expect(requests).toBe(0);
	expect(Math.min(...times)).toBeLessThan(100);
	expect(await stage.getByText(STEPS.get('goodbye') ?? '').count()).toBe(0);
	await lead.context.setOffline(false);
});

test('a phone without a network, the end and the report', async () => {
	await phone.page.context().setOffline(true);
	await house.relay.stop();
	await phone.page.getByText(t('join-not-connected'), { exact: true }).waitFor();
	await bothLooks(phone.page, 'phone, not connected');
	await bothLooks(lead.page, 'run, not connected');
	await house.relay.start();
	await phone.page.context().setOffline(false);
	await lead.page.getByText(t('run-connected'), { exact: true }).waitFor();
	await lead.end();
	await bothLooks(lead.page, 'run, ended');
	await phone.heading(t('join-ended')).waitFor();
	await bothLooks(phone.page, 'phone, ended');
	await lead.report();
	await bothLooks(lead.page, 'report, two pages');
	await lead.button(t('report-working')).click();
	await axe.look(lead.page, 'report, working');
	await lead.button(t('report-edit')).click();
	await axe.look(lead.page, 'report, hide and reword');
	expect(axe.found).toEqual([]);
	expect(house.watch.complaints).toEqual([]);
});
