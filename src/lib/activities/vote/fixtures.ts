import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { VoteResult } from './reduce.ts';
import type { VoteBody, VoteSettings } from './schema.ts';

/** A plain vote: four dots on four problems. */
export const settings: VoteSettings = {
	...exampleSettings('vote', 'Where should we begin?'),
	dots: 4,
	items: [
		{ id: 'letters', text: 'Letters nobody understands', lang: 'en' },
		{ id: 'flat', text: 'انتظار شقة دون جواب', lang: 'ar' },
		{ id: 'courses', text: 'No courses after work' },
		{ id: 'buses', text: 'Night buses' }
	]
};

const vote = (person: string, dots: VoteBody['dots'], role?: string): Contribution<VoteBody> => ({
	id: `${person}.me`,
	person,
	source: 'phone',
	...(role ? { role } : {}),
	body: { dots }
});

const row = (id: string, count: number, rank: number, tied = false) => ({ id, count, rank, tied });

/** What the contract test and the editor's preview show of this kind. */
export const fixtures: readonly Fixture<VoteSettings, VoteBody, VoteResult>[] = [
	{
		name: 'empty',
		settings,
		contributions: [],
		result: {
			people: 0,
			dots: 0,
			rows: [row('letters', 0, 1), row('flat', 0, 1), row('courses', 0, 1), row('buses', 0, 1)]
		}
	},
	{
		name: 'one person',
		settings,
		contributions: [vote('a', { courses: 3, letters: 1 })],
		result: {
			people: 1,
			dots: 4,
			rows: [row('courses', 3, 1), row('letters', 1, 2), row('flat', 0, 3), row('buses', 0, 3)]
		}
	},
	{
		name: 'many people, one of them with too many dots, and a tie',
		settings: { ...settings, max_per_item: 3, breakdown_by: 'role' },
		contributions: [
			vote('a', { letters: 3, flat: 1 }, 'town'),
			vote('b', { letters: 2, flat: 2 }, 'town'),
			vote('c', { flat: 3, courses: 1 }, 'newcomers'),
			vote('d', { courses: 3 }, 'newcomers'),
			vote('e', { letters: 1, courses: 2 }, 'newcomers'),
			vote('f', { letters: 4 }, 'town'),
			vote('g', { letters: 3, flat: 3 }, 'town')
		],
		result: {
			people: 5,
			dots: 18,
			rows: [
				row('letters', 6, 1, true),
				row('flat', 6, 1, true),
				row('courses', 6, 1, true),
				row('buses', 0, 4)
			]
		}
	},
	{
		name: 'hands and sheets counted in, in Arabic',
		settings: { ...settings, prompt: 'من أين نبدأ؟', delivery: 'hands' },
		contributions: [vote('a', { buses: 1 })],
		tallies: [
			{ id: 'hands', source: 'hands', people: 9, counts: { letters: 9, flat: 7, gone: 3 } },
			{ id: 'sheets', source: 'paper', people: 4, counts: { letters: 5, flat: 8 } }
		],
		result: {
			people: 14,
			dots: 30,
			rows: [row('flat', 15, 1), row('letters', 14, 2), row('buses', 1, 3), row('courses', 0, 4)]
		}
	}
];
