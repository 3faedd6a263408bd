import { stepRun, type RunState } from './run.ts';

/** A step of the plan with its planned minutes, in running order. */
export interface TimedStep {
	readonly id: string;
	/** Planned minutes: best, least and most. */
	readonly minutes: { readonly best: number; readonly least: number; readonly most: number };
}

export interface Timing {
	/** Seconds spent in the current step, and its planned seconds with added minutes. */
	readonly elapsed: number;
	readonly planned: number;
	/** Seconds left in the step; negative when it is over time. */
	readonly left: number;
	/** `amber` from the last 20 % (at least 2 minutes), `over` from the last 5 % (at least 30 s) turns to over at 0. */
	readonly mood: 'calm' | 'amber' | 'late' | 'over';
	/** Minutes behind the plan of what is done and being done; never negative. */
	readonly behind: number;
	/** Minutes of buffer not yet used up. */
	readonly bufferLeft: number;
	/** Minutes the end will slip beyond the plan; 0 while the buffer covers it. */
	readonly late: number;
	/** Relay clock, ms. */
	readonly plannedEnd: number;
	readonly expectedEnd: number;
}

const MINUTE = 60_000;

/** Milliseconds spent in a step so far, all stays together. */
export function spent(run: RunState, step: string, now: number): number {
	return stepRun(run, step).stays.reduce(
		(sum, stay) => sum + Math.max(0, (stay.to ?? now) - stay.from),
		0
	);
}

/**
 * How the day stands: drift as in script-format §4.1. Buffers absorb delay silently; `late` counts only
 * what no buffer covers. `buffer` is the sum of all buffers in minutes.
 */
export function timing(
	run: RunState,
	steps: readonly TimedStep[],
	buffer: number,
	now: number
): Timing {
	const current = steps.findIndex((step) => step.id === run.step);
	const best = (step: TimedStep): number => step.minutes.best;
	const active = (step: TimedStep): boolean => stepRun(run, step.id).skipped === undefined;
	const step = steps[current];
	const elapsedMs = step ? spent(run, step.id, now) : 0;
	const added = step ? stepRun(run, step.id).added : 0;
	const plannedMs = step ? Math.max(0, best(step) + added) * MINUTE : 0;
	const bestMs = step ? best(step) * MINUTE : 0;

	const finished = steps.filter(
		(other, i) => (current < 0 || i !== current) && stepRun(run, other.id).stays.length > 0
	);
	const overrun = finished.reduce(
		(sum, other) => sum + spent(run, other.id, now) - best(other) * MINUTE,
		0
	);
	const saved = steps
		.filter((other) => !active(other) && stepRun(run, other.id).stays.length === 0)
		.reduce((sum, other) => sum + best(other) * MINUTE, 0);
	const extension = step ? Math.max(elapsedMs, plannedMs) - bestMs : 0;
	const behindMs = Math.max(0, elapsedMs - bestMs) + overrun - saved;
	const driftMs = Math.max(0, extension) + overrun - saved;

	const remaining = steps
		.slice(current + 1)
		.filter((other) => active(other) && stepRun(run, other.id).stays.length === 0);
	const start = run.startedAt ?? now;
	const total = steps.reduce((sum, other) => sum + best(other), 0) * MINUTE;
	const plannedEnd = start + total + buffer * MINUTE;
	const expectedEnd =
		now +
		Math.max(0, plannedMs - elapsedMs) +
		remaining.reduce((sum, other) => sum + best(other) * MINUTE, 0);
	const lateMs = Math.max(0, expectedEnd - plannedEnd);
	const leftMs = plannedMs - elapsedMs;
	return {
		elapsed: Math.round(elapsedMs / 1000),
		planned: Math.round(plannedMs / 1000),
		left: Math.round(leftMs / 1000),
		mood: mood(leftMs, plannedMs),
		behind: Math.max(0, Math.round(behindMs / MINUTE)),
		bufferLeft: Math.max(0, Math.round((buffer * MINUTE - Math.max(0, driftMs)) / MINUTE)),
		late: Math.ceil(lateMs / MINUTE),
		plannedEnd,
		expectedEnd: Math.max(expectedEnd, now)
	};
}

function mood(leftMs: number, plannedMs: number): Timing['mood'] {
	if (leftMs < 0) return 'over';
	if (leftMs <= Math.max(plannedMs * 0.05, 30_000)) return 'late';
	if (leftMs <= Math.max(plannedMs * 0.2, 2 * MINUTE)) return 'amber';
	return 'calm';
}
