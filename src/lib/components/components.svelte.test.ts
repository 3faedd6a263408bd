import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync, type Component } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { Interface } from '#lib/i18n/interface.svelte.ts';
import Button from './Button.svelte';
import Chip from './Chip.svelte';
import DayLine from './DayLine.svelte';
import Field from './Field.svelte';
import InInterface from './InInterface.fixture.svelte';
import LanguageList from './LanguageList.svelte';
import ProgressWords from './ProgressWords.svelte';
import QrCode from './QrCode.svelte';
import SeatRing from './SeatRing.svelte';
import Segmented from './Segmented.svelte';
import SentButton from './SentButton.svelte';
import SentPath from './SentPath.svelte';
import SimpleText from './SimpleText.svelte';
import SphereBadge from './SphereBadge.svelte';
import Stepper from './Stepper.svelte';
import Tick from './Tick.svelte';
import Timer from './Timer.svelte';
import Toaster from './Toaster.svelte';
import { TOAST_MS, Toasts } from './toasts.svelte.ts';

let ui: Interface;

beforeEach(async () => {
	ui = new Interface('en');
	await ui.need('common');
});

// The fixture takes any component; what a test passes is checked by what the test sees.
const show = (component: unknown, props: Record<string, unknown> = {}) =>
	render(InInterface, {
		props: { ui, component: component as Component<Record<string, unknown>>, given: props }
	});

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

test('a button says what happens, and a button of one icon has a name', async () => {
	const onclick = vi.fn();
	show(Button, { onclick, children: words('Show round 3') });
	await fireEvent.click(screen.getByRole('button', { name: 'Show round 3' }));
	expect(onclick).toHaveBeenCalledTimes(1);
	show(Button, { label: 'Settings', icon: undefined });
	expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
});

test('a button that stays down says so', () => {
	show(Button, { pressed: true, children: words('Freeze') });
	expect(screen.getByRole('button', { pressed: true })).toBeTruthy();
});

test('a button with an address is a link, and without it while disabled', () => {
	show(Button, { href: '/settings', children: words('Settings') });
	expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('href')).toBe('/settings');
	show(Button, { href: '/nowhere', disabled: true, children: words('Not yet') });
	expect(screen.getByRole('button', { name: 'Not yet' })).toHaveProperty('disabled', true);
});

test('a filter chip shows its state in more than colour', () => {
	const { container } = show(Chip, { pressed: true, onclick: () => {}, children: words('Czech') });
	expect(screen.getByRole('button', { name: 'Czech', pressed: true })).toBeTruthy();
	expect(container.querySelector('svg')).toBeTruthy();
});

test('a field has its label, its help and its problem read together', () => {
	show(Field, { label: 'Place', help: 'The town', problem: 'Write the place.', value: '' });
	const input = screen.getByLabelText('Place');
	const described = input.getAttribute('aria-describedby') ?? '';
	expect(
		described.split(' ').map((id) => document.getElementById(id)?.textContent?.trim())
	).toEqual(['The town', 'Write the place.']);
	expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a field tells every change', async () => {
	const onchange = vi.fn();
	show(Field, { label: 'Place', value: '', onchange });
	await fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'Lindova' } });
	expect(onchange).toHaveBeenLastCalledWith('Lindova');
});

test('a select offers its options', () => {
	show(Field, {
		kind: 'select',
		label: 'Language',
		value: 'cs',
		options: [
			{ value: 'en', label: 'English' },
			{ value: 'cs', label: 'Čeština' }
		]
	});
	expect(screen.getByRole('combobox', { name: 'Language' })).toHaveProperty('value', 'cs');
});

test('a tick is a checkbox with its label', async () => {
	const onchange = vi.fn();
	show(Tick, { checked: false, label: 'Book two interpreters', onchange });
	await fireEvent.click(screen.getByRole('checkbox', { name: 'Book two interpreters' }));
	expect(onchange).toHaveBeenCalledWith(true);
});

