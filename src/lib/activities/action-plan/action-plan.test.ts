import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fixtures, settings } from './fixtures.ts';
import plan from './index.ts';
import { formScreens } from './pages.ts';
import { body, columnsOf, missing, withColumn, withItem } from './schema.ts';

const t = (id: string, args?: Readonly<Record<string, string | number>>) =>
	[id, ...Object.values(args ?? {})].join(' ');

test.each(fixtures)('$name', ({ settings, contributions, result }) => {
	expect(plan.reduce(settings, contributions, [])).toEqual(result);
});

test('the report holds every action with the problem it answers, and says what is still open', () => {
	const paper = fixtures[3];
	const many = fixtures[2];
	if (!paper || !many) throw new Error('The fixtures are gone.');
	const show = ({ settings, result }: typeof paper) =>
		plan.report(settings, { people: 3, total: result, cells: [] }, t);
	expect(show(many)[1]).toMatchObject({
		type: 'actions',
		rows: [
			{ id: 'c.1', why: 'لا دورات بعد العمل', who: 'المدرسة', when: '2027-02-01', status: 'new' },
			{ id: 'a.1', why: 'لا دورات بعد العمل', what: 'Evening course', status: 'new' },
			{ id: 'a.2', what: 'Buddy list', who: 'Jana', when: '2026-12-20', status: 'new' },
			{ id: 'b.1', what: 'Night buses', who: 'Town hall', status: 'new' }
		]
	});
	expect(show(paper).slice(2)).toEqual([
		{ type: 'paragraph', text: 'action-plan-without-owner 2' },
		{ type: 'paragraph', text: 'action-plan-without-day 2' }
	]);
});

test('an action goes on with the problem it came from', () => {
	const result = fixtures[1]?.result ?? { actions: [] };
	expect(plan.items?.(settings, result)).toEqual([
		{ id: 'a.1', text: 'Rewrite the five letters most people get', from: ['letters'] }
	]);
});

test('what is asked is always asked in the same order, and what will be done always', () => {
	expect(columnsOf({ ...settings, columns: ['when', 'who'] })).toEqual(['what', 'who', 'when']);
	expect(formScreens(['what', 'who', 'when'], true)).toEqual([
		{ type: 'item' },
		{ type: 'columns', columns: ['what'] },
		{ type: 'columns', columns: ['who'] },
		{ type: 'columns', columns: ['when'] }
	]);
	expect(formScreens(['what', 'why', 'money', 'success', 'help_needed'], false)).toEqual([
		{ type: 'columns', columns: ['what', 'why'] },
		{ type: 'columns', columns: ['money', 'success', 'help_needed'] }
	]);
});

test('the form names what is missing before an action can be sent', () => {
	expect(missing(settings, { what: ' ' })).toEqual(['what', 'who']);
	expect(missing(settings, { what: 'Call', who: 'Jana' })).toEqual([]);
	expect(missing({ ...settings, owner_required: false }, { what: 'Call' })).toEqual([]);
	expect(missing({ ...settings, columns: ['what'] }, { what: 'Call' })).toEqual([]);
});

test('an emptied column and a taken-back problem leave no trace', () => {
	const value = withItem(withColumn({ what: 'Call' }, 'who', 'Jana'), 'letters');
	expect(value).toEqual({ what: 'Call', who: 'Jana', item: 'letters' });
	expect(withItem(withColumn(value, 'who', ''), undefined)).toEqual({ what: 'Call' });
	expect(withColumn(value, 'what', undefined).what).toBe('');
});

test.each([
	{ what: 'x'.repeat(141) },
	{ what: 'Call', who: 'x'.repeat(81) },
	{ what: 'Call', when: '2027-02-30' },
	{ what: 'Call', when: '' },
	{ what: 'Call', owner: 'Jana' },
	{ who: 'Jana' }
])('an action like %j is refused', (value) => {
	expect(v.is(body, value)).toBe(false);
});

test('the script is told when an owner is required but not asked for', () => {
	expect(plan.check?.({ ...settings, columns: ['what', 'when'] }).map(({ path }) => path)).toEqual([
		'columns'
	]);
	expect(plan.check?.(settings)).toEqual([]);
});
