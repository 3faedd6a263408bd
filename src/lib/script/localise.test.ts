import { describe, expect, test } from 'vitest';
import {
	fallbackChain,
	localeFor,
	localisePart,
	localiseText,
	type Localisable
} from './localise.ts';
import { fillAll, fillPlaceholders, placeholdersIn } from './placeholders.ts';
import type { Part, Script, Step } from './script.ts';

// Only the fields that decide the language matter here.
const script = {
	language: 'en',
	status: 'pilot',
	languages: { fallback: { uk: ['cs', 'pl'] }, stage_max: 2 }
} as unknown as Script;

describe('languages tried for a text', () => {
	test.each([
		['en', ['en']],
		['cs', ['cs', 'en']],
		['uk', ['uk', 'cs', 'pl', 'en']],
		['uk-UA', ['uk-UA', 'uk', 'cs', 'pl', 'en']],
		['uk-simple', ['uk-simple', 'uk', 'cs-simple', 'cs', 'pl-simple', 'pl', 'en-simple', 'en']],
		['en-simple', ['en-simple', 'en']],
		['en-GB', ['en-GB', 'en']]
	])('%s', (locale, chain) => expect(fallbackChain(script, locale)).toEqual(chain));

	test('a variant with simple words asks for simple texts', () => {
		expect(localeFor('cs', 'simple')).toBe('cs-simple');
		expect(localeFor('cs-simple', 'simple')).toBe('cs-simple');
		expect(localeFor('cs', 'plain')).toBe('cs');
	});
});

test('a part keeps screen and phone card each in one language', () => {
	const part: Part = {
		id: 'alone',
		title: 'Alone',
		seconds: 60,
		stage: { layout: 'text', title: 'Think', body: 'In silence', timer: 'part', count: false },
		phone: { title: 'Think' }
	};
	const workshop: Localisable = {
		script,
		texts: {
			cs: {
				'steps.s.parts.alone.stage.title': { text: 'Přemýšlejte', state: 'ok' },
				'steps.s.parts.alone.phone.title': { text: 'Přemýšlejte', state: 'stale' }
			}
		}
	};
	const step = { id: 's' } as unknown as Step;
	const { title, screen, phone } = localisePart(workshop, step, part, 'cs');
	expect([title.lang, screen?.lang, phone?.lang]).toEqual(['en', 'en', 'cs']);
	expect(screen?.value.title).toBe('Think');
	expect(localiseText(workshop, 'steps.s.parts.alone.phone.title', 'Think', 'cs')).toEqual({
		value: 'Přemýšlejte',
		lang: 'cs',
		fallback: false,
		draft: false
	});
});

describe('placeholders', () => {
	test('known ones with a value are filled in, everything else stays', () => {
		const text = 'Welcome to {place} on {date}, {name} {constructor}';
		expect(fillPlaceholders(text, { place: 'Kladno $1' })).toBe(
			'Welcome to Kladno $1 on {date}, {name} {constructor}'
		);
		expect(placeholdersIn(text)).toEqual(['constructor', 'date', 'name', 'place']);
	});

	test('they are filled in everywhere in a piece of data', () => {
		const data = { title: '{place}', lines: ['{place}', { deep: '{place}' }], count: 3, yes: true };
		expect(fillAll(data, { place: 'Nitra' })).toEqual({
			title: 'Nitra',
			lines: ['Nitra', { deep: 'Nitra' }],
			count: 3,
			yes: true
		});
	});
});
