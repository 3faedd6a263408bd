import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { CheckInBody, CheckInResult, CheckInSettings } from './schema.ts';

export const settings: CheckInSettings = {
	...exampleSettings('check-in', 'Which fits you best?'),
	ask: ['language', 'sphere', 'mood', 'access', 'nickname'],
	roles: [
		{ id: 'town', title: 'Town hall' },
		{ id: 'newcomers', title: 'People who moved here' },
		{ id: 'farmers', title: 'Farmers' }
	],
	languages: ['cs', 'en', 'ar']
};

const from = (person: string, body: CheckInBody): Contribution<CheckInBody> => ({
	id: `c-${person}`,
	person,
	source: 'phone',
	body
});

const moods = (...counts: readonly number[]) =>
	counts.map((count, at) => ({ id: String(at + 1), count }));

export const fixtures: readonly Fixture<CheckInSettings, CheckInBody, CheckInResult>[] = [
	{
		name: 'empty',
		settings,
		contributions: [],
		result: {
			people: 0,
			spheres: ['town', 'newcomers', 'farmers', '-'].map((id) => ({ id, count: 0 })),
			languages: [],
			moods: moods(0, 0, 0, 0, 0)
		}
	},
	{
		name: 'one person, asked by the script’s defaults without roles or languages',
		settings: {
			...settings,
			ask: ['language', 'sphere'],
			roles: undefined,
			languages: undefined
		},
		contributions: [from('p1', { sphere: '-', mood: 5, access: 'not asked' })],
		result: { people: 1, spheres: [{ id: '+', count: 1 }], languages: [], moods: [] }
	},
	{
		name: 'many people: one from the town hall is not to be found by a number',
		settings,
		contributions: [
			from('p1', { language: 'cs', sphere: 'town', mood: 5 }),
			from('p2', { language: 'cs', sphere: '-', mood: 3, nickname: 'Eva' }),
			...['p3', 'p4', 'p5', 'p6', 'p7'].map((person) =>
				from(person, { language: 'cs', sphere: 'newcomers', mood: 4 })
			),
			...['p8', 'p9'].map((person) => from(person, { language: 'en', sphere: 'farmers' })),
			from('q1', { language: 'ar', sphere: 'farmers' })
		],
		tallies: [
			{ id: 't1', source: 'hands', people: 3, counts: { 'sphere=newcomers': 2, 'sphere=town': 1 } }
		],
		result: {
			people: 13,
			spheres: [
				{ id: 'newcomers', count: 7 },
				{ id: '+', count: 6 }
			],
			languages: [{ id: '+', count: 10 }],
			moods: moods(0, 0, 1, 5, 1)
		}
	},
	{
		name: 'right to left and longest texts stay out of the result',
		settings,
		contributions: [
			from('p1', { access: 'أحتاج إلى مترجم (ar/cs). '.repeat(8).slice(0, 200), nickname: 'ليلى' }),
			from('p2', { access: 'ž'.repeat(200), nickname: 'w'.repeat(30) }),
			from('p3', { access: '  \n ' })
		],
		result: {
			people: 2,
			spheres: ['town', 'newcomers', 'farmers', '-'].map((id) => ({ id, count: 0 })),
			languages: [],
			moods: moods(0, 0, 0, 0, 0)
		}
	}
];
