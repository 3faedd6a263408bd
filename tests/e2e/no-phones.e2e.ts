import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Facilitator } from '../support/facilitator.ts';
import { House } from '../support/house.ts';
import { ACTIONS, HEAPS, medians, PEOPLE, tally } from '../support/people.ts';
import { readCsv } from '../support/report.ts';
import { STEPS } from '../support/script.ts';
import { wordsIn } from '../support/words.ts';

const t = wordsIn('en');
let house: House;
let sheets = 0;
let counted = 0;

beforeAll(async () => {
	house = await House.open();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') console.error(await house.tell());
});
afterAll(async () => {
	await house.close();
	console.log(
		`no phones: ${String(sheets)} sheets and numbers of ${String(counted)} people typed in; ${house.watch.figures}`
	);
});

/** Runs the day to its end with paper and raised hands only, and holds the report against what was typed. */
async function runOnPaper(lead: Facilitator): Promise<void> {
	const everybody = PEOPLE.length;
	const sheet = async (count: number, people = 0): Promise<void> => {
		await (await lead.typeIn()).typed(count, people);
		sheets += count;
		counted += people;
	};
	const type: Readonly<Record<string, () => Promise<void>>> = {
		agreement: async () => {
			const paper = await lead.typeIn();
			const agree = PEOPLE.filter(({ agrees }) => agrees).length;
			await paper.counts(everybody, { 'Do you want to take part like this?': agree });
			await sheet(0, everybody);
		},
		opening: async () => {
			const paper = await lead.typeIn();
			for (const { word } of PEOPLE) await paper.word(word);
			await sheet(everybody);
		},
		'starting-point': async () => {
			const paper = await lead.typeIn();
			for (const { start } of PEOPLE) await paper.scale(start);
			await sheet(everybody);
			expect(await lead.medians()).toEqual(medians(PEOPLE.map(({ start }) => start)));
		},
		'what-is-hard': async () => {
			const paper = await lead.typeIn();
			for (const { hard } of PEOPLE) await paper.cards(hard);
			await sheet(everybody);
		},
		'name-problems': async () => {
			for (const [place, [name, cards]] of HEAPS.entries()) await lead.heap(place + 1, name, cards);
		},
		priorities: async () => {
			const paper = await lead.typeIn();
			await paper.counts(everybody, tally(PEOPLE));
			await sheet(0, everybody);
			expect(await lead.bars('Vote with dots')).toEqual(tally(PEOPLE));
		},
		'first-steps': async () => {
			const paper = await lead.typeIn();
			for (const action of ACTIONS.values()) await paper.action(action);
			await sheet(ACTIONS.size);
		},
		promises: async () => {
			const paper = await lead.typeIn();
			for (const { pledge } of PEOPLE) await paper.pledge(pledge);
			await sheet(everybody);
		},
		'end-point': async () => {
			const paper = await lead.typeIn();
			for (const { end } of PEOPLE) await paper.scale(end);
			await sheet(everybody);
			expect(await lead.medians()).toEqual(medians(PEOPLE.map(({ end }) => end)));
		}
	};
	await lead.start();
	for (const step of STEPS.keys()) {
		if (step !== 'arrive') await lead.nextTo(step);
		const typing = type[step];
		if (!typing) continue;
		await lead.open();
		await typing();
		await lead.close();
		if (await lead.button(t('run-shown')).isEnabled()) await lead.show();
	}
	await lead.end();
	const files = await (await lead.report()).files();
	const [columns = [], ...rows] = readCsv(files.csv);
	const what = columns.indexOf('what');
	expect(rows.map((row) => row[what]).sort()).toEqual(
		[...ACTIONS.values()].map((action) => action.what).sort()
	);
	for (const [item, dots] of Object.entries(tally(PEOPLE)))
		expect(files.text).toContain(`${item}, ${String(dots)}`);
	for (const { word } of PEOPLE) expect(files.json).toContain(word);
	for (const { hard } of PEOPLE) for (const card of hard) expect(files.json).not.toContain(card);
	for (const { pledge } of PEOPLE) expect(files.json.includes(pledge.text)).toBe(pledge.share);
}

describe('without a single phone', () => {
	test('the day is run on paper and with raised hands, and the report says what was typed', async () => {
		const lead = await Facilitator.prepare(house);
		await lead.openRun();
		await runOnPaper(lead);
		await lead.context.close();
	});

	test('the day is prepared, run and reported on one laptop with no network at all', async () => {
		const context = await house.device('laptop', { viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		await page.goto(`${house.origin}/`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
		house.watch.networkMayFail();
		await house.relay.stop();
		await page.close();
		const lead = await Facilitator.prepare(house, context);
		await lead.openRun();
		await lead.page.getByRole('status').filter({ hasText: 'Not connected. Go on' }).waitFor();
		await runOnPaper(lead);
		await lead.page.reload();
		await lead.page.getByRole('article').waitFor();
		expect(house.watch.complaints).toEqual([]);
	});
});
