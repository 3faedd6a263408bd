import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Localisable } from '#lib/script/localise.ts';
import type { Script } from '#lib/script/script.ts';
import { calendarOf, dueOf, groupTasks, needed, parseWhen, tasksOf } from './checklist.ts';

const script = {
	language: 'en',
	status: 'pilot',
	team: [{ id: 'host', title: 'Host from the town' }],
	checklist: [
		{ id: 'report', when: '+14d', text: 'Send the report', critical: true },
		{ id: 'mandate', when: '-42d', text: 'Talk with the mayor', who: 'host', critical: true },
		{ id: 'tables', when: '-2h', text: 'Set the tables; put up signs', critical: false },
		{ id: 'charge', when: '-1d', text: 'Charge all devices', critical: true }
	]
} as unknown as Script;
const workshop: Localisable = { script, texts: {} };
const session = { date: '2026-12-08', start: '09:00', done: ['mandate'] };

test('a task that says 14 days before or 2 hours before is understood, anything else is not', () => {
	expect(parseWhen('-14d')).toEqual({ amount: 14, unit: 'day', side: 'before' });
	expect(parseWhen('-2h')).toEqual({ amount: 2, unit: 'hour', side: 'before' });
	expect(parseWhen('+7d')).toEqual({ amount: 7, unit: 'day', side: 'after' });
	expect(parseWhen('+0d')?.side).toBe('before');
	for (const text of ['14d', '-d', '-3w', 'soon', '']) expect(parseWhen(text)).toBeUndefined();
});

test('dates are calendar days, also over a change of clocks, of month and of year', () => {
	const due = (when: string, date: string) => {
		const parsed = parseWhen(when);
		return parsed && dueOf(parsed, date, '09:00');
	};
	expect(due('-14d', '2026-12-08')).toEqual({ day: '2026-11-24', time: undefined });
	expect(due('-1d', '2026-03-29')?.day).toBe('2026-03-28');
	expect(due('+1d', '2026-10-24')?.day).toBe('2026-10-25');
	expect(due('+30d', '2026-12-08')?.day).toBe('2027-01-07');
	expect(due('-2h', '2026-12-08')).toEqual({ day: '2026-12-08', time: '07:00' });
	expect(due('-12h', '2026-12-08')).toEqual({ day: '2026-12-07', time: '21:00' });
	expect(due('-2h', '')).toEqual({ day: undefined, time: undefined });
});

test('tasks come in the order they are due, with the person who does them', () => {
	const tasks = tasksOf(workshop, session, 'en');
	expect(tasks.map(({ id }) => id)).toEqual(['mandate', 'charge', 'tables', 'report']);
	expect(tasks[0]).toMatchObject({
		day: '2026-10-27',
		done: true,
		who: { value: 'Host from the town' }
	});
	expect(groupTasks(tasks, session.date).map(({ offset }) => offset)).toEqual([-42, -1, 0, 14]);
});

test('without a date tasks keep their distance and have no day', () => {
	const tasks = tasksOf(workshop, { ...session, date: '' }, 'en');
	expect(tasks.every(({ day }) => day === undefined)).toBe(true);
	expect(groupTasks(tasks, '').map(({ offset }) => offset)).toEqual([-42, -1, 0, 14]);
});

test('only what is critical, open and due before the end is named beside the start', () => {
	expect(needed(tasksOf(workshop, session, 'en')).map(({ id }) => id)).toEqual(['charge']);
});

const about = {
	id: 's1',
	title: 'Integration workshop',
	place: 'Lindova, hall',
	date: '2026-12-08',
	start: '09:00',
	length: 210,
	now: Date.UTC(2026, 10, 21, 8, 0, 0)
};

test('the calendar file has the session and each task once, with escaped text and stable ids', () => {
	const file = calendarOf(tasksOf(workshop, session, 'en'), about);
	const lines = file.split('\r\n');
	expect(lines[0]).toBe('BEGIN:VCALENDAR');
	expect(lines).toContain('DTSTAMP:20261121T080000Z');
	expect(lines).toContain('DTSTART:20261208T090000');
	expect(lines).toContain('DTEND:20261208T123000');
	expect(lines).toContain('LOCATION:Lindova\\, hall');
	expect(lines).toContain('SUMMARY:Set the tables\\; put up signs');
	expect(lines).toContain('DTSTART;VALUE=DATE:20261222');
	expect(lines).toContain('DTEND;VALUE=DATE:20261223');
	expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(5);
	expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(5);
	const dateless = calendarOf(tasksOf(workshop, { ...session, date: '' }, 'en'), {
		...about,
		date: ''
	});
	expect(dateless).not.toContain('VEVENT');
});

test('no line of a calendar file is longer than 75 bytes, and unfolding gives the text back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
			const clean = title.replace(/[\r\n]/g, ' ');
			const file = calendarOf([], { ...about, title: clean, place: '' });
			const lines = file.split('\r\n');
			expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
			const summary = file
				.replaceAll('\r\n ', '')
				.split('\r\n')
				.find((line) => line.startsWith('SUMMARY:'));
			expect(summary?.slice(8).replace(/\\([\\;,])/g, '$1')).toBe(clean);
		})
	);
});
