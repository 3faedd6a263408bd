import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { ActionPlanResult } from './reduce.ts';
import type { ActionBody, ActionPlanSettings } from './schema.ts';

/** A plan for two priorities, half a year ahead. */
export const settings: ActionPlanSettings = {
	...exampleSettings('action-plan', 'Plan one first step for your priority.'),
	each: 'group',
	moderation: 'before',
	columns: ['what', 'who', 'first_step', 'when', 'help_needed'],
	max_rows: 2,
	horizon_days: 180,
	owner_required: true,
	items: [
		{ id: 'letters', text: 'Letters nobody understands' },
		{ id: 'courses', text: 'لا دورات بعد العمل', lang: 'ar' }
	]
};

const action = (
	id: string,
	body: ActionBody,
	lang?: string,
	source: Contribution['source'] = 'phone'
): Contribution<ActionBody> => ({
	id,
	person: id.slice(0, 1),
	source,
	...(lang ? { lang } : {}),
	body
});

/** What the contract test and the editor's preview show of this kind. */
export const fixtures: readonly Fixture<ActionPlanSettings, ActionBody, ActionPlanResult>[] = [
	{ name: 'empty', settings, contributions: [], result: { actions: [] } },
	{
		name: 'one person, with all columns',
		settings: {
			...settings,
			columns: [
				'what',
				'why',
				'who',
				'with',
				'first_step',
				'when',
				'money',
				'success',
				'help_needed'
			]
		},
		contributions: [
			action('a.1', {
				item: 'letters',
				what: 'Rewrite the five letters most people get',
				why: 'Half of the questions at the desk are about them',
				who: 'Social department',
				with: 'Two readers from the newcomers’ group',
				first_step: 'Collect the letters',
				when: '2027-01-15',
				money: 'None',
				success: 'Fewer people ask what a letter means',
				help_needed: 'An interpreter for two hours'
			})
		],
		result: {
			actions: [
				{
					id: 'a.1',
					item: 'letters',
					what: 'Rewrite the five letters most people get',
					why: 'Half of the questions at the desk are about them',
					who: 'Social department',
					with: 'Two readers from the newcomers’ group',
					first_step: 'Collect the letters',
					when: '2027-01-15',
					money: 'None',
					success: 'Fewer people ask what a letter means',
					help_needed: 'An interpreter for two hours'
				}
			]
		}
	},
	{
		name: 'many people: too many rows, no owner, a column nobody asked for',
		settings,
		contributions: [
			action('a.1', { item: 'courses', what: 'Evening course', who: 'Library', money: 'Grant' }),
			action('a.2', { what: 'Buddy list', who: ' Jana ', when: '2026-12-20' }),
			action('a.3', { what: 'One too many', who: 'Jana' }),
			action('b.1', { item: 'gone', what: 'Night buses', who: 'Town hall' }),
			action('b.2', { item: 'letters', what: 'Without an owner', who: ' ' }),
			action(
				'c.1',
				{ item: 'courses', what: 'دورة يوم السبت', who: 'المدرسة', when: '2027-02-01' },
				'ar'
			)
		],
		result: {
			actions: [
				{
					id: 'c.1',
					item: 'courses',
					what: 'دورة يوم السبت',
					who: 'المدرسة',
					when: '2027-02-01',
					lang: 'ar'
				},
				{ id: 'a.1', item: 'courses', what: 'Evening course', who: 'Library' },
				{ id: 'a.2', what: 'Buddy list', who: 'Jana', when: '2026-12-20' },
				{ id: 'b.1', what: 'Night buses', who: 'Town hall' }
			]
		}
	},
	{
		name: 'typed in from paper, owner and day still open',
		settings: { ...settings, owner_required: false, delivery: 'paper', items: [] },
		contributions: [
			action('p.1', { what: 'Ask the bus company' }, undefined, 'paper'),
			action('p.2', { what: 'Print the map', who: 'Library' }, undefined, 'paper'),
			action('p.3', { what: 'Invite the school', when: '2027-03-01' }, undefined, 'paper')
		],
		result: {
			actions: [
				{ id: 'p.3', what: 'Invite the school', when: '2027-03-01' },
				{ id: 'p.1', what: 'Ask the bus company' },
				{ id: 'p.2', what: 'Print the map', who: 'Library' }
			]
		}
	}
];
