import { textHash } from '#lib/base/text.ts';
import { defineActivity } from '../activity.ts';
import { planPages } from './pages.ts';
import { items, reduce, type ActionPlanResult } from './reduce.ts';
import { report } from './report.ts';
import { blank, body, COLUMNS, complete, fields, isText } from './schema.ts';
import type { ActionBody, ActionPlanSettings } from './schema.ts';

const wordsOf = (action: ActionBody): string =>
	COLUMNS.filter(isText)
		.flatMap((column) => action[column] ?? [])
		.filter((text) => text !== '')
		.join(' · ');

/** Actions with an owner, a first step and a day, each answering a problem of an earlier step. */
export default defineActivity<ActionPlanSettings, ActionBody, ActionPlanResult>({
	kind: 'action-plan',
	icon: 'list-todo',
	produces: 'actions',
	perPerson: 'many',
	takes: 'optional',
	freeText: true,
	disclosure: 'none',
	without: ['sensitive', 'breakdown_by', 'min_cell'],
	fields,
	check: (settings) =>
		settings.owner_required && !settings.columns.includes('who')
			? [
					{
						path: 'columns',
						message:
							'An owner is required, but nobody is asked who starts. Add "who" to "columns" or write "owner_required: no".'
					}
				]
			: [],
	body,
	blank,
	complete,
	reduce,
	limit: (settings) => settings.max_rows,
	// One look at the whole action. The id follows the words, so that a changed action needs a new look.
	texts: (action) => {
		const text = wordsOf(action);
		return text === '' ? [] : [{ id: textHash(text), text }];
	},
	without_texts: (action, ids) => (ids.has(textHash(wordsOf(action))) ? undefined : action),
	items,
	report,
	stagePages: (settings, result) => planPages(settings, result).length
});
