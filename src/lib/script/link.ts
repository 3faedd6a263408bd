import type { Problem } from '#lib/base/problem.ts';
import { without } from '#lib/base/without.ts';
import { fieldsOfKind, type Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import type { From, Script, Step, StepActivity, Variant } from './script.ts';
import { allSteps } from './script.ts';
import type { PlanStep } from './variants.ts';

/**
 * Points `from` and other references to steps at the steps that are really run: at the alternate
 * where one stands in, at nothing (with `fallback_items`) where the source is left out.
 */
export function linkSources(
	steps: readonly PlanStep[],
	script: Script,
	variants: readonly Variant[],
	kinds: Kinds
): { readonly steps: readonly PlanStep[]; readonly problems: readonly Problem[] } {
	const position = new Map<string, number>();
	const problems: Problem[] = [];
	const variant = variants.map(({ title }) => `*${title}*`).join(' + ') || 'the full workshop';
	steps.forEach(({ id, replaces, step }, index) => {
		if (position.has(id)) {
			const args = { variant, where: `*${step.title}*` };
			problems.push(problem('alternate-twice', args, { path: `steps.${id}` }));
		}
		position.set(id, index);
		if (replaces !== undefined) position.set(replaces, index);
	});
	const titles = new Map(allSteps(script).map((step) => [step.id, step.title]));
	const linked = steps.map((planned, index) => {
		const { step } = planned;
		if (!step.activity) return planned;
		const earlier = (id: string): Step | undefined => {
			const at = position.get(id);
			return at === undefined ? undefined : steps[at]?.step;
		};
		const { from } = step.activity;
		let activity = withReferences(step.activity, kinds, (id) => earlier(id)?.id);
		if (from?.step !== undefined) {
			const at = position.get(from.step);
			const source = at === undefined ? undefined : steps[at]?.step;
			const args = {
				where: `*${step.title}*`,
				source: `*${titles.get(from.step) ?? from.step}*`,
				variant
			};
			const path = `steps.${step.id}.activity.from`;
			const made = source?.activity && kinds.get(source.activity.kind)?.produces;
			const usable = made === 'items' || made === 'actions';
			if (at !== undefined && at >= index) problems.push(problem('from-later', args, { path }));
			else if (!usable && !from.fallback_items)
				problems.push(problem(source ? 'from-nothing' : 'source-skipped', args, { path }));
			activity = { ...activity, from: sourceOf(from, usable ? source?.id : undefined) };
		}
		return { ...planned, step: { ...step, activity } };
	});
	return { steps: linked, problems };
}

const sourceOf = (from: From, step: string | undefined): From =>
	step === undefined ? without(from, 'step') : { ...from, step };

/** References to steps among the kind's own fields, such as `compare_to`; one that is left out disappears. */
function withReferences(
	activity: StepActivity,
	kinds: Kinds,
	find: (id: string) => string | undefined
): StepActivity {
	const fields = fieldsOfKind(kinds.get(activity.kind));
	let out: StepActivity = activity;
	for (const [name, field] of Object.entries(fields)) {
		const id = activity[name];
		if (field.type !== 'ref' || field.to !== 'step' || typeof id !== 'string') continue;
		const target = find(id);
		out =
			target === undefined
				? { ...without(out, name), kind: activity.kind }
				: { ...out, [name]: target };
	}
	return out;
}
