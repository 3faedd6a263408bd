import { localiseText, type Localisable, type Localised } from '#lib/script/localise.ts';

/** When a task is due, counted from the session. */
export interface When {
	readonly amount: number;
	readonly unit: 'day' | 'hour';
	/** Tasks of the day itself count as before. */
	readonly side: 'before' | 'after';
}

const WHEN = /^([+-])(\d{1,4})([dh])$/;

/** Reads `-14d`, `-2h`, `+7d`; undefined when it is none of them. */
export function parseWhen(text: string): When | undefined {
	const match = WHEN.exec(text.trim());
	if (!match) return undefined;
	const amount = Number(match[2]);
	return {
		amount,
		unit: match[3] === 'h' ? 'hour' : 'day',
		side: match[1] === '+' && amount > 0 ? 'after' : 'before'
	};
}

/** A task with its place in the calendar. */
export interface DatedTask {
	readonly id: string;
	readonly text: Localised<string>;
	/** Who does it, in the same language. */
	readonly who: Localised<string> | undefined;
	readonly critical: boolean;
	readonly done: boolean;
	readonly when: When;
	/** `YYYY-MM-DD`; undefined while the session has no date. */
	readonly day: string | undefined;
	/** `HH:MM`, only for tasks counted in hours. */
	readonly time: string | undefined;
}

/** Tasks that are due on one day. */
export interface TaskGroup {
	/** Equal for tasks that belong together; usable as a key. */
	readonly key: string;
	readonly day: string | undefined;
	/** Days from the session, negative before; hours count as the day they fall on. */
	readonly offset: number;
	readonly tasks: readonly DatedTask[];
}

const DAY = 86_400_000;

/** Days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** Date and time of a task. Days are calendar days: no daylight saving can move them. */
export function dueOf(
	when: When,
	date: string,
	start: string
): { readonly day: string | undefined; readonly time: string | undefined } {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { day: undefined, time: undefined };
	const sign = when.side === 'after' ? 1 : -1;
	const moment =
		Date.parse(`${date}T${when.unit === 'hour' ? start : '00:00'}:00Z`) +
		sign * when.amount * (when.unit === 'hour' ? 3_600_000 : DAY);
	if (!Number.isFinite(moment)) return { day: undefined, time: undefined };
	const iso = new Date(moment).toISOString();
	return { day: iso.slice(0, 10), time: when.unit === 'hour' ? iso.slice(11, 16) : undefined };
}

/** The tasks of a script in the order they are due, with dates where the session has one. */
export function tasksOf(
	workshop: Localisable,
	session: { readonly date: string; readonly start: string; readonly done: readonly string[] },
	locale: string
): readonly DatedTask[] {
	const { script } = workshop;
	const members = new Map((script.team ?? []).map((member) => [member.id, member.title]));
	return (script.checklist ?? [])
		.flatMap((task): readonly DatedTask[] => {
			const when = parseWhen(task.when);
			if (!when) return [];
			const title = task.who === undefined ? undefined : members.get(task.who);
			return [
				{
					id: task.id,
					text: localiseText(workshop, `checklist.${task.id}.text`, task.text, locale),
					who:
						task.who === undefined || title === undefined
							? undefined
							: localiseText(workshop, `team.${task.who}.title`, title, locale),
					critical: task.critical,
					done: session.done.includes(task.id),
					when,
					...dueOf(when, session.date, session.start)
				}
			];
		})
		.sort((a, b) => hoursFrom(a.when) - hoursFrom(b.when));
}

const hoursFrom = ({ amount, unit, side }: When): number =>
	(side === 'after' ? 1 : -1) * amount * (unit === 'day' ? 24 : 1);

/** Puts tasks of one day together, in order. */
export function groupTasks(tasks: readonly DatedTask[], date: string): readonly TaskGroup[] {
	const groups = new Map<string, { day: string | undefined; offset: number; tasks: DatedTask[] }>();
	for (const task of tasks) {
		const { day, when } = task;
		const sign = when.side === 'after' ? 1 : -1;
		const offset =
			day !== undefined ? daysBetween(date, day) : when.unit === 'hour' ? 0 : sign * when.amount;
		const key = String(offset);
		const group = groups.get(key) ?? { day, offset, tasks: [] };
		group.tasks.push(task);
		groups.set(key, group);
	}
	return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** Critical tasks that are due before the end of the session and not done. */
export const needed = (tasks: readonly DatedTask[]): readonly DatedTask[] =>
	tasks.filter((task) => task.critical && !task.done && task.when.side === 'before');

/** What a calendar file says besides the tasks. */
export interface CalendarAbout {
	/** Stable id of the session: the same task keeps its place when the file is opened again. */
	readonly id: string;
	readonly title: string;
	readonly place: string;
	/** Session itself; left out while it has no date. */
	readonly date: string;
	readonly start: string;
	/** Minutes. */
	readonly length: number;
	/** When the file is made, ms since 1970. */
	readonly now: number;
}

/**
 * The session and its tasks as an iCalendar file (RFC 5545). Times are those of the room, without a time
 * zone. Tasks without a date are left out.
 */
export function calendarOf(tasks: readonly DatedTask[], about: CalendarAbout): string {
	const stamp = basic(new Date(about.now).toISOString().slice(0, 19)) + 'Z';
	const event = (id: string, lines: readonly string[]): readonly string[] => [
		'BEGIN:VEVENT',
		`UID:${id}-${about.id}@plenum`,
		`DTSTAMP:${stamp}`,
		...lines,
		'END:VEVENT'
	];
	const location = about.place ? [`LOCATION:${escape(about.place)}`] : [];
	const session = about.date
		? event('session', [
				...span(about.date, about.start, about.length),
				`SUMMARY:${escape([about.title, about.place].filter(Boolean).join(', '))}`,
				...location
			])
		: [];
	const dated = tasks.flatMap(({ id, day, time, text, who, done }) =>
		day === undefined
			? []
			: event(`task-${id}`, [
					...(time === undefined ? allDay(day) : span(day, time, 30)),
					`SUMMARY:${done ? '✓ ' : ''}${escape(text.value)}`,
					...(who ? [`DESCRIPTION:${escape(who.value)}`] : []),
					'TRANSP:TRANSPARENT'
				])
	);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Plenum//Plenum//EN',
		...session,
		...dated,
		'END:VCALENDAR'
	];
	return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const basic = (iso: string): string => iso.replace(/[-:]/g, '');
const after = (moment: string, minutes: number): string =>
	new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);

const allDay = (day: string): readonly string[] => [
	`DTSTART;VALUE=DATE:${basic(day)}`,
	`DTEND;VALUE=DATE:${basic(after(`${day}T00:00`, 1440).slice(0, 10))}`
];
const span = (day: string, time: string, minutes: number): readonly string[] => [
	`DTSTART:${basic(after(`${day}T${time}`, 0))}`,
	`DTEND:${basic(after(`${day}T${time}`, minutes))}`
];

const escape = (text: string): string =>
	text.replace(/([\\;,])/g, '\\$1').replace(/\r\n?|\n/g, '\\n');

/** Lines longer than 75 bytes go on in the next line after a space; characters are never cut. */
function fold(line: string): string {
	const encoder = new TextEncoder();
	let out = '';
	let used = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (used + size > 74) {
			out += '\r\n ';
			used = 1;
		}
		out += character;
		used += size;
	}
	return out;
}
