import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { PledgeResult } from './reduce.ts';
import type { PledgeBody, PledgeSettings } from './schema.ts';

/** A promise that may help one of two actions. */
export const settings: PledgeSettings = {
	...exampleSettings('pledge', 'What will you do first?'),
	reminder_days: 30,
	items: [
		{ id: 'letters', text: 'Rewrite the five letters most people get' },
		{ id: 'courses', text: 'دورات مسائية', lang: 'ar' }
	]
};

const pledge = (person: string, body: PledgeBody, lang?: string): Contribution<PledgeBody> => ({
	id: `${person}.me`,
	person,
	source: 'phone',
	...(lang ? { lang } : {}),
	body
});

/** What the contract test and the editor's preview show of this kind. */
export const fixtures: readonly Fixture<PledgeSettings, PledgeBody, PledgeResult>[] = [
	{ name: 'empty', settings, contributions: [], result: { kept: 0, shared: [] } },
	{
		name: 'one person keeps it private',
		settings,
		contributions: [pledge('a', { text: 'Talk to my neighbour', share: 'private' })],
		result: { kept: 1, shared: [] }
	},
	{
		name: 'many people, some share, in two directions of writing',
		settings,
		contributions: [
			pledge('a', { text: 'Talk to my neighbour', share: 'private', when: '2026-12-01' }),
			pledge('b', { text: ' Bring the letters on Monday ', share: 'shared', action: 'letters' }),
			pledge(
				'c',
				{ text: 'سأسأل المدرسة', share: 'shared', when: '2027-01-15', action: 'courses' },
				'ar'
			),
			pledge('d', { text: 'Call the school', share: 'shared', when: '2026-12-15', action: 'gone' }),
			pledge('e', { text: '   ', share: 'shared' })
		],
		result: {
			kept: 1,
			shared: [
				{ id: 'b.me', text: 'Bring the letters on Monday', item: 'letters' },
				{
					id: 'c.me',
					text: 'سأسأل المدرسة',
					lang: 'ar',
					when: '2027-01-15',
					item: 'courses'
				},
				{ id: 'd.me', text: 'Call the school', when: '2026-12-15' }
			]
		}
	},
	{
		name: 'sensitive promises are only counted',
		settings: { ...settings, sensitive: true },
		contributions: [pledge('a', { text: 'Ask for help', share: 'shared' })],
		result: { kept: 0, shared: [{ id: 'a.me', text: 'Ask for help' }] }
	}
];
