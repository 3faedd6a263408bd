import { defineActivity } from '../activity.ts';
import { blank, complete, items, reduce } from './reduce.ts';
import { report } from './report.ts';
import { stagePlan } from './rows.ts';
import { body, fields } from './schema.ts';
import type { ClusterBody, ClusterResult, ClusterSettings } from './schema.ts';

export default defineActivity<ClusterSettings, ClusterBody, ClusterResult>({
	kind: 'cluster',
	icon: 'layers',
	produces: 'items',
	perPerson: 'one',
	takes: 'required',
	// Proposed names are read by facilitators, who take one or write their own.
	freeText: false,
	disclosure: 'none',
	without: ['breakdown_by', 'min_cell', 'moderation'],
	fields,
	body,
	blank,
	complete,
	reduce,
	stagePages: (settings, result) => Math.max(1, stagePlan(settings, result).length),
	items,
	report,
	arranged: true
});
