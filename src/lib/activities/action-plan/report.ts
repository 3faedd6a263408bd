import type { Disclosed, ReportAction, ReportBlock, Translate } from '../activity.ts';
import type { ActionPlanResult } from './reduce.ts';
import type { ActionPlanSettings } from './schema.ts';

/** The action plan: every action with the problem it answers, and how many still lack an owner or a day. */
export function report(
	settings: ActionPlanSettings,
	shown: Disclosed<ActionPlanResult>,
	t: Translate
): readonly ReportBlock[] {
	const heading: ReportBlock = { type: 'heading', text: settings.prompt ?? t('action-plan-name') };
	const actions = shown.total?.actions ?? [];
	if (actions.length === 0) {
		return [heading, { type: 'paragraph', text: t('action-plan-none') }];
	}
	const problems = new Map(settings.items?.map(({ id, text }) => [id, text]));
	const rows = actions.map(({ lang: _, item, ...action }): ReportAction => {
		const why = action.why ?? (item === undefined ? undefined : problems.get(item));
		return { ...action, ...(why === undefined ? {} : { why }), status: 'new' };
	});
	return [heading, { type: 'actions', rows }, ...gaps(settings, actions, t)];
}

function gaps(
	settings: ActionPlanSettings,
	actions: ActionPlanResult['actions'],
	t: Translate
): readonly ReportBlock[] {
	const count = (column: 'who' | 'when'): number =>
		settings.columns.includes(column)
			? actions.filter((action) => action[column] === undefined).length
			: 0;
	const sentences = [
		...(count('who') > 0 ? [t('action-plan-without-owner', { count: count('who') })] : []),
		...(count('when') > 0 ? [t('action-plan-without-day', { count: count('when') })] : [])
	];
	return sentences.map((text) => ({ type: 'paragraph', text }));
}
