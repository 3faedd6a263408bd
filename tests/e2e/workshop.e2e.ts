import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Facilitator } from '../support/facilitator.ts';
import { House } from '../support/house.ts';
import { Phone } from '../support/phone.ts';
import { scan } from '../support/scan.ts';

let house: House;

beforeAll(async () => {
	house = await House.open();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') console.error(await house.tell());
});
afterAll(() => house.close());

test('one phone answers one question', async () => {
	const lead = await Facilitator.prepare(house);
	await lead.openRun();
	const stage = await lead.openStage();
	await lead.start();
	const link = await scan(house.browser, await stage.screenshot());
	const phone = await Phone.join(house, link, { name: 'Ann', locale: 'en', sphere: 0 });
	await lead.open();
	await phone.checkIn({ language: 0, sphere: 0, access: 'A chair by the door' });
	await phone.until('room');
	expect(await lead.answered()).toBe(1);
	expect(house.watch.complaints).toEqual([]);
	console.log(house.watch.figures);
});
