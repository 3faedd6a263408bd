import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { TooLargeError } from '#lib/sync/errors.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { createFacilitatorRoom, joinRoom } from '#lib/sync/room.ts';
import { quick, RelayBox } from './relay-box.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));

async function roomOfTwo() {
	const random = seededRandom(seed);
	const box = new RelayBox(random);
	const base = quick(random, box);
	const recovery = random(16);
	const facilitator = await createFacilitatorRoom({
		...base,
		store: memoryStore(),
		links: [box.link()],
		writerSeed: random(32),
		recovery,
		fresh: true
	});
	const phone = await joinRoom({
		...base,
		store: memoryStore(),
		links: [box.link()],
		writerSeed: random(32)
	});
	return { random, box, base, recovery, facilitator, phone };
}

const put = (key: string, value: unknown) => (doc: Y.Doc) => {
	doc.getMap('answers').set(key, value);
};

describe(`a room over the real relay core (SEED=${seed})`, () => {
	it('admits a phone, carries words both ways and says in the room only with a receipt', async () => {
		const { box, facilitator, phone } = await roomOfTwo();
		await box.run(3000);
		expect(phone.admission()).toBe('in');
		expect(phone.seat()).toBe(1);
		expect(phone.check).toEqual(facilitator.check);
		expect(facilitator.members()).toMatchObject([
			{ writer: phone.self, state: 'admitted', online: true }
		]);
		await facilitator.change('stage', put('step', 'welcome'));
		const channel = `in/${phone.self}` as const;
		expect(await phone.change(channel, put('a', 1))).toBe(1);
		await box.run(3000);
		expect(phone.doc('stage').getMap('answers').toJSON()).toEqual({ step: 'welcome' });
		expect(facilitator.doc(channel).getMap('answers').toJSON()).toEqual({ a: 1 });
		expect(phone.progress(channel)).toEqual({ device: 1, sent: 1, room: 1 });
		expect(phone.network()).toMatchObject({ relay: 'connected', waiting: 0, online: 2 });
	});

	it('changes nothing when a change is too large', async () => {
		const { box, facilitator } = await roomOfTwo();
		await box.run(2000);
		const big = facilitator.change('stage', put('big', 'x'.repeat(20_000)));
		await expect(big).rejects.toBeInstanceOf(TooLargeError);
		expect(facilitator.doc('stage').getMap('answers').size).toBe(0);
		expect(await facilitator.change('stage', put('small', 1))).toBe(1);
	});

	it('keeps a newcomer knocking while locked and admits it when reopened', async () => {
		const { box, base, random, facilitator } = await roomOfTwo();
		await box.run(2000);
		facilitator.setLocked(true);
		await box.run(1000);
		const late = await joinRoom({
			...base,
			store: memoryStore(),
			links: [box.link()],
			writerSeed: random(32)
		});
		await box.run(5000);
		expect(late.admission()).toBe('knocking');
		expect(late.network().refused).toBe('locked');
		facilitator.setLocked(false);
		await box.run(15_000);
		expect(late.admission()).toBe('in');
		expect(late.seat()).toBe(2);
	});

	it('lets a removed phone neither write nor read what comes later', async () => {
		const { box, facilitator, phone } = await roomOfTwo();
		await box.run(2000);
		await facilitator.change('stage', put('before', 1));
		await box.run(2000);
		facilitator.remove(phone.self);
		await box.run(3000);
		await facilitator.change('stage', put('after', 1));
		void phone.change(`in/${phone.self}`, put('late', 1));
		await box.run(15_000);
		expect(phone.admission()).toBe('removed');
		expect(phone.doc('stage').getMap('answers').has('after')).toBe(false);
		expect(facilitator.doc(`in/${phone.self}`).getMap('answers').has('late')).toBe(false);
	});

	it('lets a second device with the recovery code read every inbox and keep the seats', async () => {
		const { box, base, random, recovery, facilitator, phone } = await roomOfTwo();
		await box.run(2000);
		await facilitator.change('stage', put('step', 1));
		await phone.change(`in/${phone.self}`, put('a', 1));
		await facilitator.change(`in/${facilitator.self}`, put('note', 'private'));
		await box.run(3000);
		await facilitator.close();
		const second = await createFacilitatorRoom({
			...base,
			store: memoryStore(),
			links: [box.link()],
			writerSeed: random(32),
			recovery,
			fresh: false
		});
		await box.run(5000);
		expect(second.doc(`in/${phone.self}`).getMap('answers').toJSON()).toEqual({ a: 1 });
		expect(second.doc(`in/${facilitator.self}`).getMap('answers').toJSON()).toEqual({
			note: 'private'
		});
		expect(second.doc('stage').getMap('answers').toJSON()).toEqual({ step: 1 });
		expect(second.members()).toMatchObject([{ writer: phone.self, seat: 1 }]);
		expect([...second.facilitators()].sort()).toEqual([facilitator.self, second.self].sort());
		await second.change('stage', put('step', 2));
		await phone.change(`in/${phone.self}`, put('b', 2));
		await box.run(5000);
		expect(phone.doc('stage').getMap('answers').toJSON()).toEqual({ step: 2 });
		expect(phone.progress(`in/${phone.self}`)).toEqual({ device: 2, sent: 2, room: 2 });
	});

	it('gives two tabs of one device one log without losing a word', async () => {
		const { box, base, random, facilitator } = await roomOfTwo();
		await box.run(2000);
		const store = memoryStore();
		const writerSeed = random(32);
		const one = await joinRoom({ ...base, store, links: [box.link()], writerSeed });
		const two = await joinRoom({ ...base, store, links: [box.link()], writerSeed });
		await box.run(3000);
		const channel = `in/${one.self}` as const;
		const all = Array.from({ length: 20 }, (_, i) =>
			(i % 2 ? one : two).change(channel, put(`k${i}`, i))
		);
		await box.run(12_000);
		expect(new Set(await Promise.all(all)).size).toBe(20);
		for (const room of [one, two, facilitator])
			expect(room.doc(channel).getMap('answers').size).toBe(20);
	});

	it('compacts a long log and starts again from what the device kept', async () => {
		const { box, base, random, recovery } = await roomOfTwo();
		const store = memoryStore();
		const options = { ...base, store, recovery, fresh: false, writerSeed: random(32) };
		const third = await createFacilitatorRoom({ ...options, links: [box.link()] });
		await box.run(3000);
		for (let i = 0; i < 120; i++) {
			await third.change('stage', put(`k${i % 7}`, 'x'.repeat(100) + i));
			if (i % 10 === 0) await box.run(200);
		}
		await box.run(3000);
		const before = third.doc('stage').getMap('answers').toJSON();
		const { rows } = await store.load();
		expect(rows.filter(({ channel }) => channel === 'stage').length).toBeLessThan(80);
		await third.close();
		const again = await createFacilitatorRoom({ ...options, links: [] });
		expect(again.doc('stage').getMap('answers').toJSON()).toEqual(before);
		const late = await joinRoom({
			...base,
			store: memoryStore(),
			links: [box.link()],
			writerSeed: random(32)
		});
		await box.run(5000);
		expect(late.doc('stage').getMap('answers').toJSON()).toEqual(before);
	});
});
