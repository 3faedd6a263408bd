import * as v from 'valibot';
import type { Contribution, Tally } from '#lib/activities/activity.ts';

/**
 * What facilitators do, as a log. The state of a run is nothing but the fold of these events (`run.ts`),
 * so a reload, a second device and undo all work by replaying them.
 */
export type Happening =
	| { readonly type: 'started' }
	| { readonly type: 'ended' }
	/** Another facilitator device goes on from here. */
	| { readonly type: 'took-over' }
	/** Moves to a step; the one before is finished. */
	| { readonly type: 'step'; readonly step: string }
	| { readonly type: 'part'; readonly step: string; readonly part: number }
	| { readonly type: 'opened'; readonly step: string }
	/** `accepted`: short hashes of the contributions in at this moment; later changes do not count. */
	| { readonly type: 'closed'; readonly step: string; readonly accepted: readonly string[] }
	| { readonly type: 'revealed'; readonly step: string; readonly on: boolean }
	/** Puts a screen of a step on air, or another page of the results on it. */
	| {
			readonly type: 'aired';
			readonly step: string;
			readonly screen: number;
			readonly page?: number;
	  }
	| { readonly type: 'masked'; readonly mask: Mask }
	| { readonly type: 'minutes'; readonly step: string; readonly delta: number }
	| { readonly type: 'skipped'; readonly step: string; readonly reason: SkipReason }
	| { readonly type: 'replaced'; readonly step: string; readonly by: string }
	/** `texts` are keys of `TextToCheck`. */
	| {
			readonly type: 'judged';
			readonly step: string;
			readonly texts: readonly string[];
			readonly verdict: Verdict;
	  }
	| { readonly type: 'typed'; readonly step: string; readonly contribution: Contribution }
	| { readonly type: 'untyped'; readonly step: string; readonly contribution: string }
	| { readonly type: 'tallied'; readonly step: string; readonly tally: Tally }
	| { readonly type: 'arranged'; readonly step: string; readonly body: unknown }
	| { readonly type: 'heads'; readonly people: number }
	| { readonly type: 'ticked'; readonly step: string; readonly item: number; readonly on: boolean }
	| { readonly type: 'noted'; readonly step: string; readonly text: string }
	/** Takes back everything of one action. */
	| { readonly type: 'undone'; readonly undo: string }
	| {
			readonly type: 'edited';
			readonly line: string;
			readonly hidden?: boolean;
			readonly text?: string;
	  };

export type Mask = 'none' | 'blank' | 'title';
export type SkipReason = 'late' | 'not-needed' | 'energy-low' | 'other';
export type Verdict = 'shown' | 'hidden' | 'later';

/** A happening with its place in the log: ordered by `n`, then by `id`, never by the clock. */
export type SessionEvent = Happening & {
	readonly id: string;
	/** One press of a facilitator; undo takes back a whole action. */
	readonly action: string;
	/** Facilitator device that pressed; the one of the newest event drives the stage. */
	readonly by: string;
	/** Lamport counter: one more than the highest the device had seen. */
	readonly n: number;
	/** Clock of the device that pressed, ms since 1970; for durations and the record only. */
	readonly at: number;
};

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const base = {
	id,
	action: id,
	by: id,
	n: v.pipe(v.number(), v.integer(), v.minValue(0)),
	at: v.pipe(v.number(), v.finite())
};
const on = v.boolean();
const source = v.picklist(['phone', 'shared', 'paper', 'hands', 'facilitator']);
const longText = v.pipe(v.string(), v.maxLength(4000));

const contribution = v.object({
	id,
	person: id,
	source,
	role: v.exactOptional(id),
	group: v.exactOptional(id),
	lang: v.exactOptional(id),
	body: v.unknown()
});

const tally = v.object({
	id,
	source: v.picklist(['hands', 'paper']),
	people: count,
	counts: v.record(v.string(), count)
});

const event = v.variant('type', [
	v.object({ ...base, type: v.literal('started') }),
	v.object({ ...base, type: v.literal('ended') }),
	v.object({ ...base, type: v.literal('took-over') }),
	v.object({ ...base, type: v.literal('step'), step: id }),
	v.object({ ...base, type: v.literal('part'), step: id, part: count }),
	v.object({ ...base, type: v.literal('opened'), step: id }),
	v.object({
		...base,
		type: v.literal('closed'),
		step: id,
		accepted: v.pipe(v.array(v.pipe(v.string(), v.maxLength(16))), v.maxLength(20_000))
	}),
	v.object({ ...base, type: v.literal('revealed'), step: id, on }),
	v.object({
		...base,
		type: v.literal('aired'),
		step: id,
		screen: count,
		page: v.exactOptional(count)
	}),
	v.object({ ...base, type: v.literal('masked'), mask: v.picklist(['none', 'blank', 'title']) }),
	v.object({
		...base,
		type: v.literal('minutes'),
		step: id,
		delta: v.pipe(v.number(), v.integer(), v.minValue(-240), v.maxValue(240))
	}),
	v.object({
		...base,
		type: v.literal('skipped'),
		step: id,
		reason: v.picklist(['late', 'not-needed', 'energy-low', 'other'])
	}),
	v.object({ ...base, type: v.literal('replaced'), step: id, by: id }),
	v.object({
		...base,
		type: v.literal('judged'),
		step: id,
		texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100)),
		verdict: v.picklist(['shown', 'hidden', 'later'])
	}),
	v.object({ ...base, type: v.literal('typed'), step: id, contribution }),
	v.object({ ...base, type: v.literal('untyped'), step: id, contribution: id }),
	v.object({ ...base, type: v.literal('tallied'), step: id, tally }),
	v.object({ ...base, type: v.literal('arranged'), step: id, body: v.unknown() }),
	v.object({ ...base, type: v.literal('heads'), people: count }),
	v.object({ ...base, type: v.literal('ticked'), step: id, item: count, on }),
	v.object({ ...base, type: v.literal('noted'), step: id, text: longText }),
	v.object({ ...base, type: v.literal('undone'), undo: id }),
	v.object({
		...base,
		type: v.literal('edited'),
		line: v.pipe(v.string(), v.maxLength(200)),
		hidden: v.exactOptional(on),
		text: v.exactOptional(longText)
	})
]);

/** Reads one event out of a log, or undefined when it is none this version knows. */
export function readEvent(value: unknown): SessionEvent | undefined {
	const read = v.safeParse(event, value);
	return read.success ? (read.output as SessionEvent) : undefined;
}

/** The order every device agrees on, whatever order the logs arrived in. */
export function inOrder(events: readonly SessionEvent[]): SessionEvent[] {
	return [...events].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
