import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { IdeaBody, IdeasResult, IdeasSettings } from './schema.ts';

export const settings: IdeasSettings = {
	...exampleSettings('ideas', 'What is hard here, and for whom?'),
	moderation: 'before',
	help: 'One card for one thing. Your own words.',
	max_answers: 3,
	max_length: 140,
	photo: false
};

const card = (
	id: string,
	person: string,
	text: string,
	more: Partial<Contribution<IdeaBody>> = {},
	category?: string
): Contribution<IdeaBody> => ({
	id,
	person,
	source: 'phone',
	body: category === undefined ? { text } : { text, category },
	...more
});

const LIMIT = 'Nejdelšínejhorší'.repeat(9).slice(0, 140);

export const fixtures: readonly Fixture<IdeasSettings, IdeaBody, IdeasResult>[] = [
	{ name: 'empty', settings, contributions: [], result: { people: 0, cards: [] } },
	{
		name: 'one person, two cards',
		settings,
		contributions: [
			card('b', 'p1', '  Waiting for a flat,\nno answer ', { lang: 'en' }),
			card('a', 'p1', 'Letters from offices.', { lang: 'en' })
		],
		result: {
			people: 1,
			cards: [
				{ id: 'a', text: 'Letters from offices.', lang: 'en' },
				{ id: 'b', text: 'Waiting for a flat, no answer', lang: 'en' }
			]
		}
	},
	{
		name: 'a changed phone sends five cards and an empty one, paper sends four',
		settings,
		contributions: [
			...['a', 'b', 'c', 'd', 'e'].map((id) => card(id, 'p1', `Card ${id}`)),
			card('f', 'p2', '   '),
			...['g', 'h', 'i', 'j'].map((id) => card(id, 'table-1', `Card ${id}`, { source: 'paper' }))
		],
		result: {
			people: 2,
			cards: ['a', 'b', 'c', 'g', 'h', 'i', 'j'].map((id) => ({ id, text: `Card ${id}` }))
		}
	},
	{
		name: 'right to left, mixed, hostile and longest text, with categories',
		settings: {
			...settings,
			categories: [
				{ id: 'home', title: 'Home' },
				{ id: 'work', title: 'Work' }
			]
		},
		contributions: [
			card('a', 'p1', 'رسائل الدوائر. أمي لا تفهمها (2024) OK', { lang: 'ar' }, 'home'),
			card('b', 'p2', '\u202e<script>alert(1)</script>', {}, 'nowhere'),
			card('c', 'p3', LIMIT, { lang: 'cs' }, 'work'),
			card('d', 'p4', `${LIMIT}!`, { lang: 'cs' })
		],
		result: {
			people: 3,
			cards: [
				{
					id: 'a',
					text: 'رسائل الدوائر. أمي لا تفهمها (2024) OK',
					lang: 'ar',
					category: 'home'
				},
				{ id: 'b', text: '<script>alert(1)</script>' },
				{ id: 'c', text: LIMIT, lang: 'cs', category: 'work' }
			]
		}
	}
];
