import type { Problem } from '#lib/base/problem.ts';
import { isPersonal } from './check-steps.ts';
import { workshopField } from './fields.ts';
import type { Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import { allSteps, type Script, type Step } from './script.ts';
import { resolve, type PlanStep } from './variants.ts';
import { walk } from './walk.ts';

const MAX_LISTENING = 25;
const MAX_WITHOUT_BREAK = 90;
const FIRST_VOICE = 10;
const MANY_OPTIONS = 7;

/** What makes a workshop better to sit through. Tips stop nothing. */
export function checkTips(script: Script, kinds: Kinds): readonly Problem[] {
	const resolution = resolve(script, [], {}, kinds);
	const steps = resolution.type === 'plan' ? resolution.plan.steps : [];
	return [
		...tipsOnDay(steps, kinds),
		...tipsOnSteps(script, kinds),
		...tipsOnLength(script, kinds)
	];
}

const asks = (step: Step, kinds: Kinds): boolean => {
	const produces = step.activity && kinds.get(step.activity.kind)?.produces;
	return produces !== undefined && produces !== 'nothing';
};
const listens = (step: Step, kinds: Kinds): boolean =>
	(step.category === 'plenary' || step.category === 'input') && !asks(step, kinds);

function tipsOnDay(steps: readonly PlanStep[], kinds: Kinds): Problem[] {
	const problems: Problem[] = [];
	let [total, listening, sitting] = [0, 0, 0];
	let [voice, told] = [false, { listening: false, sitting: false }];
	for (const { step, minutes } of steps) {
		const args = { where: `*${step.title}*` };
		const at = { path: `steps.${step.id}` };
		const quiet = listens(step, kinds);
		if (!quiet && step.category !== 'break' && !voice) {
			voice = true;
			if (total > FIRST_VOICE)
				problems.push(problem('late-voice', { ...args, minutes: total }, at));
		}
		total += minutes.best;
		listening = quiet ? listening + minutes.best : 0;
		sitting = step.category === 'break' ? 0 : sitting + minutes.best;
		if (listening > MAX_LISTENING && !told.listening)
			problems.push(problem('long-listening', { ...args, minutes: listening }, at));
		if (sitting > MAX_WITHOUT_BREAK && !told.sitting)
			problems.push(problem('no-break', { ...args, minutes: sitting }, at));
		told = {
			listening: listening > MAX_LISTENING,
			sitting: sitting > MAX_WITHOUT_BREAK
		};
	}
	return problems;
}

function tipsOnSteps(script: Script, kinds: Kinds): Problem[] {
	const byHand = (script.alternates ?? []).some(
		({ activity }) => activity?.delivery === 'hands' || activity?.delivery === 'paper'
	);
	return allSteps(script).flatMap((step) => {
		const { activity } = step;
		if (!activity) return [];
		const path = `steps.${step.id}.activity`;
		const where = `*${step.title}*`;
		const open = activity.names !== 'shown' && activity.show !== 'live' && !activity.sensitive;
		return [
			...(step.category === 'decision' && activity.delivery === 'phone' && !byHand
				? [problem('decision-phones', { where }, { path })]
				: []),
			...(open && asks(step, kinds) && isPersonal(activity.prompt ?? '')
				? [problem('sensitive-off', { where }, { path })]
				: [])
		];
	});
}

function tipsOnLength(script: Script, kinds: Kinds): Problem[] {
	const problems: Problem[] = [];
	walk(script, workshopField, kinds, ({ value, name, path, where }) => {
		if (name !== 'options' || !Array.isArray(value) || value.length <= MANY_OPTIONS) return;
		const args = { where, count: value.length, max: MANY_OPTIONS };
		problems.push(problem('many-options', args, { path }));
	});
	return problems;
}
