import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { barsIn, Facilitator } from '../support/facilitator.ts';
import { House } from '../support/house.ts';
import { Hostile } from '../support/hostile.ts';
import { ACTIONS, FLATS, HEAPS, medians, PEOPLE, tally, type Person } from '../support/people.ts';
import { Phone, type Where } from '../support/phone.ts';
import type { Proxy } from '../support/proxy.ts';
import { readCsv } from '../support/report.ts';
import { scan } from '../support/scan.ts';
import { titleOf } from '../support/script.ts';
import { headsOf, ownLog, Truth } from '../support/truth.ts';
import { until } from '../support/until.ts';

let house: House;
let lead: Facilitator;
let stage: Page;
let gusNetwork: Proxy;
let link: string;
let hostile: Hostile;
const phones = new Map<string, Phone>();
const truth = new Truth();

const MUTANTS = 10_000;
const HOSTILE_DOTS = { [FLATS]: 2 };
/** Logs people write themselves; the facilitator's own go on by themselves. */
const PEOPLE_LOG = /^in\/(\w+) \1$/;

beforeAll(async () => {
	house = await House.open();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') console.error(await house.tell());
});
afterAll(async () => {
	await house.close();
	console.log(
		`${String(phones.size)} phones, ${String(truth.checks)} status words held against the facilitator's storage; ${house.watch.figures}`
	);
});

const phoneOf = (name: string): Phone => {
	const phone = phones.get(name);
	if (!phone) throw new Error(`nobody is called ${name}`);
	return phone;
};

/** Everybody does the same thing at the same time. */
const together = (
	act: (phone: Phone, person: Person) => Promise<unknown>,
	people: readonly Person[] = PEOPLE
): Promise<unknown> => Promise.all(people.map((person) => act(phoneOf(person.name), person)));

/** Dots of the eight and of the hostile client's one valid ballot. */
const ledgerOfDots = (): Readonly<Record<string, number>> =>
	tally([...PEOPLE, { dots: HOSTILE_DOTS }]);

/** What can be seen of the room from outside: answers at the desk, picture, words on every phone, honest logs. */
async function everything(): Promise<unknown> {
	const heads = [...(await headsOf(lead.page))].filter(
		([log]) => !log.includes(hostile.writer) && PEOPLE_LOG.test(log)
	);
	return {
		answered: await lead.answered(),
		dots: await lead.bars('Vote with dots'),
		picture: await stage.locator('main').innerText(),
		words: await Promise.all(
			[...phones.values()].map((phone) => phone.page.locator('main').innerText())
		),
		heads: heads.sort()
	};
}

/** Every phone says where its answer is, and it is true. */
async function allTrue(
	where: Exclude<Where, 'writing'> = 'room',
	people: readonly Person[] = PEOPLE
): Promise<void> {
	const expected = new Map(people.map((person) => [phoneOf(person.name), where] as const));
	expect(await truth.check(lead.page, expected)).toEqual([]);
}

test('a session is prepared, the projector shows its code, eight phones come in', async () => {
	lead = await Facilitator.prepare(house);
	await lead.openRun();
	stage = await lead.openStage();
	await lead.start();
	link = await scan(house.browser, await stage.screenshot());
	gusNetwork = await house.proxy();
	for (const person of PEOPLE) {
		const own =
			person.name === 'Gus'
				? link.replace(house.origin, `http://localhost:${String(gusNetwork.port)}`)
				: link;
		phones.set(person.name, await Phone.join(house, own, person));
	}
	await lead.answers.getByText('8 phones').waitFor();
});

test('everybody checks in and reads what happens with answers', async () => {
	await lead.open();
	await together((phone, { locale, sphere, access }) =>
		phone.checkIn({
			language: locale === 'cs' ? 1 : 0,
			sphere,
			...(access === undefined ? {} : { access })
		})
	);
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
	await lead.answers.getByText('A chair by the door').waitFor();

	await lead.nextTo('agreement');
	await lead.open();
	await together((phone, { agrees, quote }) =>
		phone.notice({ agrees, ticks: agrees ? (quote ? [0, 1] : [0]) : [] })
	);
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
});

