import { defineActivity } from '../activity.ts';
import { scalePages } from './pages.ts';
import { reduce, withhold, type ScaleResult } from './reduce.ts';
import { report } from './report.ts';
import { answerTo, body, DONT_KNOW, fields, nameOf, pointsOf } from './schema.ts';
import type { ScaleBody, ScaleSettings } from './schema.ts';

/** Statements rated on a scale: one at a time, each can be skipped, compared before and after. */
export default defineActivity<ScaleSettings, ScaleBody, ScaleResult>({
	kind: 'scale',
	icon: 'sliders-horizontal',
	produces: 'counts',
	perPerson: 'one',
	takes: 'nothing',
	without: ['moderation', 'names'],
	freeText: false,
	disclosure: 'people',
	fields,
	check: (settings) => {
		const ids = settings.statements.map(({ id }) => id);
		const doubles = ids.flatMap((id, at) =>
			ids.indexOf(id) < at
				? [{ path: `statements.${at}.id`, message: `Two statements are called "${id}".` }]
				: []
		);
		return settings.labels.mid !== undefined && settings.points % 2 === 0
			? [
					...doubles,
					{
						path: 'labels.mid',
						message: `A scale of ${settings.points} points has no middle. Leave out "mid" or take ${settings.points + 1} points.`
					}
				]
			: doubles;
	},
	body,
	blank: () => ({ answers: {} }),
	complete: (settings, value) =>
		settings.statements.some(({ id }) => answerTo(settings, value, id) !== undefined),
	reduce,
	answers: (settings, value) =>
		Object.fromEntries(
			settings.statements.flatMap(({ id }) => {
				const answer = answerTo(settings, value, id);
				return answer === undefined ? [] : [[id, String(answer)]];
			})
		),
	withhold,
	tallyRows: (settings) =>
		settings.statements.flatMap(({ id, text }) => [
			...pointsOf(settings).map((point) => ({
				id: `${id}=${point}`,
				label: `${text} · ${nameOf(settings, point)}`
			})),
			...(settings.dont_know ? [{ id: `${id}=${DONT_KNOW}`, label: `${text} · ?` }] : [])
		]),
	report,
	stagePages: (settings) => scalePages(settings).length
});
