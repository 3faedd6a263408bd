import { resolve, type Plan, type Question } from '#lib/script/variants.ts';
import { minutesOfClock } from '#lib/script/timing.ts';
import type { Script, Variant } from '#lib/script/script.ts';

/** What a session changes on a script: at most one variant of each axis. */
export const EDITION_AXES = [
	'length',
	'setting',
	'words'
] as const satisfies readonly Variant['axis'][];
export type EditionAxis = (typeof EDITION_AXES)[number];

/** Two chosen variants change this step in different ways. */
export type Clash = Extract<Question, { type: 'step' }>;

/** A plan to show, and what has to be asked before it is final. */
export interface SessionEdition {
	readonly plan: Plan;
	readonly clashes: readonly Clash[];
	/** Answers given or, where none is given yet, supposed. */
	readonly choices: Readonly<Record<string, string>>;
}

/** The chosen variants with one of an axis replaced, or taken away by an empty id. */
export function withVariant(
	script: Script,
	variants: readonly string[],
	axis: EditionAxis,
	id: string
): readonly string[] {
	const axisOf = new Map((script.variants ?? []).map((each) => [each.id, each.axis]));
	return EDITION_AXES.flatMap((each) =>
		each === axis ? (id === '' ? [] : [id]) : variants.filter((one) => axisOf.get(one) === each)
	);
}

/**
 * Resolves chosen variants. Where two clash the first one counts until somebody chooses, so that there
 * is always a day to look at. Of two variants of one axis the first is kept.
 */
export function sessionEdition(
	script: Script,
	variants: readonly string[],
	answers: Readonly<Record<string, string>>
): SessionEdition {
	const clashes: Clash[] = [];
	const choices: Record<string, string> = {};
	let chosen = variants;
	for (;;) {
		const resolution = resolve(script, chosen, choices);
		if (resolution.type === 'plan') return { plan: resolution.plan, clashes, choices };
		const { question } = resolution;
		if (question.type === 'axis') {
			const extra = question.variants.slice(1);
			chosen = chosen.filter((id) => !extra.includes(id));
			continue;
		}
		const answer = answers[question.step];
		const [first = ''] = question.variants;
		choices[question.step] =
			answer !== undefined && question.variants.includes(answer) ? answer : first;
		clashes.push(question);
	}
}

/** What becomes of one step in one column of the matrix. */
export type MatrixCell =
	| { readonly type: 'out' }
	| { readonly type: 'in'; readonly minutes: number; readonly instead?: string };

/** Steps × variants: what each choice does to each step, and how long the day gets. */
export interface EditionMatrix {
	/** Variant ids of the columns between "as written" and "this session". */
	readonly variants: readonly string[];
	readonly rows: readonly {
		readonly step: string;
		readonly phase: string;
		readonly written: MatrixCell;
		/** One cell for each of `variants`. */
		readonly alone: readonly MatrixCell[];
		readonly session: MatrixCell;
	}[];
	/** Minutes of steps and of time kept free, per column in the same order. */
	readonly totals: {
		readonly written: number;
		readonly alone: readonly number[];
		readonly session: number;
	};
}

/** Minutes of the whole plan, all time kept free included. */
export const lengthOf = (plan: Plan): number =>
	plan.steps.reduce((sum, each) => sum + each.minutes.best, 0) +
	plan.phases.reduce((sum, phase) => sum + phase.buffer, 0) +
	plan.buffer;

/** The matrix of a script's edition. Columns are shown only for variants that are chosen. */
export function editionMatrix(script: Script, edition: SessionEdition): EditionMatrix {
	const { variants } = edition.plan;
	const written = sessionEdition(script, [], {}).plan;
	const alone = variants.map((id) => sessionEdition(script, [id], {}).plan);
	const rows = script.phases.flatMap((phase) =>
		phase.steps.map(({ id }) => ({
			step: id,
			phase: phase.id,
			written: cellOf(written, id),
			alone: alone.map((plan) => cellOf(plan, id)),
			session: cellOf(edition.plan, id)
		}))
	);
	return {
		variants,
		rows,
		totals: {
			written: lengthOf(written),
			alone: alone.map(lengthOf),
			session: lengthOf(edition.plan)
		}
	};
}

function cellOf(plan: Plan, step: string): MatrixCell {
	const found = plan.steps.find((each) => (each.replaces ?? each.id) === step);
	if (!found) return { type: 'out' };
	const minutes = found.minutes.best;
	return found.replaces === undefined
		? { type: 'in', minutes }
		: { type: 'in', minutes, instead: found.id };
}

/** A step of the plan with its time of day in minutes after midnight. */
export interface TimedPlace {
	readonly id: string;
	readonly at: number;
	readonly until: number;
}

/**
 * Clock times of a plan that begins at `start` (minutes after midnight). A phase with a fixed time waits
 * for it, every day begins at `start` again. `end` has all time kept free in it.
 */
export function clockOf(
	plan: Plan,
	start: number
): { readonly places: readonly TimedPlace[]; readonly end: number } {
	let at = start;
	let day: number | undefined;
	const places = plan.phases.flatMap((phase) => {
		if (day !== undefined && phase.day !== day) at = start;
		day = phase.day;
		if (phase.starts_at !== undefined) at = Math.max(at, minutesOfClock(phase.starts_at));
		const steps = plan.steps
			.filter((each) => each.phase === phase.id)
			.map(({ id, minutes }) => {
				const from = at;
				at += minutes.best;
				return { id, at: from, until: at };
			});
		at += phase.buffer;
		return steps;
	});
	return { places, end: at + plan.buffer };
}
