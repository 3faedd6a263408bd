import { textHash } from '#lib/base/text.ts';
import { defineActivity } from '../activity.ts';
import { blank, complete, reduce } from './reduce.ts';
import { report } from './report.ts';
import { body, fields } from './schema.ts';
import type { WordsBody, WordsResult, WordsSettings } from './schema.ts';

export default defineActivity<WordsSettings, WordsBody, WordsResult>({
	kind: 'words',
	icon: 'whole-word',
	produces: 'items',
	perPerson: 'one',
	takes: 'nothing',
	freeText: true,
	disclosure: 'none',
	without: ['breakdown_by', 'min_cell'],
	fields,
	body,
	blank,
	complete,
	reduce,
	// The id follows the word, so that a changed word needs a new look.
	texts: ({ words }) =>
		[...new Set(words.filter((word) => word.trim() !== ''))].map((text) => ({
			id: textHash(text),
			text
		})),
	without_texts: ({ words }, ids) => {
		const left = words.filter((word) => !ids.has(textHash(word)));
		return left.some((word) => word.trim() !== '') || left.length === words.length
			? { words: left }
			: undefined;
	},
	items: (_, { words }) => words,
	report
});
