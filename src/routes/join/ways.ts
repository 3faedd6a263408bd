import type { Activity, CommonSettings, Disclosed, Phase } from '#lib/activities/activity.ts';

/** True when this phone answers: not on paper or by hand, and not where only facilitators write. */
export const takesAnswers = (activity: Activity, settings: CommonSettings): boolean =>
	settings.delivery === 'phone' &&
	settings.each !== 'facilitator' &&
	!activity.arranged &&
	activity.produces !== 'nothing';

/** Message id of how people answer, where it is not simply each on their own phone. */
export function wayOf(settings: CommonSettings): string | undefined {
	if (settings.delivery === 'paper') return 'join-on-paper';
	if (settings.delivery === 'hands') return 'join-by-hands';
	if (settings.delivery === 'spoken') return 'join-spoken';
	if (settings.each === 'pair') return 'join-for-pair';
	return settings.each === 'group' ? 'join-for-group' : undefined;
}

/**
 * Whether the kind's own view has anything to show: a form while people answer, their answer afterwards,
 * results when they come to phones, and what is only read (a break, an arranged wall).
 */
export function showsForm(
	activity: Activity,
	settings: CommonSettings,
	phase: Phase,
	shown: Disclosed<unknown> | undefined
): boolean {
	if (shown !== undefined) return true;
	if (activity.produces === 'nothing' || activity.arranged) return true;
	return takesAnswers(activity, settings) && phase !== 'waiting';
}