test('the cut-off phone says so, and its word arrives by itself', async () => {
	await lead.nextTo('opening');
	await lead.open();
	const gus = phoneOf('Gus');
	const others = PEOPLE.filter(({ name }) => name !== 'Gus');
	const [own] = PEOPLE.filter(({ name }) => name === 'Gus');
	await gus.page.getByRole('textbox').fill('pat');
	house.watch.networkMayFail();
	gusNetwork.cut();
	await gus.page.getByText(gus.t('join-not-connected'), { exact: true }).waitFor();
	await gus.word(own?.word ?? '');
	await together((phone, { word }) => phone.word(word), others);
	await allTrue('room', others);
	expect(await truth.check(lead.page, new Map([[gus, 'phone' as const]]))).toEqual([]);
	await lead.untilAnswered(others.length);
	gusNetwork.heal();
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);

	await lead.check(8, ['calm']);
	await lead.nextPicture();
	await lead.nextPicture();
	await lead.close();
	await lead.show();
	await stage.getByText('courage').first().waitFor();
	await stage.getByText('patience').first().waitFor();
	expect(await stage.getByText('calm').count()).toBe(0);
});

test('points at the start are counted as they were given', async () => {
	await lead.nextTo('starting-point');
	await lead.open();
	await together((phone, { start }) => phone.scale(start));
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
	expect(await lead.medians()).toEqual(medians(PEOPLE.map(({ start }) => start)));
	await lead.close();
	await lead.show();
	await lead.nextPicture();
	await stage.getByText('I know where to ask for help here.').waitFor();
	await lead.nextTo('facts');
});

test('half a word survives a reload, and every card comes to the desk', async () => {
	await lead.nextTo('what-works');
	await lead.open();
	const hana = phoneOf('Hana');
	const others = PEOPLE.filter(({ name }) => name !== 'Hana');
	const field = hana.page.getByRole('textbox');
	await field.fill('The mayor lis');
	await hana.page.reload();
	await field.waitFor();
	expect(await field.inputValue()).toBe('The mayor lis');
	await hana.cards(['The mayor listens']);
	await together((phone, { works }) => phone.cards(works), others);
	await allTrue();
	const cards = PEOPLE.flatMap(({ works }) => works);
	await lead.check(cards.length);
	await lead.nextPicture();
	await lead.nextPicture();
	await lead.show();
	const shown = await lead.pagesOf(stage);
	for (const card of cards) expect(shown).toContain(card);

	await lead.nextTo('what-is-hard');
	await lead.open();
	await together((phone, { hard }) => phone.cards(hard));
	await allTrue();
	await lead.check(PEOPLE.flatMap(({ hard }) => hard).length);
	expect(await stage.getByText('The flat was too expensive').count()).toBe(0);

	await lead.nextTo('what-would-help');
	await lead.open();
	await together((phone, { helps }) => phone.cards(helps));
	await allTrue();
	await lead.check(PEOPLE.flatMap(({ helps }) => helps).length);
	await lead.nextTo('coffee');
	await lead.nextTo('name-problems');
	await lead.open();
	for (const [place, [name, cards]] of HEAPS.entries()) await lead.heap(place + 1, name, cards);
	await lead.close();
});

test('the desk and the relay die during the vote, and every vote arrives', async () => {
	await lead.nextTo('priorities');
	await lead.open();
	const vote = (names: readonly string[]): Promise<unknown> =>
		together(
			(phone, { dots }) => phone.vote(dots),
			PEOPLE.filter(({ name }) => names.includes(name))
		);
	const those = (...names: readonly string[]): readonly Person[] =>
		PEOPLE.filter(({ name }) => names.includes(name));
	await vote(['Ann', 'Bora', 'Cyril']);
	await allTrue('room', those('Ann', 'Bora', 'Cyril'));
	await lead.untilAnswered(3);
	const left = await lead.secondsLeft();
	const picture = await stage.locator('main').innerText();

	await lead.crash();
	const died = Date.now();
	lead.page = stage;
	await vote(['Dana', 'Emil', 'Gus']);
	await allTrue('sent', those('Dana', 'Emil', 'Gus'));
	expect(await stage.locator('main').innerText()).toBe(picture);
	gusNetwork.cut();

	await house.relay.kill();
	await vote(['Fay']);
	await allTrue('phone', those('Fay'));
	await house.relay.start();
	await allTrue('sent', those('Fay'));

	await lead.reopen();
	expect(await lead.step()).toBe(titleOf('priorities'));
	const gone = Math.round((Date.now() - died) / 1000);
	expect(Math.abs(left - gone - (await lead.secondsLeft()))).toBeLessThan(5);
	await allTrue('room', those('Ann', 'Bora', 'Cyril', 'Dana', 'Emil', 'Fay'));
	await lead.untilAnswered(7);
	// What a phone calls sent is the relay's to keep: it is here although the phone is still cut off.
	expect(await phoneOf('Gus').where()).toBe('sent');
	gusNetwork.heal();
	await vote(['Hana']);
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
	expect(await lead.bars('Vote with dots')).toEqual(tally(PEOPLE));
});

