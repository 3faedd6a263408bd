import { expect, test } from 'vitest';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { median } from './reduce.ts';
import { stagePlan } from './rows.ts';

test('every question can be skipped, but a form without any answer is not sent', () => {
	expect(activity.complete(settings, { answers: [{ id: 'pace', option: 'slow' }] })).toBe(true);
	expect(activity.complete(settings, { answers: [] })).toBe(false);
	expect(activity.complete(settings, { answers: [{ id: 'pace', option: 'gold' }] })).toBe(false);
});

test('hiding a text keeps the other answers of the form', () => {
	const body = {
		answers: [
			{ id: 'pace', option: 'slow' },
			{ id: 'keep', text: 'rude words' }
		]
	};
	const ids = new Set(activity.texts?.(body).map(({ id }) => id));
	expect(activity.without_texts?.(body, ids)).toEqual({ answers: [body.answers[0]] });
	expect(activity.without_texts?.({ answers: body.answers.slice(1) }, ids)).toBeUndefined();
});

test('a question that too few answered is withheld, options of many count as one question', () => {
	const total = activity.reduce(settings, [], []);
	const left = activity.withhold?.(settings, total, new Set(['help.food', 'respected']));
	expect(left?.questions.map(({ id }) => id)).toEqual(['pace', 'keep', 'children']);
});

test('the stage shows one question at a time, sensitive words not at all', () => {
	const body = {
		answers: [
			{ id: 'pace', option: 'slow' },
			{ id: 'keep', text: 'tea' }
		]
	};
	const one = { id: 'c', person: 'p', source: 'phone' as const, body };
	const total = activity.reduce(settings, [one], []);
	expect(stagePlan(settings, total).map(({ question }) => question.id)).toEqual(['pace', 'keep']);
	expect(stagePlan({ ...settings, sensitive: true }, total)).toHaveLength(1);
});

test('a choice without options is a problem of the script, with its place', () => {
	const questions = [{ id: 'a', kind: 'choice' as const, text: 'Which?' }];
	expect(activity.check?.({ ...settings, questions })).toMatchObject([
		{ path: 'questions.0.options' }
	]);
	expect(activity.check?.(settings)).toEqual([]);
});

test('the median of two middle answers is between them', () => {
	expect(median([5, 1, 2, 4])).toBe(3);
	expect(median([])).toBeUndefined();
});
