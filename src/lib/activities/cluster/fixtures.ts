import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { ClusterBody, ClusterResult, ClusterSettings } from './schema.ts';

export const settings: ClusterSettings = {
	...exampleSettings('cluster', 'What do we call this problem?'),
	max_clusters: 3,
	name_required: true,
	items: [
		{ id: 'i1', text: 'Letters from offices.', lang: 'en' },
		{ id: 'i2', text: 'رسائل الدوائر (2 pages)', lang: 'ar' },
		{ id: 'i3', text: 'Byt', lang: 'cs' },
		{ id: 'i4', text: 'Ů'.repeat(280) }
	]
};

const board = (id: string, clusters: Extract<ClusterBody, { clusters: unknown }>['clusters']) => ({
	id,
	person: 'facilitator',
	source: 'facilitator' as const,
	body: { clusters }
});

const names = (person: string, cluster: string, name: string): Contribution<ClusterBody> => ({
	id: `c-${person}`,
	person,
	source: 'phone',
	body: { names: [{ cluster, name }] }
});

const many = Array.from({ length: 200 }, (_, n) => ({ id: `card-${n}`, text: `Card ${n}` }));

export const fixtures: readonly Fixture<ClusterSettings, ClusterBody, ClusterResult>[] = [
	{
		name: 'empty: nothing came from the earlier step',
		settings: { ...settings, items: [] },
		contributions: [],
		result: { clusters: [], loose: [] }
	},
	{
		name: 'cards not sorted yet, one person proposes a name for a heap that is gone',
		settings,
		contributions: [names('p1', 'h9', 'Letters')],
		result: { clusters: [], loose: ['i1', 'i2', 'i3', 'i4'] }
	},
	{
		name: 'one person sorted, two propose names, one pretends to be a facilitator',
		settings,
		contributions: [
			board('a', [
				{ id: 'h1', name: '  Nobody understands\nletters ', items: ['i2', 'i1', 'gone'] },
				{ id: 'h2', name: '', items: ['i3', 'i1'] },
				{ id: 'h2', name: 'twice', items: ['i4'] }
			]),
			names('p1', 'h1', 'Letters'),
			names('p2', 'h1', 'letters '),
			{
				id: 'z',
				person: 'p3',
				source: 'phone',
				body: { clusters: [{ id: 'h1', name: 'Mine', items: ['i1', 'i2', 'i3', 'i4'] }] }
			}
		],
		result: {
			clusters: [
				{ id: 'h1', name: 'Nobody understands letters', items: ['i2', 'i1'] },
				{ id: 'h2', name: '', items: ['i3'] }
			],
			loose: ['i4']
		}
	},
	{
		name: 'many cards, more heaps than allowed, names in Arabic and at the limit',
		settings: { ...settings, items: many },
		contributions: [
			board('a', []),
			board(
				'b',
				[0, 1, 2, 3].map((n) => ({
					id: `h${n}`,
					name: ['أوراق', 'ř'.repeat(60), '', 'One too many'][n] ?? '',
					items: many.slice(n * 40, n * 40 + 40).map(({ id }) => id)
				}))
			)
		],
		result: {
			clusters: [0, 1, 2].map((n) => ({
				id: `h${n}`,
				name: ['أوراق', 'ř'.repeat(60), ''][n] ?? '',
				items: many.slice(n * 40, n * 40 + 40).map(({ id }) => id)
			})),
			loose: many.slice(120).map(({ id }) => id)
		}
	}
];
