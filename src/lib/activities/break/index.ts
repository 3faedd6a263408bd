import { defineActivity } from '../activity.ts';
import { reduce, type BreakResult } from './reduce.ts';
import { report } from './report.ts';
import { body, fields, type BreakBody, type BreakSettings } from './schema.ts';

/** A pause: phones and stage say when the room goes on. Nothing is collected. */
export default defineActivity<BreakSettings, BreakBody, BreakResult>({
	kind: 'break',
	icon: 'coffee',
	produces: 'nothing',
	perPerson: 'one',
	takes: 'nothing',
	without: [
		'each',
		'delivery',
		'names',
		'change_answer',
		'seconds',
		'show',
		'moderation',
		'sensitive',
		'breakdown_by',
		'min_cell'
	],
	freeText: false,
	disclosure: 'none',
	fields,
	body,
	blank: () => ({}),
	complete: () => false,
	reduce,
	report
});
