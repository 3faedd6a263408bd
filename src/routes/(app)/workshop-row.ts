import type { DayPart } from '#lib/components/day.ts';
import { sphereOfRole, type SphereSeats } from '#lib/components/spheres.ts';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import type { Listing } from '#lib/script/listing.ts';
import { parseRange, type Range } from '#lib/script/range.ts';
import type { Script } from '#lib/script/script.ts';
import { mayOffer, percentOf } from '#lib/script/translate.ts';
import { resolve, type Plan } from '#lib/script/variants.ts';

/** How far a language of a workshop is, for phones and stage together. */
export interface LanguageState {
	readonly locale: string;
	/** Finished texts in whole percent. */
	readonly percent: number;
	/** `draft`: may be offered, with a mark. `incomplete`: may not. */
	readonly state: 'ready' | 'draft' | 'incomplete';
}

/** A text and the language it is in. */
export interface Worded {
	readonly text: string;
	readonly lang: string;
}

/** What a list shows of one workshop. */
export interface WorkshopRow {
	readonly id: string;
	readonly status: string;
	readonly title: Worded;
	readonly summary: Worded;
	readonly minutes: number;
	readonly people: Range | undefined;
	readonly languages: readonly LanguageState[];
	/** The day for the ring; undefined while the workshop is being read. */
	readonly parts: readonly DayPart[] | undefined;
	/** Other lengths it can be run in. */
	readonly otherMinutes: readonly number[];
}

/** Puts together a row from the light listing and, once it is read, the workshop itself. */
export function workshopRow(
	listing: Listing,
	locale: string,
	workshop: CompiledWorkshop | undefined
): WorkshopRow {
	const plan = workshop && planOf(workshop);
	return {
		id: listing.id,
		status: listing.status,
		title: worded(listing.titles, listing.language, locale),
		summary: worded(listing.summaries, listing.language, locale),
		minutes: listing.minutes,
		people: parseRange(listing.group_size),
		languages: workshop
			? languageStates(workshop)
			: listing.languages
					.filter(isSpoken)
					.map((tag) => ({ locale: tag, percent: 100, state: 'ready' })),
		parts: plan && dayParts(plan),
		otherMinutes: (workshop?.script.variants ?? []).flatMap(({ axis, target }) =>
			axis === 'length' && target !== undefined ? [target] : []
		)
	};
}

/** Languages of a workshop; simple words are a way of writing, not a language. */
export function languageStates(
	workshop: Pick<CompiledWorkshop, 'completeness' | 'script'>
): readonly LanguageState[] {
	return Object.entries(workshop.completeness)
		.filter(([locale]) => isSpoken(locale))
		.map(([locale, { P, S }]) => {
			const offered = [P, S].every((count) => mayOffer(count, workshop.script.status));
			const percent = Math.min(percentOf(P), percentOf(S));
			const state: LanguageState['state'] = !offered
				? 'incomplete'
				: P.draft + S.draft > 0
					? 'draft'
					: 'ready';
			return { locale, percent, state };
		})
		.sort(
			(a, b) =>
				Number(b.locale === workshop.script.language) -
				Number(a.locale === workshop.script.language)
		);
}

/** Steps of a plan as stretches of the day, buffers left out: they are time for what comes late. */
export const dayParts = (plan: Plan): readonly DayPart[] =>
	plan.steps.map(({ step, minutes }) => ({
		minutes: minutes.best,
		pause: step.category === 'break'
	}));

/** Seats by sphere as the script hopes for them; undefined when it says nothing about who comes. */
export function seatsOf(script: Script | undefined): readonly SphereSeats[] | undefined {
	const groups = (script?.roles ?? []).map(({ id, expect }) => ({
		sphere: sphereOfRole(id),
		seats: expect?.best ?? 0
	}));
	return groups.some(({ seats }) => seats > 0) ? groups : undefined;
}

const isSpoken = (locale: string): boolean => !locale.endsWith('-simple');

function planOf(workshop: CompiledWorkshop): Plan | undefined {
	const resolution = resolve(workshop.script, []);
	return resolution.type === 'plan' ? resolution.plan : undefined;
}

function worded(texts: Readonly<Record<string, string>>, source: string, locale: string): Worded {
	const own = texts[locale];
	return own === undefined
		? { text: texts[source] ?? '', lang: source }
		: { text: own, lang: locale };
}