test('of a segmented control one part is down, and pressing another asks for it', async () => {
	const onchange = vi.fn();
	show(Segmented, {
		label: 'Answers',
		value: 'open',
		onchange,
		options: [
			{ value: 'open', label: 'Open' },
			{ value: 'closed', label: 'Closed' },
			{ value: 'shown', label: 'Shown' }
		]
	});
	expect(
		screen.getAllByRole('button', { pressed: true }).map((one) => one.textContent?.trim())
	).toEqual(['Open']);
	await fireEvent.click(screen.getByRole('button', { name: 'Closed' }));
	expect(onchange).toHaveBeenCalledWith('closed');
});

test('the seat ring says its numbers and draws one seat for everybody', () => {
	const { container } = show(SeatRing, { answered: 16, present: 21, offline: 2 });
	expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
		'16 of 21 have answered, 2 phones are offline.'
	);
	expect(
		['answered', 'here', 'offline'].map((kind) => container.querySelectorAll(`rect.${kind}`).length)
	).toEqual([16, 3, 2]);
});

test('above forty people the seats become one arc', () => {
	const { container } = show(SeatRing, { answered: 30, present: 60 });
	expect(container.querySelectorAll('rect')).toHaveLength(0);
	expect(container.querySelectorAll('path')).toHaveLength(1);
});

test('a sphere is told by shape and word', () => {
	const { container } = show(SphereBadge, { sphere: 'newcomers' });
	expect(screen.getByText('People who moved here')).toBeTruthy();
	expect(container.querySelectorAll('svg')).toHaveLength(2);
});

test('nobody is put into a sphere they would rather not name', () => {
	const { container } = show(SphereBadge, { sphere: 'none' });
	expect(screen.getByText('Prefer not to say')).toBeTruthy();
	expect(container.querySelector('circle')?.getAttribute('stroke-dasharray')).toBeTruthy();
});

test.each([
	[1100, '18:20', 'left of 50 min', '18 minutes left'],
	[400, '6:40', 'left, bring it to a close', '6 minutes left'],
	[-130, '+2:10', 'over', '2 minutes over']
])('the timer says %i seconds in digits, words and a name', (secondsLeft, digits, text, name) => {
	show(Timer, { secondsLeft, totalSeconds: 3000 });
	expect(screen.getByText(digits)).toBeTruthy();
	expect(screen.getByText(text)).toBeTruthy();
	expect(screen.getByRole('timer').getAttribute('aria-label')).toBe(name);
});

test.each([
	['writing', 'Send'],
	['phone', 'On this phone – change'],
	['sent', 'Sent – change'],
	['room', 'In the room – change']
])('the button of an answer that is %s says so', (state, name) => {
	show(SentButton, { state, onsend: () => {}, onchange: () => {} });
	expect(screen.getByRole('button', { name })).toBeTruthy();
});

test('an answer that cannot be changed is a statement, not a button', () => {
	show(SentButton, { state: 'room', onsend: () => {} });
	expect(screen.queryByRole('button')).toBeNull();
	expect(screen.getAllByText('In the room').length).toBeGreaterThan(0);
});

test('the path marks the station an answer has reached', () => {
	show(SentPath, { state: 'sent' });
	const stations = screen.getAllByRole('listitem');
	expect(stations.map((one) => one.getAttribute('aria-current'))).toEqual([null, 'step', null]);
});

test('the words of progress never use a sign', () => {
	const { container } = show(ProgressWords, {
		behind: 6,
		spare: 4,
		expectedEnd: new Date(2026, 11, 8, 16).getTime(),
		plannedEnd: new Date(2026, 11, 8, 16).getTime()
	});
	expect(container.textContent).toContain('6 min behind');
	expect(container.textContent).toContain('The buffer covers it, 4 min to spare.');
	expect(container.textContent).toContain('Ends 16:00 as planned.');
});

