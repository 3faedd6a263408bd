import { afterEach, describe, expect, test } from 'vitest';
import type { Desk } from '#lib/session/desk.svelte.ts';
import type { Seat } from '#lib/session/seat.svelte.ts';
import { halfDay, TestRoom } from './room-of.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
const open: { close?: () => Promise<void>; leave?: () => Promise<void> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await (one.close?.() ?? one.leave?.());
});

async function roomWith(phones: number, variants: readonly string[] = []) {
	const room = new TestRoom(await halfDay(variants), seed);
	const desk = await room.desk();
	open.push(desk);
	const seats: Seat[] = [];
	for (let i = 0; i < phones; i++) {
		const seat = await room.seat({ role: i % 2 ? 'town' : 'newcomers', lang: i % 3 ? 'en' : 'cs' });
		seats.push(seat);
		open.push(seat);
	}
	await room.pass(3000);
	return { room, desk, seats };
}

async function goTo(desk: Desk, step: string): Promise<void> {
	for (let i = 0; i < 30 && desk.run.step !== step; i++) {
		const done = await desk.act(
			desk.run.status === 'prepared' ? { type: 'start' } : { type: 'next' }
		);
		expect(done).toEqual([]);
	}
	expect(desk.run.step).toBe(step);
}

describe(`a desk and phones over the real relay core (SEED=${seed})`, () => {
	test('phones read the moment in their languages, and nothing of the notes', async () => {
		const { room, desk, seats } = await roomWith(2);
		await goTo(desk, 'opening');
		await room.pass(2000);
		const now = seats[0]?.now;
		expect(now?.step?.id).toBe('opening');
		expect(now?.texts['en']?.activity?.settings.prompt).toMatch(/^What do you hope/);
		expect(now?.texts['cs']?.activity?.lang).toBe('cs');
		expect(now?.session.place).toBe('Lindova');
		expect(JSON.stringify(now)).not.toContain('stand up at minute');
		expect(JSON.stringify(now)).not.toContain('bell');
	});

	test('a word waits on the desk, is shown after its check, and the phone says where it is', async () => {
		const { room, desk, seats } = await roomWith(6);
		await goTo(desk, 'opening');
		await desk.act({ type: 'open' });
		await room.pass(1000);
		await Promise.all(seats.map((seat, i) => giveWord(desk, seat, `hope ${i}`)));
		await room.pass(4000);
		expect(seats.map((seat) => seat.answers('opening')[0]?.where)).toEqual(Array(6).fill('room'));
		const counted = desk.result('opening');
		expect(counted?.answered).toBe(6);
		expect(counted?.gathered.texts).toHaveLength(6);
		expect(counted?.gathered.cleared).toHaveLength(0);
		const texts = counted?.gathered.texts.map((text) => text.key) ?? [];
		await desk.act({ type: 'judge', step: 'opening', texts, verdict: 'shown' });
		expect(desk.result('opening')?.gathered.cleared).toHaveLength(6);
	});

	test('reopened at the same second: same step, same timer, same answers', async () => {
		const { room, desk, seats } = await roomWith(1);
		await goTo(desk, 'opening');
		await desk.act({ type: 'open' });
		const [seat] = seats;
		if (!seat) throw new Error('no seat');
		await giveWord(desk, seat, 'peace');
		await room.pass(5000);
		const before = { run: desk.run, left: desk.timing().left };
		await desk.close();
		const again = await room.desk();
		open.push(again);
		expect(again.run).toEqual(before.run);
		expect(Math.abs(again.timing().left - before.left)).toBeLessThanOrEqual(2);
		await room.pass(2000);
		expect(again.result('opening')?.answered).toBe(1);
	});

	test('another device that gets the log as a file has the run and every answer, without a network', async () => {
		const { room, desk, seats } = await roomWith(2);
		await goTo(desk, 'opening');
		await desk.act({ type: 'open' });
		for (const seat of seats) await giveWord(desk, seat, 'peace');
		await room.pass(4000);
		const { run } = desk;
		await desk.close();
		const other = await room.copiedDesk();
		open.push(other);
		expect(other.run).toEqual(run);
		expect(other.result('opening')?.answered).toBe(2);
	});

	test('blank reaches the stage window before anything is stored or sent', async () => {
		const { room, desk } = await roomWith(0);
		await goTo(desk, 'arrive');
		const pressed = desk.act({ type: 'mask', mask: 'blank' });
		expect(room.frames.at(-1)?.mask).toBe('blank');
		await pressed;
		await desk.act({ type: 'mask', mask: 'none' });
		expect(room.frames.at(-1)?.mask).toBe('none');
	});

	test('sensitive cards reach no phone and no projector, sorted or not', async () => {
		const { room, desk, seats } = await roomWith(6);
		await goTo(desk, 'what-is-hard');
		await desk.act({ type: 'open' });
		await Promise.all(
			seats.map((seat, i) =>
				seat.give({ step: 'what-is-hard', id: 'c1', kind: 'ideas', body: { text: `canary ${i}` } })
			)
		);
		await room.pass(3000);
		const texts = desk.result('what-is-hard')?.gathered.texts.map((text) => text.key) ?? [];
		expect(texts).toHaveLength(6);
		await desk.act({ type: 'judge', step: 'what-is-hard', texts, verdict: 'shown' });
		await desk.act({ type: 'reveal', on: true });
		await room.pass(2000);
		await goTo(desk, 'name-problems');
		await desk.act({ type: 'open' });
		await room.pass(2000);
		expect(desk.result('name-problems')?.settings.items).toHaveLength(6);
		for (const seat of seats) expect(JSON.stringify(seat.now)).not.toContain('canary');
		const seen = room.frames.filter((frame) => frame.shown !== undefined);
		expect(JSON.stringify(seen)).not.toContain('canary');
	});
});

/** Gives one word the way the phone's form makes it, whatever the body of the kind looks like. */
async function giveWord(desk: Desk, seat: Seat, text: string): Promise<void> {
	const counted = desk.result('opening');
	if (!counted) throw new Error('nothing to answer');
	const { activity, settings } = counted.place;
	const body = fill(activity.blank(settings), text);
	expect(activity.complete(settings, body)).toBe(true);
	await seat.give({ step: 'opening', id: 'me', kind: activity.kind, body });
}

/** Puts the text into the first empty text of a blank body. */
function fill(body: unknown, text: string): unknown {
	if (typeof body !== 'object' || body === null) return text;
	const entries = Object.entries(body);
	const [first] = entries;
	if (!first) return body;
	const [key, value] = first;
	const filled = Array.isArray(value) ? [text] : text;
	return { ...body, [key]: filled };
}
