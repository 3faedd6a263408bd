import type { Problem } from '#lib/base/problem.ts';
import type { Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import { allSteps, type Script } from './script.ts';
import { segmentsOf, timingOf, type Segment } from './timing.ts';
import { resolve, variantSets } from './variants.ts';

/** Every choice of variants: items come from earlier steps, and the day is long enough. */
export function checkPlans(script: Script, kinds: Kinds): readonly Problem[] {
	const problems: Problem[] = [];
	const told = new Set<string>();
	// The empty set comes first and larger sets after their parts, so each fault is told once.
	for (const set of [...variantSets(script)].sort((a, b) => a.length - b.length)) {
		const resolution = resolve(script, set, {}, kinds);
		if (resolution.type === 'question') continue;
		const { plan } = resolution;
		for (const each of plan.problems) {
			const key = `${each.code} ${each.path}`;
			if (!told.has(key)) problems.push(each);
			told.add(key);
		}
		const names = set.map((id) => `*${script.variants?.find((each) => each.id === id)?.title}*`);
		const timing = timingOf(plan);
		if (timing.left < 0 && ![...told].some((key) => isPart(key, set))) {
			told.add(`long ${set.join(' ')}`);
			const args = {
				plan: timing.plan + timing.buffer,
				target: timing.target,
				variant: names.length === 0 ? '' : ` in ${names.join(' + ')}`,
				squeeze: timing.squeeze
			};
			const code = script.status === 'stable' ? 'plan-too-long-stable' : 'plan-too-long';
			problems.push(problem(code, args, { path: set[0] ? `variants.${set[0]}` : 'duration' }));
		}
		if (set.length === 0) problems.push(...segmentsOf(plan).flatMap(checkSegment));
	}
	return problems;
}

/** True when the key tells of a set that is part of this one. */
function isPart(key: string, set: readonly string[]): boolean {
	if (!key.startsWith('long ')) return false;
	return key
		.slice(5)
		.split(' ')
		.every((id) => id === '' || set.includes(id));
}

function checkSegment({ phases, from, to, needs, over }: Segment): readonly Problem[] {
	const first = phases[0];
	const last = phases.at(-1);
	if (over === 0 || !first || !last || from === undefined || to === undefined) return [];
	const at = `${Math.floor(to / 60)}:${String(to % 60).padStart(2, '0')}`;
	const args = { from: `*${first.title}*`, to: `*${last.title}*`, over, needs, has: to - from, at };
	return [problem('segment-too-long', args, { path: `phases.${first.id}` })];
}

/** Rules inside single variants. */
export function checkVariants(script: Script): readonly Problem[] {
	const steps = new Map(allSteps(script).map((step) => [step.id, step]));
	return (script.variants ?? []).flatMap((variant) => {
		const problems: Problem[] = [];
		const path = `variants.${variant.id}`;
		const name = `*${variant.title}*`;
		for (const id of variant.skip ?? []) {
			if (variant.use_instead?.[id] === undefined && !variant.minutes?.[id]) continue;
			const where = `*${steps.get(id)?.title ?? id}*`;
			problems.push(problem('variant-clash', { variant: name, where }, { path: `${path}.skip` }));
		}
		for (const [id, minutes] of Object.entries(variant.minutes ?? {})) {
			const step = steps.get(id);
			const { least = 0, most = 0 } = step?.minutes ?? {};
			const plain = minutes.least === minutes.most;
			if (!step || !plain || least === most || (minutes.best >= least && minutes.best <= most))
				continue;
			const args = { variant: name, where: `*${step.title}*`, best: minutes.best, least, most };
			problems.push(problem('variant-minutes', args, { path: `${path}.minutes.${id}` }));
		}
		return problems;
	});
}
