import { expect, test } from 'vitest';
import { chosenLocale, rememberLocale } from './chosen-locale.ts';
import { languageName, languageNameIn, pickLocale } from './locales.ts';

test('the first wanted language the interface has is taken, whatever its region', () => {
	expect(pickLocale(['uk-UA', 'cs-CZ', 'en'])).toBe('cs');
	expect(pickLocale(['uk'])).toBe('en');
	expect(pickLocale([])).toBe('en');
});

test('languages are named in their own words', () => {
	expect(['cs', 'uk', 'ar'].map(languageName)).toEqual(['Čeština', 'Українська', 'العربية']);
	expect(languageNameIn('uk', 'cs')).toBe('ukrajinština');
});

test('a choice is remembered, and nonsense in the store is passed over', () => {
	const kept = new Map<string, string>();
	const storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
	rememberLocale(storage, 'cs');
	expect(chosenLocale(storage)).toBe('cs');
	kept.set('plenum.locale', 'klingon');
	expect(['en', 'cs']).toContain(chosenLocale(storage));
});

test('a device that refuses to keep anything still has a language', () => {
	const refuse = (): never => {
		throw new DOMException('refused', 'SecurityError');
	};
	const storage = { getItem: refuse, setItem: refuse };
	expect(() => rememberLocale(storage, 'cs')).not.toThrow();
	expect(['en', 'cs']).toContain(chosenLocale(storage));
});
