import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Facilitator } from '../support/facilitator.ts';
import { House } from '../support/house.ts';
import { ACTIONS, HEAPS, PEOPLE, tally, type Person } from '../support/people.ts';
import { Phone, type Where } from '../support/phone.ts';
import type { Proxy } from '../support/proxy.ts';
import { scan } from '../support/scan.ts';
import { Truth } from '../support/truth.ts';

let house: House;
let lead: Facilitator;
let stage: Page;
let gusNetwork: Proxy;
const phones = new Map<string, Phone>();
const truth = new Truth();

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
	const link = await scan(house.browser, await stage.screenshot());
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
