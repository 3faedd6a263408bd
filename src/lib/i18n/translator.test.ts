import { expect, test } from 'vitest';
import { createTranslator } from './translator.ts';

test('a message missing in one language is taken from the next', () => {
	const t = createTranslator([
		{ locale: 'cs', texts: ['one = Jedna'] },
		{ locale: 'en', texts: ['one = One\ntwo = Two'] }
	]);
	expect([t('one'), t('two')]).toEqual(['Jedna', 'Two']);
});

test('a message nobody has shows its id and is complained about', () => {
	const complaints: string[] = [];
	const t = createTranslator([{ locale: 'en', texts: [] }], (trouble) => complaints.push(trouble));
	expect(t('nowhere')).toBe('nowhere');
	expect(complaints).toEqual(['There is no message "nowhere".']);
});

test('a missing argument is complained about, and the rest of the sentence stays', () => {
	const complaints: string[] = [];
	const t = createTranslator([{ locale: 'en', texts: ['hi = Hello { $name }'] }], (trouble) =>
		complaints.push(trouble)
	);
	expect(t('hi')).toContain('Hello');
	expect(complaints).toHaveLength(1);
});

test('a name written from right to left is isolated, a Latin one is left as it is', () => {
	const t = createTranslator([{ locale: 'en', texts: ['in = In { $place } today'] }]);
	expect(t('in', { place: 'Lindova' })).toBe('In Lindova today');
	expect(t('in', { place: 'دمشق' })).toBe('In \u2068دمشق\u2069 today');
});

test('in a right-to-left language every value is isolated', () => {
	const t = createTranslator([{ locale: 'ar', texts: ['in = في { $place } اليوم'] }]);
	expect(t('in', { place: 'Lindova' })).toBe('في \u2068Lindova\u2069 اليوم');
});