test('when the buffer is used up the new end is said beside the planned one', () => {
	const { container } = show(ProgressWords, {
		behind: 14,
		spare: -4,
		expectedEnd: new Date(2026, 11, 8, 12, 34).getTime(),
		plannedEnd: new Date(2026, 11, 8, 12, 30).getTime()
	});
	expect(container.textContent).toContain('Ends 12:34, planned 12:30.');
});

test('the day line says of every step whether it is done', () => {
	show(DayLine, {
		steps: [
			{ id: 'a', title: 'Arrive', minutes: 20, pause: false, state: 'done' },
			{ id: 'b', title: 'Ideas', minutes: 50, pause: false, state: 'now' },
			{ id: 'c', title: 'Lunch', minutes: 50, pause: true, state: 'ahead', mark: 'Lunch' }
		],
		progress: 0.5,
		start: 0,
		now: 45 * 60_000,
		end: 120 * 60_000
	});
	expect(screen.getAllByRole('listitem').map((one) => one.textContent?.trim())).toEqual([
		'Arrive, done',
		'Ideas, now',
		'Lunch, to come'
	]);
});

test('languages are listed in their own words and direction', async () => {
	const onchange = vi.fn();
	show(LanguageList, { locales: ['cs', 'ar'], value: 'cs', onchange, label: 'Language' });
	expect(screen.getByText('العربية').getAttribute('dir')).toBe('rtl');
	await fireEvent.click(screen.getByRole('button', { name: 'العربية' }));
	expect(onchange).toHaveBeenCalledWith('ar');
});

test('a code to scan is a picture with a name, and its quiet zone is empty', () => {
	const { container } = show(QrCode, { text: 'https://plenum.example/join', label: 'joining' });
	expect(screen.getByRole('img', { name: 'Picture code for joining' })).toBeTruthy();
	const starts = [
		...(container.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)/g)
	];
	expect(Math.min(...starts.map((start) => Number(start[1])))).toBe(4);
	expect(Math.min(...starts.map((start) => Number(start[2])))).toBe(4);
});

test('markup in a text stays text', () => {
	const { container } = show(SimpleText, {
		blocks: [
			{ type: 'paragraph', lines: [[{ type: 'text', text: '<img src=x onerror=alert(1)>' }]] }
		]
	});
	expect(container.querySelector('img')).toBeNull();
	expect(container.textContent).toContain('<img src=x');
});

test('a stepper stays within its limits', async () => {
	const onchange = vi.fn();
	show(Stepper, { value: 3, min: 0, max: 3, label: 'Dots', onchange });
	await fireEvent.click(screen.getByRole('button', { name: 'One more: Dots' }));
	expect(onchange).not.toHaveBeenCalled();
	await fireEvent.click(screen.getByRole('button', { name: 'One less: Dots' }));
	expect(onchange).toHaveBeenCalledWith(2);
});

test('a toast offers the way back and leaves after ten seconds', () => {
	vi.useFakeTimers();
	const toasts = new Toasts();
	const run = vi.fn();
	show(Toaster, { toasts });
	toasts.show({ text: 'Answers closed.', action: { label: 'Open again', run } });
	flushSync();
	screen.getByRole('button', { name: 'Open again' }).click();
	flushSync();
	expect(run).toHaveBeenCalledTimes(1);
	expect(screen.queryByRole('button', { name: 'Open again' })).toBeNull();

	toasts.show({ text: 'Answers closed.' });
	vi.advanceTimersByTime(TOAST_MS - 1);
	expect(toasts.current?.text).toBe('Answers closed.');
	vi.advanceTimersByTime(1);
	expect(toasts.current).toBeUndefined();
	vi.useRealTimers();
});

test('a change of language changes what is on the screen, without a new page', async () => {
	show(SentButton, { state: 'sent', onsend: () => {}, onchange: () => {} });
	await ui.use('cs');
	flushSync();
	expect(screen.getByRole('button', { name: 'Odesláno – změnit' })).toBeTruthy();
});
