import { defineActivity } from '../activity.ts';
import { answers, blank, complete, reduce, withhold } from './reduce.ts';
import { report } from './report.ts';
import { stagePlan } from './rows.ts';
import { body, fields } from './schema.ts';
import type { FormBody, FormResult, FormSettings } from './schema.ts';
import { tallyRows } from './tally-rows.ts';
import { texts, withoutTexts } from './texts.ts';

export default defineActivity<FormSettings, FormBody, FormResult>({
	kind: 'form',
	icon: 'clipboard-list',
	produces: 'counts',
	perPerson: 'one',
	takes: 'nothing',
	freeText: true,
	disclosure: 'people',
	fields,
	check: ({ questions }) =>
		questions.flatMap(({ kind, text, options }, place) =>
			(kind === 'choice' || kind === 'many') && !options
				? [
						{
							path: `questions.${place}.options`,
							message: `The question “${text}” has nothing to choose from. Give it at least two options, or make it a question of another kind.`
						}
					]
				: []
		),
	body,
	blank,
	complete,
	reduce,
	answers,
	withhold,
	tallyRows,
	texts,
	without_texts: withoutTexts,
	stagePages: (settings, result) => Math.max(1, stagePlan(settings, result).length),
	report
});
