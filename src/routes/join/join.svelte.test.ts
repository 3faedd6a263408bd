import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { settings as ideas } from '#lib/activities/ideas/fixtures.ts';
import { fixtures as votes } from '#lib/activities/vote/fixtures.ts';
import { ok } from '#lib/base/problem.ts';
import InInterface from '#lib/components/InInterface.fixture.svelte';
import { Interface } from '#lib/i18n/interface.svelte.ts';
import type { Now } from '#lib/session/now.ts';
import Inner from './Inner.svelte';
import type { Doors, Joined } from './doors.ts';
import { Entrance } from './entrance.svelte.ts';
import { loadKind } from './kind-loader.ts';
import { HandDrafts, HandRoom, moment, takeSeat } from './fake-room.fixture.ts';

const vote = votes[0]?.settings;
if (!vote) throw new Error('The vote has no fixture.');

// Waits end as soon as what they wait for is there; the limit only bounds a failure on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
	const warm = new Interface('en');
	await Promise.all(['ideas', 'vote'].map((kind) => loadKind(kind, warm)));
}, 60_000);

let ui: Interface;
let room: HandRoom;
let drafts: HandDrafts;
let erased: string[];

beforeEach(async () => {
	localStorage.clear();
	document.body.replaceChildren();
	ui = new Interface('en');
	await ui.need('common', 'join');
	room = new HandRoom();
	drafts = new HandDrafts();
	erased = [];
	window.scrollTo = () => undefined;
});

const doors = (joined: Joined): Doors => ({
	joinSession: async () => ok(joined),
	resumeSeat: async () => ok(joined),
	seatsOnThisDevice: async () => [],
	forgetSeat: async (session) => void erased.push(session),
	health: () => ({ state: 'ok', lost: false, full: false, outdated: false }),
	onHealth: () => () => undefined
});

/** Goes in and stands before the first step, as after notice and sphere. */
async function inside(now: Now | undefined, arrived = true): Promise<Entrance> {
	if (arrived) {
		drafts.put('answer:-arrival:notice', true);
		drafts.put('answer:-arrival:sphere', true);
	}
	if (now) room.say(now);
	const seat = await takeSeat(room, drafts);
	const entrance = new Entrance({
		doors: async () => doors({ session: 's1', seat }),
		recall: () => undefined,
		everStored: () => true,
		remember: () => undefined
	});
	await entrance.resume('s1');
	render(InInterface, {
		props: { ui, component: Inner as never, given: { entrance, host: 'plenum.example' } }
	});
	await settle();
	return entrance;
}

/** Lets lazily loaded kinds and their words arrive. */
async function settle(): Promise<void> {
	await waitFor(() => expect(screen.queryByText(ui.t('common-loading'))).toBeNull());
	await new Promise((resolve) => setTimeout(resolve, 0));
	flushSync();
}

const box = (): Promise<HTMLElement> => screen.findByRole('textbox');
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const gone = (name: string | RegExp): void =>
	expect(screen.queryByRole('button', { name })).toBeNull();

async function write(text: string): Promise<void> {
	await fireEvent.input(await box(), { target: { value: text } });
}

test('an answer says where it is at every moment, and nothing better than the truth', async () => {
	room.connect({ relay: 'offline' });
	await inside(moment({ settings: ideas }));
	await write('Letters from offices');
	gone(/On this phone/);
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	room.connect({ relay: 'connected' });
	flushSync();
	expect(button('On this phone – change')).toBeTruthy();
	room.acknowledge();
	flushSync();
	expect(button('Sent – change')).toBeTruthy();
	room.receipt();
	flushSync();
	expect(button('In the room – change')).toBeTruthy();
	const here = screen.getByRole('list', { name: 'Where your answer is' });
	expect(within(here).getAllByRole('listitem').at(-1)?.getAttribute('aria-current')).toBe('step');
});

