import { localiseText, type Localisable, type Localised } from '#lib/script/localise.ts';
import type { Range } from '#lib/script/range.ts';
import type { Delivery } from '#lib/script/script.ts';
import { minutesOfClock } from '#lib/script/timing.ts';
import type { Plan } from '#lib/script/variants.ts';

/** One step in the flow of the day. */
export interface FlowStep {
	readonly id: string;
	readonly title: Localised<string>;
	/** What it is for. */
	readonly aim: Localised<string> | undefined;
	/** Minutes after midnight of its day. */
	readonly at: number;
	readonly minutes: Range;
	readonly pause: boolean;
	/** Kind of its activity. */
	readonly kind: string | undefined;
	readonly delivery: Delivery;
	/** It may be left out when the day is late. */
	readonly optional: boolean;
}

export interface FlowPhase {
	readonly id: string;
	readonly title: Localised<string>;
	readonly day: number;
	/** Minutes of its steps. */
	readonly minutes: number;
	/** Minutes kept free at its end. */
	readonly buffer: number;
	readonly steps: readonly FlowStep[];
}

export interface Flow {
	readonly phases: readonly FlowPhase[];
	/** Minutes after midnight at which the last day ends, all time kept free included. */
	readonly end: number;
	/** Minutes kept free altogether. */
	readonly buffer: number;
}

/**
 * The day with a time for every step, if it begins at `start` (minutes after midnight). A phase with
 * a fixed time waits for it; every day begins at `start` again.
 */
export function flowOf(workshop: Localisable, plan: Plan, start: number, locale: string): Flow {
	const words = (key: string, source: string): Localised<string> =>
		localiseText(workshop, key, source, locale);
	let at = start;
	let day: number | undefined;
	const phases = plan.phases.map((phase): FlowPhase => {
		if (day !== undefined && phase.day !== day) at = start;
		day = phase.day;
		if (phase.starts_at !== undefined) at = Math.max(at, minutesOfClock(phase.starts_at));
		const begin = at;
		const steps = plan.steps
			.filter((each) => each.phase === phase.id)
			.map(({ id, step, minutes }): FlowStep => {
				const here = at;
				at += minutes.best;
				return {
					id,
					title: words(`steps.${id}.title`, step.title),
					aim: step.aim === undefined ? undefined : words(`steps.${id}.aim`, step.aim),
					at: here,
					minutes,
					pause: step.category === 'break',
					kind: step.activity?.kind,
					delivery: step.activity?.delivery ?? 'phone',
					optional: step.need === 'could' || step.if_late === 'skip'
				};
			});
		const minutes = at - begin;
		at += phase.buffer;
		return {
			id: phase.id,
			title: words(`phases.${phase.id}.title`, phase.title),
			day: phase.day,
			minutes,
			buffer: phase.buffer,
			steps
		};
	});
	const buffer = plan.buffer + phases.reduce((sum, phase) => sum + phase.buffer, 0);
	return { phases, end: at + plan.buffer, buffer };
}
