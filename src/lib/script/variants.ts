import type { Problem } from '#lib/base/problem.ts';
import { linkSources } from './link.ts';
import { allKinds, type Kinds } from './kinds.ts';
import type { Range } from './range.ts';
import type { Delivery, Phase, Script, Step, Variant } from './script.ts';

/** A step as it will be run. */
export interface PlanStep {
	/** Id of the step that is run: that of the alternate when one stands in. Text keys use it. */
	readonly id: string;
	/** The step with delivery and `from` as resolved. */
	readonly step: Step;
	/** Id of the phase. */
	readonly phase: string;
	readonly minutes: Range;
	/** Id of the step it stands in for. */
	readonly replaces?: string;
}

/** A phase with at least one step left. */
export type PlanPhase = Pick<Phase, 'id' | 'title' | 'day' | 'buffer' | 'starts_at'>;

/** The order of the day after variants are applied. `from` of its steps never dangles when `problems` is empty. */
export interface Plan {
	readonly variants: readonly string[];
	readonly steps: readonly PlanStep[];
	readonly phases: readonly PlanPhase[];
	/** Ids of steps left out. */
	readonly skipped: readonly string[];
	/** Minutes the plan must fit in. */
	readonly target: number;
	/** Minutes kept free at the end. */
	readonly buffer: number;
	readonly words: 'plain' | 'simple';
	readonly read_aloud: boolean;
	readonly problems: readonly Problem[];
}

/** Asked at set-up when variants clash. Answer by calling `resolve` again. */
export type Question =
	/** Two variants of one axis were chosen: keep one. */
	| { readonly type: 'axis'; readonly axis: Variant['axis']; readonly variants: readonly string[] }
	/** Two variants change this step in different ways: choose whose way, in `choices[step]`. */
	| { readonly type: 'step'; readonly step: string; readonly variants: readonly string[] };

export type Resolution =
	| { readonly type: 'plan'; readonly plan: Plan }
	| { readonly type: 'question'; readonly question: Question };

const AXES = ['length', 'setting', 'words'] as const satisfies readonly Variant['axis'][];

/** What one variant does to one step. */
type Change =
	| { readonly type: 'skip' }
	| { readonly type: 'instead'; readonly id: string }
	| { readonly type: 'minutes'; readonly minutes: Range };

/**
 * Applies variants to a script. Ids that are not variants of the script are ignored. `choices` says,
 * by step, which variant wins where two clash.
 */
export function resolve(
	script: Script,
	variantIds: readonly string[],
	choices: Readonly<Record<string, string>> = {},
	kinds: Kinds = allKinds
): Resolution {
	const chosen = AXES.flatMap((axis) =>
		(script.variants ?? []).filter((each) => each.axis === axis && variantIds.includes(each.id))
	);
	for (const axis of AXES) {
		const same = chosen.filter((each) => each.axis === axis).map(({ id }) => id);
		if (same.length > 1)
			return { type: 'question', question: { type: 'axis', axis, variants: same } };
	}
	const alternates = new Map((script.alternates ?? []).map((step) => [step.id, step]));
	const delivery = chosen.findLast((each) => each.delivery)?.delivery;
	const steps: PlanStep[] = [];
	const skipped: string[] = [];
	for (const phase of script.phases) {
		for (const step of phase.steps) {
			const changes = chosen
				.map((variant) => ({ id: variant.id, change: changeOf(variant, step.id) }))
				.filter(({ change }) => change.length > 0);
			const different = new Set(changes.map(({ change }) => JSON.stringify(change))).size > 1;
			const winner = changes.find(({ id }) => id === choices[step.id]) ?? changes[0];
			if (different && choices[step.id] !== winner?.id) {
				const variants = changes.map(({ id }) => id);
				return { type: 'question', question: { type: 'step', step: step.id, variants } };
			}
			const made = apply(step, winner?.change ?? [], alternates);
			if (!made) skipped.push(step.id);
			else {
				const own = made.replaces === undefined ? undefined : minutesOf(made.step, chosen);
				const minutes = own ?? made.minutes;
				steps.push({ ...made, minutes, phase: phase.id, step: deliver(made.step, delivery) });
			}
		}
	}
	const linked = linkSources(steps, script, chosen, kinds);
	const used = new Set(steps.map((each) => each.phase));
	return {
		type: 'plan',
		plan: {
			variants: chosen.map(({ id }) => id),
			steps: linked.steps,
			phases: script.phases.filter(({ id }) => used.has(id)).map(planPhase),
			skipped,
			target: chosen.findLast((each) => each.target)?.target ?? script.duration.target,
			buffer: script.duration.buffer,
			words: chosen.findLast((each) => each.words)?.words ?? 'plain',
			read_aloud: chosen.some((each) => each.read_aloud),
			problems: linked.problems
		}
	};
}

const planPhase = ({ id, title, day, buffer, starts_at }: Phase): PlanPhase => ({
	id,
	title,
	day,
	buffer,
	...(starts_at === undefined ? {} : { starts_at })
});

function changeOf(variant: Variant, step: string): readonly Change[] {
	const changes: Change[] = [];
	if (variant.skip?.includes(step)) changes.push({ type: 'skip' });
	const instead = variant.use_instead?.[step];
	if (instead !== undefined) changes.push({ type: 'instead', id: instead });
	const minutes = variant.minutes?.[step];
	if (minutes !== undefined) changes.push({ type: 'minutes', minutes });
	return changes;
}

function apply(
	step: Step,
	changes: readonly Change[],
	alternates: ReadonlyMap<string, Step>
): { id: string; step: Step; minutes: Range; replaces?: string } | undefined {
	if (changes.some(({ type }) => type === 'skip')) return undefined;
	let made: { id: string; step: Step; minutes: Range; replaces?: string } = {
		id: step.id,
		step,
		minutes: step.minutes
	};
	for (const change of changes) {
		if (change.type === 'instead') {
			const other = alternates.get(change.id);
			if (other) made = { id: other.id, step: other, minutes: other.minutes, replaces: step.id };
		} else if (change.type === 'minutes') {
			made = { ...made, minutes: withMinutes(made.minutes, change.minutes) };
		}
	}
	return made;
}

/** Minutes a variant gives to an alternate under the alternate's own id. */
function minutesOf(step: Step, chosen: readonly Variant[]): Range | undefined {
	const own = chosen.findLast((each) => each.use_instead && each.minutes?.[step.id])?.minutes;
	const minutes = own?.[step.id];
	return minutes && withMinutes(step.minutes, minutes);
}

/** A plain number keeps the base range: 25 in `35 (25-45)` gives 25, 25–45. */
export function withMinutes(base: Range, minutes: Range): Range {
	if (minutes.least !== minutes.most) return minutes;
	const { best } = minutes;
	return { best, least: Math.min(best, base.least), most: Math.max(best, base.most) };
}

const deliver = (step: Step, delivery: Delivery | undefined): Step =>
	delivery === undefined || !step.activity
		? step
		: { ...step, activity: { ...step.activity, delivery } };

/** Every set of variants a session may choose: at most one of each axis, the empty set first. */
export function variantSets(script: Script): readonly (readonly string[])[] {
	let sets: readonly (readonly string[])[] = [[]];
	for (const axis of AXES) {
		const ids = (script.variants ?? []).filter((each) => each.axis === axis).map(({ id }) => id);
		sets = sets.flatMap((set) => [set, ...ids.map((id) => [...set, id])]);
	}
	return sets;
}
