import * as v from 'valibot';

/** What is chosen while preparing a session. Everything may be changed until the start. */
export interface Setup {
	readonly place: string;
	readonly organiser: string;
	readonly facilitator: string;
	/** `YYYY-MM-DD`, or empty while open. */
	readonly date: string;
	/** `HH:MM`, local time of the room. */
	readonly start: string;
	readonly room: string;
	/** Variant ids, at most one per axis. */
	readonly variants: readonly string[];
	/** Locales people may choose on phones, in order. */
	readonly phoneLanguages: readonly string[];
	/** One or two locales. */
	readonly stageLanguages: readonly string[];
	readonly expected: number;
	/** Expected people by role id. */
	readonly expectedByRole: Readonly<Record<string, number>>;
	/** Done tasks of the checklist. */
	readonly done: readonly string[];
	/** Passed points of the room check. */
	readonly checked: readonly string[];
	/** One press moves on and shows the first screen. */
	readonly followSteps: boolean;
	/** Address people type or scan; empty = where this app was opened from. */
	readonly address: string;
}

const line = v.pipe(v.string(), v.maxLength(200));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const ids = v.array(id);
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000));

const schema = v.object({
	place: v.fallback(line, ''),
	organiser: v.fallback(line, ''),
	facilitator: v.fallback(line, ''),
	date: v.fallback(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/)), ''),
	start: v.fallback(v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/)), '09:00'),
	room: v.fallback(line, ''),
	variants: v.fallback(ids, []),
	phoneLanguages: v.fallback(v.pipe(ids, v.minLength(1)), ['en']),
	stageLanguages: v.fallback(v.pipe(ids, v.minLength(1), v.maxLength(2)), ['en']),
	expected: v.fallback(people, 24),
	expectedByRole: v.fallback(v.record(id, people), {}),
	done: v.fallback(ids, []),
	checked: v.fallback(ids, []),
	followSteps: v.fallback(v.boolean(), false),
	address: v.fallback(line, '')
});

/** Reads a stored setup; a part that cannot be read falls back alone, so that nothing else is lost. */
export function readSetup(value: unknown): Setup {
	return v.parse(schema, typeof value === 'object' && value !== null ? value : {});
}