test('half a word survives a reload, a change of language and a step that comes back', async () => {
	const entrance = await inside(moment({ settings: ideas }));
	await write('Letters from');
	await ui.use('cs');
	await settle();
	expect(await box()).toHaveProperty('value', 'Letters from');
	(await box()).blur();
	room.say(moment({ id: 'other', index: 5 }));
	await settle();
	expect(screen.queryByRole('textbox')).toBeNull();
	room.say(moment({ settings: ideas }));
	await settle();
	expect(await box()).toHaveProperty('value', 'Letters from');
	await entrance.inside?.seat.leave();
	document.body.replaceChildren();
	await ui.use('en');
	await inside(moment({ settings: ideas }));
	expect(await box()).toHaveProperty('value', 'Letters from');
});

test('a question that closes over half-written words keeps them to read and copy', async () => {
	await inside(moment({ settings: ideas }));
	await write('Letters from offices');
	room.say(moment({ settings: ideas, phase: 'closed' }));
	await settle();
	expect(screen.getByText('Too late for this question. Kept for you.')).toBeTruthy();
	expect(screen.getByText('Letters from offices')).toBeTruthy();
	expect(button('Copy')).toBeTruthy();
	gone('Send');
});

test('words that were too long to be sent are kept too', async () => {
	await inside(moment({ settings: ideas }));
	const long = 'Letters from offices '.repeat(30).trim();
	await write(long);
	expect(button('Send')).toHaveProperty('disabled', true);
	room.say(moment({ settings: ideas, phase: 'closed' }));
	await settle();
	expect(screen.getByText(long)).toBeTruthy();
});

test('a room that moves on does not pull the page away from somebody who is writing', async () => {
	await inside(moment({ settings: ideas }));
	const field = await box();
	field.focus();
	await write('Letters from offices');
	room.say(moment({ id: 'next', index: 5 }));
	await settle();
	expect(screen.getByText('Too late for this question. Kept for you.')).toBeTruthy();
	expect(screen.getByText('Letters from offices')).toBeTruthy();
	await fireEvent.click(button('Go on'));
	expect(screen.getByRole('heading', { level: 1, name: 'Look up' })).toBeTruthy();
	expect(screen.getByText('1 text kept for you')).toBeTruthy();
});

test('several cards are written one after the other, each with its own place', async () => {
	await inside(moment({ settings: ideas }));
	await write('First card');
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	room.receipt();
	flushSync();
	await fireEvent.click(button('Write another'));
	expect(await box()).toHaveProperty('value', '');
	await write('Second card');
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	expect(button(/First card.*In the room/)).toBeTruthy();
	expect(button(/Second card.*On this phone/)).toBeTruthy();
	expect(drafts.kept.has('answer:hard:new')).toBe(false);
});

test('when every card is written nothing more is offered', async () => {
	await inside(moment({ settings: { ...ideas, max_answers: 1 } as typeof ideas }));
	await write('The only card');
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	gone('Write another');
});

test('a sent answer is changed in place, left as it was, or taken back with its words kept', async () => {
	await inside(moment({ settings: ideas }));
	await write('Letters');
	await fireEvent.click(button('Send'));
	await fireEvent.click(await screen.findByRole('button', { name: 'On this phone – change' }));
	expect(button('Send the change')).toBeTruthy();
	await write('Letters and forms');
	await fireEvent.click(button('Leave it as it was'));
	expect(await box()).toHaveProperty('value', 'Letters');
	await fireEvent.click(button('Take it back'));
	await screen.findByText('Taken back. Your words are still here.');
	expect(await box()).toHaveProperty('value', 'Letters');
	const seatAnswers = room.doc(`in/${room.self}`).getMap('answers');
	expect(seatAnswers.size).toBe(0);
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	expect(seatAnswers.size).toBe(1);
});

test('an answer this phone cannot keep is not called sent, and its words stay', async () => {
	await inside(moment({ settings: ideas }));
	await write('Letters');
	room.refuse = new DOMException('full', 'QuotaExceededError');
	await fireEvent.click(button('Send'));
	await screen.findByText(/could not keep the answer/);
	expect(await box()).toHaveProperty('value', 'Letters');
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
});

