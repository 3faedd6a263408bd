import type { Field } from '#lib/activities/field.ts';
import type { CompiledPage } from './pages.ts';
import type { WorkshopContent } from './compile.ts';
import { activityField, notesField, phoneField, screenField } from './fields-step.ts';
import { allKinds, type Kinds } from './kinds.ts';
import type { Notes, Part, Phone, Screen, Script, Step, StepActivity } from './script.ts';
import { mapTexts, textsIn } from './texts.ts';

/** A compiled workshop or a session's snapshot. */
export type Localisable = Pick<WorkshopContent, 'script' | 'texts'>;

/** A unit in one language: never half in one and half in another. */
export interface Localised<T> {
	readonly value: T;
	/** Language it is in. */
	readonly lang: string;
	/** True when that is not the language asked for. */
	readonly fallback: boolean;
	/** True when a text in it is a draft and must be marked so. */
	readonly draft: boolean;
}

/** Tags tried for a language, best first; the last one is the script's own. */
export function fallbackChain(script: Script, locale: string): readonly string[] {
	const simple = locale.endsWith('-simple');
	const plain = simple ? locale.slice(0, -'-simple'.length) : locale;
	const chain: string[] = [];
	const add = (tag: string) => {
		if (simple) chain.push(`${tag}-simple`);
		chain.push(tag);
	};
	const parents = plain.split('-').map((_, end, all) => all.slice(0, all.length - end).join('-'));
	parents.forEach(add);
	for (const parent of parents) (script.languages?.fallback?.[parent] ?? []).forEach(add);
	add(script.language);
	const until = chain.indexOf(script.language);
	return [...new Set(chain.slice(0, until + 1))];
}

/** Tag to ask for when a variant with simple words is chosen. */
export const localeFor = (locale: string, words: 'plain' | 'simple'): string =>
	words === 'simple' && !locale.endsWith('-simple') ? `${locale}-simple` : locale;

/**
 * Puts a value into the best language in which all of its texts exist. `key` is its text key, for
 * example `steps.needs.activity`.
 */
export function localise<T>(
	workshop: Localisable,
	value: T,
	field: Field,
	key: string,
	locale: string,
	kinds: Kinds = allKinds
): Localised<T> {
	const { script, texts } = workshop;
	const entries = textsIn(value, field, key, kinds);
	if (entries.length === 0) return { value, lang: locale, fallback: false, draft: false };
	const draftsCount = script.status === 'draft' || script.status === 'pilot';
	const plain = locale.replace(/-simple$/, '');
	for (const tag of fallbackChain(script, locale)) {
		const fallback = tag.replace(/-simple$/, '') !== plain;
		if (tag === script.language) return { value, lang: tag, fallback, draft: false };
		const found = texts[tag];
		if (!found) continue;
		const all = entries.map((entry) => found[entry.key]);
		if (!all.every((each) => each && (each.state !== 'draft' || draftsCount))) continue;
		const translated = mapTexts(
			value,
			field,
			key,
			(entry) => found[entry.key]?.text ?? entry.source,
			kinds
		);
		const draft = all.some((each) => each?.state === 'draft');
		// Only texts were replaced: the shape is that of the value.
		return { value: translated as T, lang: tag, fallback, draft };
	}
	return { value, lang: script.language, fallback: script.language !== plain, draft: false };
}

/** The activity of a step (or of a resolved plan step) with prompt, help and all options in one language. */
export const localiseActivity = (
	workshop: Localisable,
	stepId: string,
	activity: StepActivity,
	locale: string,
	kinds: Kinds = allKinds
): Localised<StepActivity> =>
	localise(workshop, activity, activityField, `steps.${stepId}.activity`, locale, kinds);

/** Keys of the texts that fall back together with an activity. */
export const activityTextKeys = (
	stepId: string,
	activity: StepActivity,
	kinds: Kinds = allKinds
): readonly string[] =>
	textsIn(activity, activityField, `steps.${stepId}.activity`, kinds).map(({ key }) => key);

/** The stage screens of a step in order; a step without any has one that shows its title. */
export function localiseScreens(
	workshop: Localisable,
	step: Step,
	locale: string
): readonly { readonly id: string; readonly screen: Localised<Screen> }[] {
	const at = (id: string, screen: Screen, key: string) => ({
		id,
		screen: localise(workshop, screen, screenField, `steps.${step.id}.${key}`, locale)
	});
	if (step.screens) return step.screens.map((each) => at(each.id, each, `screens.${each.id}`));
	if (step.stage) return [at('stage', step.stage, 'stage')];
	const title = localiseText(workshop, `steps.${step.id}.title`, step.title, locale);
	const value: Screen = { layout: 'title', title: title.value, timer: 'none', count: false };
	return [{ id: 'stage', screen: { ...title, value } }];
}

/** A part of a step: its name, and its own screen and phone card where it has them. */
export function localisePart(
	workshop: Localisable,
	step: Step,
	part: Part,
	locale: string
): {
	readonly title: Localised<string>;
	readonly screen?: Localised<Screen>;
	readonly phone?: Localised<Phone>;
} {
	const key = `steps.${step.id}.parts.${part.id}`;
	const { stage, phone } = part;
	return {
		title: localiseText(workshop, `${key}.title`, part.title, locale),
		...(stage ? { screen: localise(workshop, stage, screenField, `${key}.stage`, locale) } : {}),
		...(phone ? { phone: localise(workshop, phone, phoneField, `${key}.phone`, locale) } : {})
	};
}

/** The phone card of a step; empty when the step has none. */
export const localisePhone = (
	workshop: Localisable,
	step: Step,
	locale: string
): Localised<Phone> =>
	localise(workshop, step.phone ?? {}, phoneField, `steps.${step.id}.phone`, locale);

/** The facilitator's notes of a step; empty when it has none. */
export const localiseNotes = (
	workshop: Localisable,
	step: Step,
	locale: string
): Localised<Notes> =>
	localise(workshop, step.notes ?? {}, notesField, `steps.${step.id}.notes`, locale);

/** A text that stands alone, by its key: `title`, `steps.needs.title`, `roles.town.title`, `ground_rules.0`. */
export function localiseText(
	workshop: Localisable,
	key: string,
	source: string,
	locale: string
): Localised<string> {
	const field: Field = { type: 'text', max: 0, audience: '-', help: '' };
	return localise(workshop, source, field, key, locale);
}

/** The page in the best language, or the one for a region where there is one. */
export function pageIn(
	workshop: Pick<WorkshopContent, 'script' | 'pages'>,
	id: string,
	locale: string,
	region?: string
): CompiledPage | undefined {
	const all = workshop.pages[id] ?? [];
	const chain = fallbackChain(workshop.script, locale);
	const best = (pages: readonly CompiledPage[]) =>
		chain.map((tag) => pages.find((page) => page.lang === tag)).find((page) => page) ?? pages[0];
	const local = region === undefined ? [] : all.filter((page) => page.region === region);
	return best(local) ?? best(all.filter((page) => page.region === undefined));
}
