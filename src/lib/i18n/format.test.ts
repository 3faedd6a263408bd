import { expect, test } from 'vitest';
import { formatClock, formatDate, formatLength, formatList, formatMinuteOfDay } from './format.ts';
import { loadTranslator } from './messages.ts';

test('an ISO day is that day in every time zone', () => {
	expect(formatDate('en', '2026-12-08', 'day')).toBe('Tuesday 8 December');
	expect(formatDate('cs', '2026-12-08', 'day')).toBe('úterý 8. prosince');
});

test('minutes of the day are a 24-hour time, past midnight it begins again', () => {
	expect([0, 545, 960, 1445].map((minutes) => formatMinuteOfDay('en', minutes))).toEqual([
		'00:00',
		'09:05',
		'16:00',
		'00:05'
	]);
});

test('a length is said in hours and minutes', async () => {
	const t = await loadTranslator('en', ['common']);
	expect([20, 120, 150].map((minutes) => formatLength(t, minutes))).toEqual([
		'20 min',
		'2 h',
		'2 h 30 min'
	]);
});

test('a clock never shows a sign', () => {
	expect([1100, 400, -130, 3725].map(formatClock)).toEqual(['18:20', '6:40', '2:10', '1:02:05']);
});

test('a list ends the way its language does', () => {
	expect(formatList('cs', ['čeština', 'ukrajinština'])).toBe('čeština a\u00a0ukrajinština');
});
