import { textHash } from '#lib/base/text.ts';
import { defineActivity } from '../activity.ts';
import { blank, complete, items, reduce, stagePages } from './reduce.ts';
import { report } from './report.ts';
import { body, fields } from './schema.ts';
import type { IdeaBody, IdeasResult, IdeasSettings } from './schema.ts';

export default defineActivity<IdeasSettings, IdeaBody, IdeasResult>({
	kind: 'ideas',
	icon: 'lightbulb',
	produces: 'items',
	perPerson: 'many',
	takes: 'nothing',
	freeText: true,
	disclosure: 'none',
	without: ['breakdown_by', 'min_cell'],
	fields,
	body,
	blank,
	complete,
	reduce,
	limit: (settings) => settings.max_answers,
	stagePages,
	// The id follows the words, so that a changed text needs a new look.
	texts: ({ text }) => [{ id: textHash(text), text }],
	without_texts: (card, ids) => (ids.has(textHash(card.text)) ? undefined : card),
	items,
	report
});
