import { expect, test } from 'vitest';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { asked } from './reduce.ts';
import { languageName } from './rows.ts';

const one = (person: string, body: object) => ({
	id: person,
	person,
	source: 'phone' as const,
	body
});

test('what somebody needs or is called is in no result and no report', () => {
	const body = { sphere: 'town', access: 'wheelchair', nickname: 'Layla' };
	const total = activity.reduce(settings, [one('p1', body)], []);
	const blocks = activity.report(settings, { people: 5, total, cells: [] }, (id) => id);
	expect(JSON.stringify([total, blocks])).not.toMatch(/wheelchair|Layla/);
	expect(activity.texts).toBeUndefined();
});

test('preferring not to say is an answer like every other', () => {
	expect(activity.complete(settings, { sphere: '-' })).toBe(true);
});

test('only what is asked counts as an answer', () => {
	const onlyMood = { ...settings, ask: ['mood' as const] };
	expect(activity.complete(onlyMood, { sphere: 'town' })).toBe(false);
	expect(activity.complete(onlyMood, { mood: 1 })).toBe(true);
});

test('sphere and language are asked only where there is something to choose', () => {
	expect(asked({ ...settings, roles: undefined, languages: ['cs'] })).toEqual([
		'mood',
		'access',
		'nickname'
	]);
});

test('languages are named in themselves, an impossible tag stays as it is', () => {
	expect(languageName('cs')).toBe('čeština');
	expect(languageName('en-12')).toBe('en-12');
});

test('a question that too few people answered can be taken out', () => {
	const total = activity.reduce(settings, [one('p1', { mood: 2, sphere: 'town' })], []);
	expect(activity.withhold?.(settings, total, new Set(['mood'])).moods).toEqual([]);
});
