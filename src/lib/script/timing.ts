import type { Plan, PlanPhase, PlanStep } from './variants.ts';

/** All in minutes. */
export interface Timing {
	/** Best minutes of all steps and the buffers of phases. */
	readonly plan: number;
	readonly least: number;
	readonly most: number;
	/** Kept free at the end. */
	readonly buffer: number;
	readonly target: number;
	/** What is left of the target after plan and buffer; below 0 = too long. */
	readonly left: number;
	/** What can be won back: slack of steps that may be shortened, steps that may be skipped, buffers. */
	readonly squeeze: number;
}

export function timingOf(plan: Plan): Timing {
	const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
	const buffers = sum(plan.phases.map((phase) => phase.buffer));
	const minutes = plan.steps.map((each) => each.minutes);
	const best = sum(minutes.map((each) => each.best)) + buffers;
	return {
		plan: best,
		least: sum(minutes.map((each) => each.least)) + buffers,
		most: sum(minutes.map((each) => each.most)) + buffers,
		buffer: plan.buffer,
		target: plan.target,
		left: plan.target - best - plan.buffer,
		squeeze: sum(plan.steps.map(slackOf)) + buffers + plan.buffer
	};
}

/** Minutes a step can give back when the day is late. */
export function slackOf({ step, minutes }: PlanStep): number {
	switch (step.if_late) {
		case 'keep':
			return 0;
		case 'shorten':
			return minutes.best - minutes.least;
		case 'skip':
			return minutes.best;
		default:
			return step.if_late satisfies never;
	}
}

/** A stretch of the day between two fixed times. */
export interface Segment {
	readonly day: number;
	/** Phases in it, in order. */
	readonly phases: readonly PlanPhase[];
	/** Minutes of the day; undefined where nothing is fixed. */
	readonly from?: number;
	readonly to?: number;
	/** Minutes its steps and buffers need. */
	readonly needs: number;
	/** Minutes too long; 0 when it fits or nothing is fixed. */
	readonly over: number;
}

/** Minutes after midnight of `HH:MM`. */
export const minutesOfClock = (clock: string): number => {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return 60 * hours + minutes;
};

/**
 * Cuts the day at the fixed times of phases and checks each stretch alone. `start` is the beginning of
 * each day in minutes after midnight, where a session knows it; `anchors` may override the script's.
 */
export function segmentsOf(
	plan: Plan,
	start?: number,
	anchors: Readonly<Record<string, string>> = {}
): readonly Segment[] {
	const clock = (phase: PlanPhase) => anchors[phase.id] ?? phase.starts_at;
	const groups: PlanPhase[][] = [];
	let day: number | undefined;
	for (const phase of plan.phases) {
		const last = groups.at(-1);
		if (!last || phase.day !== day || clock(phase) !== undefined) groups.push([phase]);
		else last.push(phase);
		day = phase.day;
	}
	const needs = (phase: PlanPhase) =>
		phase.buffer +
		plan.steps
			.filter((each) => each.phase === phase.id)
			.reduce((total, each) => total + each.minutes.best, 0);
	return groups.map((phases, index) => {
		const first = phases[0];
		const next = groups[index + 1]?.[0];
		const own = first && clock(first);
		const opening = index === 0 || groups[index - 1]?.[0]?.day !== first?.day;
		const from = own === undefined ? (opening ? start : undefined) : minutesOfClock(own);
		const until = next && next.day === first?.day ? clock(next) : undefined;
		const to = until === undefined ? undefined : minutesOfClock(until);
		const total = phases.reduce((sum, phase) => sum + needs(phase), 0);
		const over = from === undefined || to === undefined ? 0 : Math.max(0, total - (to - from));
		return {
			day: first?.day ?? 1,
			phases,
			needs: total,
			over,
			...(from === undefined ? {} : { from }),
			...(to === undefined ? {} : { to })
		};
	});
}
