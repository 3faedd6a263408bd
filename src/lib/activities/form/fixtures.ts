import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { FormBody, FormQuestion, FormResult, FormSettings } from './schema.ts';

const questions: readonly FormQuestion[] = [
	{ id: 'respected', kind: 'scale', text: 'Today I felt respected.' },
	{
		id: 'pace',
		kind: 'choice',
		text: 'How was the speed?',
		options: [
			{ id: 'slow', label: 'Too slow' },
			{ id: 'right', label: 'Just right' }
		]
	},
	{
		id: 'help',
		kind: 'many',
		text: 'What helped you?',
		options: [
			{ id: 'food', label: 'Food' },
			{ id: 'talk', label: 'Talking' }
		]
	},
	{ id: 'keep', kind: 'text', text: 'What should stay the same?' },
	{ id: 'children', kind: 'number', text: 'How many children came with you?' }
];

export const settings: FormSettings = {
	...exampleSettings('form', 'How was today for you?'),
	help: '1 is no, 5 is yes. You can skip any question.',
	moderation: 'before',
	questions
};

const from = (
	person: string,
	answers: FormBody['answers'],
	lang?: string
): Contribution<FormBody> => ({
	id: `c-${person}`,
	person,
	source: 'phone',
	...(lang ? { lang } : {}),
	body: { answers }
});

const scale = (...counts: readonly number[]) =>
	counts.map((count, at) => ({ id: String(at + 1), count }));
const options = (a: readonly [string, number], b: readonly [string, number]) =>
	[a, b].map(([id, count]) => ({ id, count }));

const LONG = 'ů'.repeat(280);

export const fixtures: readonly Fixture<FormSettings, FormBody, FormResult>[] = [
	{
		name: 'empty',
		settings,
		contributions: [],
		result: {
			people: 0,
			questions: [
				{
					id: 'respected',
					kind: 'scale',
					people: 0,
					counts: scale(0, 0, 0, 0, 0),
					median: undefined
				},
				{ id: 'pace', kind: 'choice', people: 0, counts: options(['slow', 0], ['right', 0]) },
				{ id: 'help', kind: 'many', people: 0, counts: options(['food', 0], ['talk', 0]) },
				{ id: 'keep', kind: 'text', people: 0, texts: [] },
				{ id: 'children', kind: 'number', people: 0, median: undefined, sum: 0 }
			]
		}
	},
	{
		name: 'one person skips most of it',
		settings,
		contributions: [from('p1', [{ id: 'pace', option: 'right' }])],
		result: {
			people: 1,
			questions: [
				{
					id: 'respected',
					kind: 'scale',
					people: 0,
					counts: scale(0, 0, 0, 0, 0),
					median: undefined
				},
				{ id: 'pace', kind: 'choice', people: 1, counts: options(['slow', 0], ['right', 1]) },
				{ id: 'help', kind: 'many', people: 0, counts: options(['food', 0], ['talk', 0]) },
				{ id: 'keep', kind: 'text', people: 0, texts: [] },
				{ id: 'children', kind: 'number', people: 0, median: undefined, sum: 0 }
			]
		}
	},
	{
		name: 'many people, counted sheets, answers of the wrong kind, right to left, longest text',
		settings,
		contributions: [
			from('p1', [
				{ id: 'respected', number: 5 },
				{ id: 'pace', option: 'slow' },
				{ id: 'help', options: ['food', 'talk', 'food', 'gold'] },
				{ id: 'keep', text: 'الطعام، شكراً (10/10)' },
				{ id: 'children', number: 2 }
			]),
			from('p2', [
				{ id: 'respected', number: 2 },
				{ id: 'pace', option: 'fast' },
				{ id: 'keep', text: ` ${LONG.slice(2)} ` },
				{ id: 'children', number: 0.5 }
			]),
			from('p3', [
				{ id: 'respected', number: 7 },
				{ id: 'pace', number: 1 },
				{ id: 'keep', text: '  ' },
				{ id: 'unknown', text: '<b>x</b>' }
			]),
			from('p4', [{ id: 'respected', number: 4 }], 'cs')
		],
		tallies: [
			{
				id: 't1',
				source: 'paper',
				people: 3,
				counts: { 'respected=4': 2, 'pace=right': 3, 'help.talk': 2 }
			}
		],
		result: {
			people: 6,
			questions: [
				{ id: 'respected', kind: 'scale', people: 5, counts: scale(0, 1, 0, 3, 1), median: 4 },
				{ id: 'pace', kind: 'choice', people: 4, counts: options(['slow', 1], ['right', 3]) },
				{ id: 'help', kind: 'many', people: 4, counts: options(['food', 1], ['talk', 3]) },
				{
					id: 'keep',
					kind: 'text',
					people: 2,
					texts: [
						{ id: 'keep.c-p1', text: 'الطعام، شكراً (10/10)' },
						{ id: 'keep.c-p2', text: LONG.slice(2) }
					]
				},
				{ id: 'children', kind: 'number', people: 2, median: 1.25, sum: 2.5 }
			]
		}
	}
];
