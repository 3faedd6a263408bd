import type { Disclosed } from '#lib/activities/activity.ts';
import { fillAll } from '#lib/script/placeholders.ts';
import { localisePhone, localiseText, type Localisable } from '#lib/script/localise.ts';
import type { DayPlace, Values } from './day.ts';
import { rolesIn, screensAt, settingsAt } from './day.ts';
import type { FrameText, StageFrame } from './frame.ts';
import type { Now, NowTexts } from './now.ts';
import type { PlaceResult } from './results.ts';
import { stepRun, type RunState } from './run.ts';
import type { Setup } from './setup.ts';

/** Everything both projections read. Nothing in it that a phone may not see is ever copied out. */
export interface Moment {
	readonly workshop: Localisable;
	/** Locale to ask the script for, by chosen language: simple words where the edition says so. */
	readonly worded: (locale: string) => string;
	readonly setup: Setup;
	readonly day: readonly DayPlace[];
	readonly run: RunState;
	readonly values: Values;
	/** Counted place by id; called only for places that are shown. */
	readonly result: (place: string) => PlaceResult | undefined;
	/** What the room may see of a place right now; undefined while nothing may. */
	readonly visible: (place: string) => Disclosed<unknown> | undefined;
	readonly present: number;
	readonly clockOffset: number;
	readonly join: NonNullable<StageFrame['join']>;
}

/** Planned end of the current step on this device's clock, ms. */
export function endsAt(day: readonly DayPlace[], run: RunState): number | undefined {
	const current = day.find((place) => place.id === run.step);
	if (!current) return undefined;
	const { stays, added } = stepRun(run, current.id);
	const last = stays.at(-1);
	if (!last || last.to !== undefined) return undefined;
	const before = stays
		.slice(0, -1)
		.reduce((sum, stay) => sum + ((stay.to ?? stay.from) - stay.from), 0);
	return last.from - before + (current.minutes.best + added) * 60_000;
}

/** What the stage channel says to every phone. Results only when they are on the stage as well. */
export function nowOf(moment: Moment): Now {
	const { workshop, setup, day, run } = moment;
	const index = day.findIndex((place) => place.id === run.step);
	const place = day[index];
	const byLocale = (text: (locale: string) => string): Record<string, string> =>
		Object.fromEntries(setup.phoneLanguages.map((locale) => [locale, text(locale)]));
	const counted = place && moment.result(place.id);
	const shown = place && moment.visible(place.id);
	const end = endsAt(day, run);
	const source = rolesIn(workshop, workshop.script.language);
	return {
		session: {
			title: byLocale((locale) => titleIn(moment, locale)),
			place: setup.place,
			facilitator: setup.facilitator,
			languages: setup.phoneLanguages,
			roles: source.map(({ id, icon, colour }) => ({
				id,
				...(icon === undefined ? {} : { icon }),
				...(colour === undefined ? {} : { colour }),
				title: byLocale((locale) => {
					const role = rolesIn(workshop, moment.worded(locale)).find((each) => each.id === id);
					return role?.title ?? id;
				})
			})),
			status: run.status
		},
		texts: place
			? Object.fromEntries(
					setup.phoneLanguages.map((locale) => [locale, textsOf(moment, place, locale)])
				)
			: {},
		...(place
			? {
					step: {
						id: place.id,
						index: index + 1,
						total: day.length,
						part: stepRun(run, place.id).part,
						phase: stepRun(run, place.id).phase,
						...(place.step.activity ? { kind: place.step.activity.kind } : {}),
						...(end === undefined ? {} : { endsAt: end + moment.clockOffset })
					}
				}
			: {}),
		// Items the script itself lists travel with the texts, translated; only those people made come here.
		...(counted?.place.from && counted.settings.items && !counted.settings.sensitive
			? { items: counted.settings.items }
			: {}),
		...(shown ? { shown } : {})
	};
}