test('one voice per person: dots are given, sent and changed', async () => {
	await inside(moment({ settings: vote }));
	const give = await screen.findAllByRole('button', { name: /^Give/ });
	expect(button('Send')).toHaveProperty('disabled', true);
	await fireEvent.click(give[0] as HTMLElement);
	await fireEvent.click(button('Send'));
	await screen.findByRole('button', { name: 'On this phone – change' });
	expect([...room.doc(`in/${room.self}`).getMap('answers').keys()]).toEqual(['hard:me']);
});

test('three states of the connection, each in words', async () => {
	await inside(moment({ settings: ideas }));
	expect(screen.getByText('Connected')).toBeTruthy();
	room.connect({ relay: 'offline' });
	flushSync();
	expect(screen.getByText('Not connected')).toBeTruthy();
	await write('Letters');
	await fireEvent.click(button('Send'));
	await screen.findByText('Waiting to send (1)');
});

test('a waking page checks every link, however it wakes', async () => {
	await inside(moment({ settings: ideas }));
	window.dispatchEvent(new Event('online'));
	window.dispatchEvent(new Event('pageshow'));
	document.dispatchEvent(new Event('visibilitychange'));
	expect(room.resumed).toBe(3);
});

test('notice, then sphere, then in; what was chosen is in the inbox and never asked again', async () => {
	await inside(moment({}), false);
	expect(screen.getByText('Nobody sees who wrote what. We do not ask for your name.')).toBeTruthy();
	expect(screen.getByText('0412 1987 0033 1204')).toBeTruthy();
	await fireEvent.click(button('Go on'));
	await fireEvent.click(button('Prefer not to say'));
	await settle();
	expect(screen.getByRole('heading', { name: 'Look up' })).toBeTruthy();
	expect(room.doc(`in/${room.self}`).getMap('profile').get('me')).toEqual({
		lang: 'en',
		role: 'none'
	});
	document.body.replaceChildren();
	await inside(moment({}), false);
	expect(screen.getByRole('heading', { name: 'Look up' })).toBeTruthy();
});

test('before the room lets a phone in it says so and shows the check numbers', async () => {
	room.state = 'knocking';
	await inside(undefined);
	expect(screen.getByText('Waiting to be let in')).toBeTruthy();
	expect(screen.getByText('0412 1987 0033 1204')).toBeTruthy();
	room.connect({ refused: 'locked' });
	flushSync();
	expect(screen.getByText('The room is closed for newcomers')).toBeTruthy();
});

test('somebody who was taken out is told so, and nothing else is offered', async () => {
	await inside(moment({ settings: ideas }));
	room.admit('removed');
	flushSync();
	expect(screen.getByText('You are no longer in this room')).toBeTruthy();
	gone('Send');
});

test('a question that is not in the chosen language says so and keeps its own', async () => {
	await inside(moment({ settings: ideas }));
	expect(screen.queryByText(/Not yet in/)).toBeNull();
	document.body.replaceChildren();
	await ui.use('cs');
	await inside(moment({ settings: ideas }));
	expect(screen.getByText('Zatím není v jazyce: Čeština.')).toBeTruthy();
	expect(screen.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('en');
});

test('at the end everything can be erased from this phone, after a question', async () => {
	const now = moment({});
	const ended: Now = { ...now, session: { ...now.session, status: 'ended' } };
	HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
		this.open = true;
	});
	HTMLDialogElement.prototype.close = vi.fn(function (this: HTMLDialogElement) {
		this.open = false;
	});
	await inside(ended);
	expect(screen.getByText('The workshop has ended')).toBeTruthy();
	await fireEvent.click(button('Erase my answers from this phone'));
	expect(erased).toEqual([]);
	await fireEvent.click(button('Erase'));
	await waitFor(() => expect(erased).toEqual(['s1']));
	await screen.findByText('Erased');
	expect(room.closed).toBe(true);
});
