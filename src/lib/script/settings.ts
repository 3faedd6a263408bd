import type { CommonSettings, Item } from '#lib/activities/activity.ts';
import { without } from '#lib/base/without.ts';
import { allKinds, type Kinds } from './kinds.ts';
import { localiseActivity, type Localisable, type Localised } from './localise.ts';
import type { Step, StepActivity } from './script.ts';

/**
 * Settings of a step's activity in one language with all defaults filled in, ready for reduce and views
 * once the session has added `items` from `from`. `step` is the one of the plan, so that delivery and
 * source are the resolved ones. Undefined when the step has no activity of a known kind.
 */
export function settingsOf(
	workshop: Localisable,
	step: Step,
	locale: string,
	kinds: Kinds = allKinds
): Localised<CommonSettings> | undefined {
	const activity = step.activity;
	const kind = activity && kinds.get(activity.kind);
	if (!activity || !kind) return undefined;
	const { value, ...language } = localiseActivity(workshop, step.id, activity, locale, kinds);
	const written = writtenItems(value, language.lang, 'items' in kind.fields);
	return {
		...language,
		value: {
			...without(value, 'from'),
			kind: value.kind,
			each: value.each ?? 'person',
			delivery: value.delivery ?? 'phone',
			names: value.names ?? 'hidden',
			change_answer: value.change_answer ?? true,
			open: value.open ?? 'manual',
			show: value.show ?? 'on-reveal',
			moderation: value.moderation ?? (kind.freeText ? 'before' : 'off'),
			sensitive: value.sensitive ?? false,
			breakdown_by: value.breakdown_by ?? 'none',
			min_cell: value.min_cell ?? 5,
			...(written ? { items: written } : {})
		}
	};
}

/** Items the script itself names: its own list, or the fallback list when the source step is left out. */
function writtenItems(
	activity: StepActivity,
	lang: string,
	mayOwn: boolean
): readonly Item[] | undefined {
	const own = mayOwn ? activity['items'] : undefined;
	const texts = Array.isArray(own) ? own : undefined;
	const { from } = activity;
	if (!texts && from && from.step === undefined) return listed(from.fallback_items ?? [], lang);
	return texts && listed(texts, lang);
}

const listed = (texts: readonly unknown[], lang: string): readonly Item[] =>
	texts.map((text, index) => ({ id: `item-${index + 1}`, text: String(text), lang }));

/**
 * Items for a step whose source brought nothing, for example because the source step was skipped in
 * the room; undefined when the script has none.
 */
export function fallbackItems(
	workshop: Localisable,
	step: Step,
	locale: string,
	kinds: Kinds = allKinds
): readonly Item[] | undefined {
	if (!step.activity?.from?.fallback_items) return undefined;
	const { value, lang } = localiseActivity(workshop, step.id, step.activity, locale, kinds);
	return listed(value.from?.fallback_items ?? [], lang);
}

/** The items a step works on, taken from the source step's items as `from` says. */
export function takeItems(step: Step, items: readonly Item[]): readonly Item[] {
	const from = step.activity?.from;
	if (!from) return [];
	return from.pick === 'all' || from.take === undefined ? items : items.slice(0, from.take);
}
