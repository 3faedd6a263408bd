import { defineActivity } from '../activity.ts';
import { answers, blank, complete, reduce, withhold } from './reduce.ts';
import { report } from './report.ts';
import { body, fields } from './schema.ts';
import type { CheckInBody, CheckInResult, CheckInSettings } from './schema.ts';

export default defineActivity<CheckInSettings, CheckInBody, CheckInResult>({
	kind: 'check-in',
	icon: 'door-open',
	produces: 'counts',
	perPerson: 'one',
	takes: 'nothing',
	// Access needs and nicknames are read by facilitators only, so nothing waits for moderation.
	freeText: false,
	disclosure: 'people',
	without: ['moderation', 'breakdown_by', 'names', 'sensitive'],
	fields,
	body,
	blank,
	complete,
	reduce,
	answers,
	withhold,
	tallyRows: (settings) =>
		settings.ask.includes('sphere')
			? (settings.roles ?? []).map(({ id, title }) => ({ id: `sphere=${id}`, label: title }))
			: [],
	stagePages: (_, { spheres, languages, moods }) =>
		Math.max(1, [spheres, languages, moods].filter((part) => part.length > 0).length),
	report
});