test('a client with the right code and no manners changes nothing', async () => {
	hostile = await Hostile.enter(link);
	await hostile.vote('priorities', HOSTILE_DOTS);
	await lead.untilAnswered(PEOPLE.length + 1);
	expect(await lead.bars('Vote with dots')).toEqual(ledgerOfDots());
	const before = await everything();

	const { writer: ann } = await ownLog(phoneOf('Ann').page);
	await hostile.voteAgain('priorities', HOSTILE_DOTS);
	const log = `in/${hostile.writer} ${hostile.writer}`;
	const heard = (await headsOf(lead.page)).get(log) ?? 0;
	await hostile.close();
	const refusals = await hostile.attack(ann, MUTANTS);
	const garbage = await hostile.garbage();
	console.log(
		`hostile client: ${String(refusals.entries)} forged entries in ${String(refusals.frames)} frames, refused ${JSON.stringify(refusals.refused)}, thrown out ${String(refusals.thrownOut)} times, accepted ${String(refusals.accepted)}; ${String(garbage)} well-signed pieces of garbage in its own log, ${String(heard)} entries of it at the desk`
	);
	expect(refusals.accepted).toBe(0);
	expect(refusals.entries).toBeGreaterThanOrEqual(10_000);
	expect(refusals.refused['forbidden']).toBeGreaterThan(0);

	// A late answer of an honest phone shows that the room still works, and that nothing else has come.
	expect(await everything()).toEqual(before);
	await allTrue();
});

test('plans, promises, points at the end and the closing form are answered', async () => {
	await lead.close();
	await lead.show();
	await lead.nextPicture();
	await lead.nextPicture();
	const sums = ledgerOfDots();
	await until(
		'the vote on the projector',
		() => barsIn(stage, 'Vote with dots'),
		(drawn) => JSON.stringify(drawn) === JSON.stringify(sums)
	);

	await lead.nextTo('first-steps');
	await lead.open();
	const planners = PEOPLE.filter(({ name }) => ACTIONS.has(name));
	await together(async (phone, { name }) => {
		const action = ACTIONS.get(name);
		if (action) await phone.action(action);
	}, planners);
	await allTrue('room', planners);
	for (const { what } of ACTIONS.values()) await lead.answers.getByText(what).first().waitFor();
	await lead.checkAll();

	await lead.nextTo('promises');
	await lead.open();
	await together((phone, { pledge }) => phone.pledge(pledge));
	await allTrue();
	await lead.answers.getByText('8 promises, 1 of them private.').waitFor();
	await lead.checkAll();
	expect(await lead.page.getByText('Soukromý slib').count()).toBe(0);

	await lead.nextTo('end-point');
	await lead.open();
	await together((phone, { end }) => phone.scale(end));
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
	expect(await lead.medians()).toEqual(medians(PEOPLE.map(({ end }) => end)));

	await lead.nextTo('goodbye');
	await lead.open();
	await together((phone, { form }) => phone.form(form));
	await allTrue();
	await lead.untilAnswered(PEOPLE.length);
	await lead.answers.getByText('The speaker was short').first().waitFor();
	await lead.checkAll();
	await lead.end();
	await together((phone) => phone.heading(phone.t('join-ended')).waitFor());
});

test('report and table of actions say exactly what was entered', async () => {
	const report = await lead.report();
	const files = await report.files();
	const rows = readCsv(files.csv);
	expect(rows[0]?.slice(0, 3)).toEqual(['what', 'why', 'who']);
	const columns = rows[0] ?? [];
	const planned = rows
		.slice(1)
		.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
	expect(planned.map(({ what }) => what).sort()).toEqual(
		[...ACTIONS.values()].map(({ what }) => what).sort()
	);
	for (const action of ACTIONS.values()) {
		const row = planned.find(({ what }) => what === action.what);
		const { item: _, ...columns } = action;
		// A spreadsheet would run a cell that begins with "=": it is made text.
		const who = columns.who.startsWith('=') ? `'${columns.who}` : columns.who;
		expect(row).toMatchObject({ ...columns, who });
	}
	for (const [item, dots] of Object.entries(ledgerOfDots()))
		expect(files.text).toContain(`${item}, ${String(dots)}`);
	for (const { pledge } of PEOPLE)
		expect(files.json.includes(pledge.text), pledge.text).toBe(pledge.share);
	for (const { word } of PEOPLE) expect(files.json.includes(word), word).toBe(word !== 'calm');
	for (const { hard } of PEOPLE)
		for (const card of hard) expect(files.json, 'sensitive words stay').not.toContain(card);
	expect(files.json).not.toContain('A chair by the door');
	expect(files.json).not.toContain(hostile.writer);
	expect(house.watch.complaints).toEqual([]);
});
