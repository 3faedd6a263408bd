import { expect, test } from 'vitest';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { linesOf } from './reduce.ts';

test('nothing is ticked beforehand', () => {
	expect(activity.blank(settings)).toEqual({ ticks: [] });
});

test('refusing an optional tick changes nothing, a needed one is needed', () => {
	expect(activity.complete(settings, { answer: 'agree', ticks: ['rules'] })).toBe(true);
	expect(activity.complete(settings, { answer: 'agree', ticks: ['quote'] })).toBe(false);
});

test('listening is always possible', () => {
	expect(activity.complete(settings, { answer: 'listen', ticks: [] })).toBe(true);
});

test('the result and the report hold sums and nobody', () => {
	const contributions = [
		{
			id: 'c1',
			person: 'secret-seat',
			source: 'phone' as const,
			body: { answer: 'agree' as const, ticks: ['rules'] }
		}
	];
	const total = activity.reduce(settings, contributions, []);
	const blocks = activity.report(settings, { people: 9, total, cells: [] }, (id) => id);
	expect(JSON.stringify([total, blocks])).not.toContain('secret-seat');
});

test('a notice with nothing to read is a problem of the script', () => {
	expect(activity.check?.({ ...settings, text: undefined })).toHaveLength(1);
	expect(activity.check?.({ ...settings, text: undefined, page: 'rules' })).toEqual([]);
});

test('list entries and empty lines become single lines', () => {
	expect(linesOf('- One.\n\n  * Two.\nThree – four.')).toEqual(['One.', 'Two.', 'Three – four.']);
});
