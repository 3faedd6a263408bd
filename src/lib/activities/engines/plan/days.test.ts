import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, dayRange, dayTrouble, isDay } from './days.ts';

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '0026-01-01', '2026-01-01T00:00', '', 'soon'])(
	'"%s" is no day',
	(text) => expect(isDay(text)).toBe(false)
);

test('a day after so many days is one again, and the same number of days away', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 20_000 }),
			fc.integer({ min: -800, max: 800 }),
			(at, n) => {
				const from = addDays('2000-01-01', at);
				const to = addDays(from, n);
				expect(isDay(to)).toBe(true);
				expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(n);
			}
		)
	);
});

test('a moment has the day of the device it is on', () => {
	expect(dayOf(new Date(2026, 11, 8, 23, 59))).toBe('2026-12-08');
	expect(dayOf(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
});

test('a day before today or after the horizon is noticed', () => {
	const range = dayRange('2026-11-21', 30);
	expect(range).toEqual({ min: '2026-11-21', max: '2026-12-21' });
	expect(dayTrouble('2026-11-20', range)).toBe('past');
	expect(dayTrouble('2026-12-22', range)).toBe('late');
	expect(dayTrouble('2026-12-21', range)).toBeUndefined();
	expect(dayTrouble(undefined, range)).toBeUndefined();
	expect(dayTrouble('12. 1.', range)).toBeUndefined();
});
