import { defineActivity } from '../activity.ts';
import { answers, blank, complete, reduce, tickQuestion } from './reduce.ts';
import { report } from './report.ts';
import { body, fields } from './schema.ts';
import type { NoticeBody, NoticeResult, NoticeSettings } from './schema.ts';

export default defineActivity<NoticeSettings, NoticeBody, NoticeResult>({
	kind: 'notice',
	icon: 'shield',
	produces: 'counts',
	perPerson: 'one',
	takes: 'nothing',
	freeText: false,
	disclosure: 'people',
	without: ['moderation', 'breakdown_by', 'names', 'sensitive'],
	fields,
	check: ({ text, page }) =>
		text || page
			? []
			: [
					{
						path: 'text',
						message:
							'There is nothing to read before agreeing. Write a text, or name a page that holds it.'
					}
				],
	body,
	blank,
	complete,
	reduce,
	answers,
	tallyRows: (settings) => [
		{ id: 'answer=agree', label: settings.prompt ?? '' },
		...(settings.agree ?? []).map(({ id, text }) => ({ id: tickQuestion(id), label: text }))
	],
	report
});
