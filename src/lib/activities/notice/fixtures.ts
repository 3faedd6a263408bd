import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { NoticeBody, NoticeResult, NoticeSettings } from './schema.ts';

export const settings: NoticeSettings = {
	...exampleSettings('notice', 'Do you want to take part like this?'),
	text: '- Nobody sees who wrote what.\n- You can skip any question.',
	agree: [
		{ id: 'rules', text: 'I keep to the rules of today.', optional: false },
		{ id: 'quote', text: 'The report may use my words.', optional: true }
	]
};

const from = (person: string, body: NoticeBody): Contribution<NoticeBody> => ({
	id: `c-${person}`,
	person,
	source: 'phone',
	body
});

const LONG = 'ł'.repeat(119) + '!';

export const fixtures: readonly Fixture<NoticeSettings, NoticeBody, NoticeResult>[] = [
	{
		name: 'empty',
		settings,
		contributions: [],
		result: {
			people: 0,
			agreed: 0,
			listening: 0,
			ticks: [
				{ id: 'rules', count: 0 },
				{ id: 'quote', count: 0 }
			]
		}
	},
	{
		name: 'one person agrees to everything, without ticks in the script',
		settings: { ...settings, agree: undefined, page: 'data-and-photos' },
		contributions: [from('p1', { answer: 'agree', ticks: [] })],
		result: { people: 1, agreed: 1, listening: 0, ticks: [] }
	},
	{
		name: 'many people, some only listen, one forgot a needed tick, two sheets counted',
		settings,
		contributions: [
			from('p1', { answer: 'agree', ticks: ['rules', 'quote'] }),
			from('p2', { answer: 'agree', ticks: ['rules'] }),
			from('p3', { answer: 'agree', ticks: ['quote'] }),
			from('p4', { answer: 'listen', ticks: ['quote'] }),
			from('p5', { ticks: ['rules'] })
		],
		tallies: [
			{
				id: 't1',
				source: 'paper',
				people: 4,
				counts: { 'answer=agree': 3, 'tick.rules': 3, 'tick.quote': 2 }
			}
		],
		result: {
			people: 7,
			agreed: 5,
			listening: 2,
			ticks: [
				{ id: 'rules', count: 5 },
				{ id: 'quote', count: 3 }
			]
		}
	},
	{
		name: 'right to left and the longest texts',
		settings: {
			...settings,
			prompt: 'هل تريد المشاركة؟ (2 min)',
			text: 'لا أحد يرى من كتب هذا.\n'.repeat(38).trim(),
			agree: ['a1', 'a2', 'a3', 'a4'].map((id) => ({ id, text: LONG, optional: true }))
		},
		contributions: [from('p1', { answer: 'agree', ticks: ['a4', 'unknown'] })],
		result: {
			people: 1,
			agreed: 1,
			listening: 0,
			ticks: ['a1', 'a2', 'a3', 'a4'].map((id) => ({ id, count: id === 'a4' ? 1 : 0 }))
		}
	}
];
