import { expect, test } from 'vitest';
import { fail, ok } from '#lib/base/problem.ts';
import type { Invitation } from '#lib/base/join-code.ts';
import type { Doors, Joined } from './doors.ts';
import { Entrance } from './entrance.svelte.ts';
import { HandRoom, takeSeat } from './fake-room.fixture.ts';
import { closest, spoken } from './moment.ts';
import { shapedLike } from './json.ts';
import { troubleOf } from './trouble.ts';

const LINK = '#7K422QMX.0123456789ABCDEF';

/** Doors that note who asked for what; `problem` is said as long as nobody takes the seat over. */
async function stand(problem?: string) {
	const seat = await takeSeat(new HandRoom());
	const joined: Joined = { session: 'seat-1', seat };
	const asked: (readonly [Invitation | string, boolean])[] = [];
	let remembered: string | undefined;
	const answer = (takeOver: boolean) =>
		problem === undefined || takeOver
			? ok(joined)
			: fail({ code: problem, level: 'error', path: '', message: problem });
	const doors: Doors = {
		joinSession: async (invitation, takeOver) => {
			asked.push([invitation, takeOver]);
			return answer(takeOver);
		},
		resumeSeat: async (session, takeOver) => {
			asked.push([session, takeOver]);
			return answer(takeOver);
		},
		seatsOnThisDevice: async () => [{ id: 'seat-1', title: 'Workshop', place: 'Lindova' }],
		forgetSeat: async () => undefined,
		health: () => ({ state: 'ok', lost: false, full: false, outdated: false }),
		onHealth: () => () => undefined
	};
	const make = (recalled?: string, open = async () => doors): Entrance =>
		new Entrance({
			doors: open,
			recall: () => recalled,
			everStored: () => true,
			remember: (session) => (remembered = session)
		});
	return { make, asked, remembered: () => remembered };
}

test('a scanned link leads to the language and, with one tap, inside', async () => {
	const { make, asked, remembered } = await stand();
	const entrance = make();
	expect(entrance.begin(LINK)).toBe(true);
	expect(entrance.place).toBe('language');
	expect(asked).toEqual([]);
	await entrance.enter();
	expect(entrance.place).toBe('inside');
	expect(asked).toEqual([[{ code: '7K422QMX', fingerprint: '0123456789ABCDEF' }, false]]);
	expect(remembered()).toBe('seat-1');
});

test('a typed code joins without a fingerprint; what is no code stays where it is', async () => {
	const { make, asked } = await stand();
	const entrance = make();
	entrance.begin('');
	expect(entrance.type('7K42')).toBe(false);
	expect(entrance.place).toBe('code');
	expect(entrance.type('7k42 2qmx')).toBe(true);
	await entrance.enter();
	expect(asked).toEqual([[{ code: '7K422QMX' }, false]]);
});

test('a link that is cut off is refused and never read as a bare code', async () => {
	const { make } = await stand();
	const entrance = make();
	expect(entrance.begin('#7K422QMX.0123')).toBe(false);
	expect(entrance.place).toBe('code');
});

test('a reloaded tab is back on its seat without a tap', async () => {
	const { make, asked } = await stand();
	const entrance = make('seat-1');
	entrance.begin('');
	await expect.poll(() => entrance.place).toBe('inside');
	expect(asked).toEqual([['seat-1', false]]);
});

test('a new tab without a link offers the seats of this device', async () => {
	const { make } = await stand();
	const entrance = make();
	entrance.begin('');
	await expect.poll(() => entrance.kept.length).toBe(1);
	expect(entrance.place).toBe('code');
});

test('a seat another tab has is taken over only when the person says so', async () => {
	const { make, asked } = await stand('join-other-tab');
	const entrance = make();
	entrance.begin(LINK);
	await entrance.enter();
	expect(entrance.trouble).toBe('join-other-tab');
	await entrance.retry(true);
	expect(entrance.place).toBe('inside');
	expect(asked.map(([, takeOver]) => takeOver)).toEqual([false, true]);
});

test('code that could not be loaded is a missing connection, and may be tried again', async () => {
	const { make } = await stand();
	const entrance = make(undefined, async () => {
		throw new TypeError('Failed to fetch');
	});
	entrance.begin(LINK);
	await entrance.enter();
	expect(entrance.trouble).toBe('join-no-connection');
});

test('every reason has words, an unknown one too', () => {
	expect(troubleOf(['join-full'])).toBe('join-full');
	expect(troubleOf(['something-new'])).toBe('join-unknown');
});

test('the closest language is taken, never one that merely begins alike', () => {
	expect(closest('cs-CZ', ['en', 'cs'])).toBe('cs');
	expect(closest('sr-Latn', ['en', 'sr-Cyrl', 'sr-Latn'])).toBe('sr-Latn');
	expect(closest('uk', ['en', 'cs'])).toBe('en');
});

test('a draft of another form is not put into this one', () => {
	expect(shapedLike({ text: 'half' }, { text: '' })).toBe(true);
	expect(shapedLike({ text: 'half', category: 'a' }, { text: '' })).toBe(true);
	expect(shapedLike({ dots: {} }, { text: '' })).toBe(false);
	expect(shapedLike('text', { text: '' })).toBe(false);
	expect(shapedLike({ words: 'a' }, { words: ['', ''] })).toBe(false);
});

test('parts of a screen are read as sentences', () => {
	expect(spoken('What is hard?', undefined, 'One card', '')).toBe('What is hard? One card.');
});
