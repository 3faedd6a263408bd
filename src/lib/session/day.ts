import { activities } from '#lib/activities/registry.ts';
import type { CommonSettings } from '#lib/activities/activity.ts';
import { localiseScreens, localiseText, type Localisable } from '#lib/script/localise.ts';
import { fillAll, type Placeholder } from '#lib/script/placeholders.ts';
import { fallbackItems, settingsOf } from '#lib/script/settings.ts';
import { stepOf, type Step } from '#lib/script/script.ts';
import type { Plan, PlanPhase } from '#lib/script/variants.ts';
import type { Range } from '#lib/script/range.ts';
import type { RunStep } from './commands.ts';
import type { CountedPlace } from './results.ts';
import { stepRun, type RunState } from './run.ts';

/** One place of the day: a step of the plan, or the alternate that stands in for it. */
export interface DayPlace {
	/** Id of the planned step; stays when an alternate is used instead. */
	readonly id: string;
	/** What is run there now; its own id is the key of its texts. */
	readonly step: Step;
	readonly phase: PlanPhase | undefined;
	readonly minutes: Range;
	readonly run: RunStep;
}

/** The day as it stands: the plan with the replacements made in the room. */
export function dayOf(workshop: Localisable, plan: Plan, run: RunState): readonly DayPlace[] {
	const phases = new Map(plan.phases.map((phase) => [phase.id, phase]));
	return plan.steps.map((planned) => {
		const by = run.replaced[planned.id];
		const alternate = by === undefined ? undefined : stepOf(workshop.script, by);
		const step = alternate ? { ...alternate, id: alternate.id } : planned.step;
		const minutes = alternate ? alternate.minutes : planned.minutes;
		return {
			id: planned.id,
			step,
			phase: phases.get(planned.phase),
			minutes,
			run: {
				id: planned.id,
				minutes,
				screens: step.screens?.length ?? 1,
				parts: step.parts?.length ?? 1,
				...(step.activity && activities.has(step.activity.kind)
					? { activity: { opensByItself: step.activity.open === 'auto' } }
					: {})
			}
		};
	});
}

/** Minutes kept free: the buffers of all phases and the one at the end. */
export const buffersOf = (plan: Plan): number =>
	plan.buffer + plan.phases.reduce((sum, phase) => sum + phase.buffer, 0);

/** Values for placeholders; each language may word them differently. */
export type Values = (locale: string) => Readonly<Partial<Record<Placeholder, string>>>;

/**
 * An activity's settings in one language with placeholders filled in and what the session adds.
 * `offered` are the languages of the phones.
 */
export function settingsAt(
	workshop: Localisable,
	place: DayPlace,
	locale: string,
	values: Values,
	offered: readonly string[] = []
): { readonly lang: string; readonly settings: CommonSettings } | undefined {
	const found = settingsOf(workshop, place.step, locale);
	if (!found) return undefined;
	const { back_at } = values(locale);
	const settings: CommonSettings & Record<string, unknown> = {
		...fillAll(found.value, values(locale)),
		...(found.value.kind === 'check-in'
			? { roles: rolesIn(workshop, locale), languages: offered }
			: {}),
		...(found.value.kind === 'break' && back_at !== undefined ? { back_at } : {})
	};
	return { lang: found.lang, settings };
}

/** Spheres with their titles in one language. */
export function rolesIn(
	workshop: Localisable,
	locale: string
): readonly {
	readonly id: string;
	readonly title: string;
	readonly icon?: string;
	readonly colour?: string;
}[] {
	return (workshop.script.roles ?? []).map(({ id, title, icon, colour }) => ({
		id,
		title: localiseText(workshop, `roles.${id}.title`, title, locale).value,
		...(icon === undefined ? {} : { icon }),
		...(colour === undefined ? {} : { colour })
	}));
}

/** Every place with something to count, with settings in the script's own language. */
export function countedPlaces(
	workshop: Localisable,
	day: readonly DayPlace[],
	values: Values
): readonly CountedPlace[] {
	const source = workshop.script.language;
	const sensitive = new Set(day.filter(({ step }) => step.activity?.sensitive).map(({ id }) => id));
	return day.flatMap((place) => {
		const activity = activities.get(place.step.activity?.kind ?? '');
		const found = settingsAt(workshop, place, source, values);
		if (!activity || !found) return [];
		const from = place.step.activity?.from;
		// Sorting sensitive cards shows their words: they stay with the facilitator there, too.
		const keeps = activity.arranged && from?.step !== undefined && sensitive.has(from.step);
		const compareTo = (place.step.activity as Readonly<Record<string, unknown>>)['compare_to'];
		return [
			{
				id: place.id,
				activity,
				settings: keeps ? { ...found.settings, sensitive: true } : found.settings,
				...(from
					? {
							from: {
								pick: from.pick,
								fallback: (fallbackItems(workshop, place.step, source) ?? []).map((i) => i.text),
								...(from.step === undefined ? {} : { place: from.step }),
								...(from.take === undefined ? {} : { take: from.take })
							}
						}
					: {}),
				...(typeof compareTo === 'string' ? { compareTo } : {})
			}
		];
	});
}

/** The stage screens of a place in one language, placeholders filled in. */
export function screensAt(workshop: Localisable, place: DayPlace, locale: string, values: Values) {
	return localiseScreens(workshop, place.step, locale).map(({ id, screen }) => ({
		id,
		lang: screen.lang,
		screen: fillAll(screen.value, values(locale))
	}));
}

/** Values of placeholders, from what was prepared and where the run stands. Times are in the device's zone. */
export function wording(
	setup: {
		readonly place: string;
		readonly facilitator: string;
		readonly organiser: string;
		readonly date: string;
	},
	joinCode: string,
	day: readonly DayPlace[],
	run: RunState
): Values {
	const current = day.find((place) => place.id === run.step);
	const since = run.step === undefined ? undefined : stepRun(run, run.step).stays.at(-1)?.from;
	const added = run.step === undefined ? 0 : stepRun(run, run.step).added;
	const minutes = current && current.minutes.best + added;
	return (locale) => {
		const tag = locale.replace(/-simple$/, '');
		const time = new Intl.DateTimeFormat(tag, {
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23'
		});
		const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
		return {
			join_code: joinCode,
			// Nobody should read a name in braces, on the projector least of all.
			place: setup.place || '…',
			facilitator: setup.facilitator || '…',
			organiser: setup.organiser || setup.place || '…',
			...(setup.date ? { date: date.format(new Date(`${setup.date}T12:00:00Z`)) } : {}),
			...(minutes === undefined ? {} : { minutes: String(minutes) }),
			...(minutes === undefined || since === undefined
				? {}
				: { back_at: time.format(since + minutes * 60_000) })
		};
	};
}
