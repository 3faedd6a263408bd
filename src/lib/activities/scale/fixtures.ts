import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { ScaleResult } from './reduce.ts';
import type { ScaleBody, ScaleSettings } from './schema.ts';

/** Two statements on five points, with "I don't know". */
export const settings: ScaleSettings = {
	...exampleSettings('scale', 'How true is this for our town?'),
	statements: [
		{ id: 'know-where', text: 'Newcomers know where to get help' },
		{ id: 'services-talk', text: 'المكاتب والجمعيات تتبادل المعلومات' }
	],
	points: 5,
	labels: { low: 'Not true', mid: 'Partly', high: 'Very true' },
	faces: false,
	dont_know: true
};

const answer = (
	person: string,
	answers: ScaleBody['answers'],
	role?: string
): Contribution<ScaleBody> => ({
	id: `${person}.me`,
	person,
	source: 'phone',
	...(role ? { role } : {}),
	body: { answers }
});

/** What the contract test and the editor's preview show of this kind. */
export const fixtures: readonly Fixture<ScaleSettings, ScaleBody, ScaleResult>[] = [
	{
		name: 'empty',
		settings,
		contributions: [],
		result: {
			people: 0,
			statements: [
				{ id: 'know-where', counts: [0, 0, 0, 0, 0], dontKnow: 0, rated: 0 },
				{ id: 'services-talk', counts: [0, 0, 0, 0, 0], dontKnow: 0, rated: 0 }
			]
		}
	},
	{
		name: 'one person who skipped a statement',
		settings,
		contributions: [answer('a', { 'know-where': 2 })],
		result: {
			people: 1,
			statements: [
				{ id: 'know-where', counts: [0, 1, 0, 0, 0], dontKnow: 0, rated: 1, median: 2 },
				{ id: 'services-talk', counts: [0, 0, 0, 0, 0], dontKnow: 0, rated: 0 }
			]
		}
	},
	{
		name: 'many people, some not sure, one outside the scale',
		settings: { ...settings, breakdown_by: 'role' },
		contributions: [
			answer('a', { 'know-where': 1, 'services-talk': 2 }, 'town'),
			answer('b', { 'know-where': 2, 'services-talk': 'dont-know' }, 'town'),
			answer('c', { 'know-where': 4, 'services-talk': 3 }, 'newcomers'),
			answer('d', { 'know-where': 5, 'services-talk': 3 }, 'newcomers'),
			answer('e', { 'know-where': 'dont-know', 'services-talk': 5 }, 'newcomers'),
			answer('f', { 'know-where': 9 }, 'town'),
			answer('g', { gone: 2 }, 'town')
		],
		result: {
			people: 5,
			statements: [
				{ id: 'know-where', counts: [1, 1, 0, 1, 1], dontKnow: 1, rated: 4, median: 3 },
				{ id: 'services-talk', counts: [0, 1, 2, 0, 1], dontKnow: 1, rated: 4, median: 3 }
			]
		}
	},
	{
		name: 'one statement with faces, sheets counted in',
		settings: {
			...settings,
			statements: [{ id: 'respected', text: 'Today I felt respected' }],
			points: 4,
			labels: { low: 'No', high: 'Yes' },
			faces: true,
			dont_know: false
		},
		contributions: [answer('a', { respected: 4 }), answer('b', { respected: 3 })],
		tallies: [
			{
				id: 'sheets',
				source: 'paper',
				people: 10,
				counts: { 'respected=4': 6, 'respected=3': 3, 'respected=1': 1, 'respected=9': 2 }
			}
		],
		result: {
			people: 12,
			statements: [{ id: 'respected', counts: [1, 0, 4, 7], dontKnow: 0, rated: 12, median: 4 }]
		}
	}
];
