import { resolve, type Plan, type Question } from '#lib/script/variants.ts';
import type { Script, Variant } from '#lib/script/script.ts';

export const AXES = ['length', 'setting', 'words'] as const satisfies readonly Variant['axis'][];
export type Axis = (typeof AXES)[number];

/** The chosen variant of each axis; an axis without one is as the script has it. */
export type Chosen = Readonly<Partial<Record<Axis, string>>>;

/** Who wins, by step, where two chosen variants change the same step. */
export type Choices = Readonly<Record<string, string>>;

/** Variants of one axis; empty when the script offers none. */
export const variantsOf = (script: Script, axis: Axis): readonly Variant[] =>
	(script.variants ?? []).filter((variant) => variant.axis === axis);

/** Ids of the chosen variants, in the order of the axes. */
export const chosenIds = (chosen: Chosen): readonly string[] =>
	AXES.flatMap((axis) => chosen[axis] ?? []);

/** A plan to show, and what has to be asked before it is final. */
export interface Edition {
	readonly plan: Plan;
	readonly questions: readonly Extract<Question, { type: 'step' }>[];
	/** Answers given or, where none is given yet, supposed. */
	readonly choices: Choices;
}

/**
 * Resolves the chosen edition. Where two variants clash the first one counts until somebody chooses,
 * so that there is always a day to look at.
 */
export function editionOf(script: Script, chosen: Chosen, answers: Choices): Edition {
	const questions: Extract<Question, { type: 'step' }>[] = [];
	const choices: Record<string, string> = {};
	for (;;) {
		const resolution = resolve(script, chosenIds(chosen), choices);
		if (resolution.type === 'plan') return { plan: resolution.plan, questions, choices };
		const { question } = resolution;
		if (question.type === 'axis') throw new Error('Two variants of one axis cannot be chosen here.');
		const answer = answers[question.step];
		const [first = ''] = question.variants;
		choices[question.step] =
			answer !== undefined && question.variants.includes(answer) ? answer : first;
		questions.push(question);
	}
}