function titleIn(moment: Moment, locale: string): string {
	const { workshop } = moment;
	const title = localiseText(workshop, 'title', workshop.script.title, moment.worded(locale));
	return fillAll(title.value, moment.values(locale));
}

function textsOf(moment: Moment, place: DayPlace, locale: string): NowTexts {
	const { workshop } = moment;
	const worded = moment.worded(locale);
	const title = localiseText(workshop, `steps.${place.step.id}.title`, place.step.title, worded);
	const phone = localisePhone(workshop, place.step, worded);
	const card = fillAll(phone.value, moment.values(locale));
	const { phoneLanguages } = moment.setup;
	const activity = settingsAt(workshop, place, worded, moment.values, phoneLanguages);
	const pick = <K extends 'title' | 'body' | 'waiting' | 'thanks'>(key: K) =>
		card[key] === undefined ? {} : { [key]: card[key] };
	return {
		title: fillAll(title.value, moment.values(locale)),
		titleLang: title.lang,
		phone: {
			lang: phone.lang,
			...pick('title'),
			...pick('body'),
			...pick('waiting'),
			...pick('thanks')
		},
		...(activity ? { activity: { lang: activity.lang, settings: activity.settings } } : {})
	};
}

/** A screen of a place as the stage window draws it. */
export function frameOf(
	moment: Moment,
	at: { readonly step: string; readonly screen: number; readonly page: number } | undefined,
	n: number
): StageFrame {
	const { workshop, setup, day, run } = moment;
	const place = day.find((each) => each.id === at?.step);
	const texts = setup.stageLanguages
		.slice(0, 2)
		.map((locale) => frameText(moment, place, at, locale));
	const [first = frameText(moment, place, at, workshop.script.language), ...rest] = texts;
	const screen =
		place && screensAt(workshop, place, workshop.script.language, moment.values)[at?.screen ?? 0];
	const phase = place ? stepRun(run, place.id).phase : 'waiting';
	const counted = place?.step.activity && moment.result(place.id);
	const shown = place && moment.visible(place.id);
	const compared = counted?.place.compareTo;
	const before = compared === undefined || !shown ? undefined : moment.result(compared)?.disclosed;
	const end = screen && screen.screen.timer !== 'none' ? endsAt(day, run) : undefined;
	return {
		n,
		mask: run.mask,
		layout: screen?.screen.layout ?? 'join',
		page: at?.page ?? 0,
		languages: [first, ...rest],
		phase,
		answered: counted?.answered ?? 0,
		present: moment.present,
		count: screen?.screen.count ?? false,
		join: moment.join,
		...(place?.step.activity ? { kind: place.step.activity.kind } : {}),
		...(shown ? { shown } : {}),
		...(before ? { before } : {}),
		...(end === undefined || !place
			? {}
			: {
					timer: { endsAt: end, total: place.minutes.best * 60 }
				})
	};
}

function frameText(
	moment: Moment,
	place: DayPlace | undefined,
	at: { readonly screen: number } | undefined,
	locale: string
): FrameText {
	const { workshop, day, run } = moment;
	const worded = moment.worded(locale);
	const base: FrameText = { locale, workshop: titleIn(moment, locale) };
	if (!place) return base;
	const found = screensAt(workshop, place, worded, moment.values)[at?.screen ?? 0];
	const settings = settingsAt(workshop, place, worded, moment.values)?.settings;
	const items = moment.result(place.id)?.settings.items;
	const { title, body, alt, layout } = found?.screen ?? {};
	return {
		...base,
		locale: found?.lang ?? locale,
		...(title === undefined ? {} : { title }),
		...(body === undefined ? {} : { body }),
		...(alt === undefined ? {} : { alt }),
		...(settings ? { settings: items && !settings.items ? { ...settings, items } : settings } : {}),
		...(layout === 'agenda'
			? {
					agenda: day.map((each) => ({
						title: localiseText(workshop, `steps.${each.step.id}.title`, each.step.title, worded)
							.value,
						now: each.id === run.step
					}))
				}
			: {})
	};
}
