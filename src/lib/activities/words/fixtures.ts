import { textHash } from '#lib/base/text.ts';
import type { Contribution, Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { WordsBody, WordsResult, WordsSettings } from './schema.ts';

export const settings: WordsSettings = {
	...exampleSettings('words', 'What do you hope for today?'),
	moderation: 'before',
	per_person: 2,
	max_words: 2
};

const from = (
	person: string,
	words: readonly string[],
	lang?: string
): Contribution<WordsBody> => ({
	id: `c-${person}`,
	person,
	source: 'phone',
	...(lang ? { lang } : {}),
	body: { words: [...words] }
});

const id = (key: string): string => `w-${textHash(key)}`;
const LONG = 'Nejneobhospodařovávatelnějšího'.padEnd(40, 'o');

export const fixtures: readonly Fixture<WordsSettings, WordsBody, WordsResult>[] = [
	{ name: 'empty', settings, contributions: [], result: { people: 0, words: [] } },
	{
		name: 'one person, the same word twice counts once',
		settings,
		contributions: [from('p1', ['Hope', 'hope!'], 'en')],
		result: { people: 1, words: [{ id: id('hope'), text: 'Hope', lang: 'en', count: 1 }] }
	},
	{
		name: 'many people, spellings put together, diacritics kept apart',
		settings,
		contributions: [
			from('p1', ['škola', 'Byt'], 'cs'),
			from('p2', ['Škola', ''], 'cs'),
			from('p3', ['škola.', 'skola'], 'cs'),
			from('p4', ['  ', 'more than two words'], 'en'),
			from('p5', ['byt'], 'sk')
		],
		result: {
			people: 4,
			words: [
				{ id: id('škola'), text: 'Škola', lang: 'cs', count: 3 },
				{ id: id('byt'), text: 'Byt', count: 2 },
				{ id: id('skola'), text: 'skola', lang: 'cs', count: 1 }
			]
		}
	},
	{
		name: 'right to left, names of objects, and the longest word',
		settings,
		contributions: [
			from('p1', ['أمل', '__proto__'], 'ar'),
			from('p2', [LONG, 'constructor'], 'cs'),
			from('p3', ['أمل', 'extra', 'too much'])
		],
		result: {
			people: 3,
			words: [
				{ id: id('أمل'), text: 'أمل', count: 2 },
				{ id: id('constructor'), text: 'constructor', lang: 'cs', count: 1 },
				{ id: id('extra'), text: 'extra', count: 1 },
				{ id: id(LONG.toLowerCase()), text: LONG, lang: 'cs', count: 1 },
				{ id: id('proto'), text: '__proto__', lang: 'ar', count: 1 }
			]
		}
	}
];
