import type { Activity, CommonSettings, Disclosed, Item } from '#lib/activities/activity.ts';
import {
	disclose,
	display,
	cellFloor,
	settle,
	type Display,
	type Split
} from '#lib/activities/disclose.ts';
import { acceptance, answeredPeople, gather, type Gathered, type PersonInbox } from './gather.ts';
import { stepRun, type RunState } from './run.ts';

/** A place of the day that has an activity, with everything needed to count it. */
export interface CountedPlace {
	/** Place in the run: the step's id, also when an alternate stands in. */
	readonly id: string;
	readonly activity: Activity;
	/** Settings in the script's language, without items. */
	readonly settings: CommonSettings;
	/** Place the items come from, and how many of them. */
	readonly from?: {
		readonly place?: string;
		readonly take?: number;
		readonly pick: 'top' | 'all' | 'facilitator';
		readonly fallback: readonly string[];
	};
	/** Place whose result stands beside this one. */
	readonly compareTo?: string;
}

/** One place counted at one moment. */
export interface PlaceResult {
	readonly place: CountedPlace;
	/** Settings with the items that came from earlier steps. */
	readonly settings: CommonSettings;
	readonly gathered: Gathered;
	/** For the facilitator's eyes: everything that counts, before moderation and the k rule. */
	readonly result: unknown;
	/** For the room: moderated, and closed below k. */
	readonly disclosed: Disclosed<unknown>;
	readonly items: readonly Item[];
	/** People who answered, each once. */
	readonly answered: number;
}

/** Names of roles for split results; `undefined` names those put together. */
export type RoleLabel = (role: string | undefined) => string;

/**
 * Counts any place of the day, on demand and once: results depend on earlier ones only, as `from` does.
 * Make a new one when the run or an inbox changed.
 */
export class Results {
	readonly #places: ReadonlyMap<string, CountedPlace>;
	readonly #run: RunState;
	readonly #inboxes: readonly PersonInbox[];
	readonly #roleLabel: RoleLabel;
	readonly #done = new Map<string, PlaceResult>();
	readonly #counting = new Set<string>();

	constructor(
		places: readonly CountedPlace[],
		run: RunState,
		inboxes: readonly PersonInbox[],
		roleLabel: RoleLabel
	) {
		this.#places = new Map(places.map((place) => [place.id, place]));
		this.#run = run;
		this.#inboxes = inboxes;
		this.#roleLabel = roleLabel;
	}

	/** Undefined when the place has no activity. */
	of(id: string): PlaceResult | undefined {
		const place = this.#places.get(id);
		if (!place || this.#counting.has(id)) return undefined;
		const done = this.#done.get(id);
		if (done) return done;
		this.#counting.add(id);
		const counted = this.#count(place);
		this.#counting.delete(id);
		this.#done.set(id, counted);
		return counted;
	}

	/** Items a place starts from, without counting the place itself. */
	itemsFor(place: CountedPlace): readonly Item[] | undefined {
		const { from } = place;
		if (!from) return undefined;
		const made = from.place === undefined ? [] : (this.of(from.place)?.items ?? []);
		if (made.length === 0) {
			return from.fallback.map((text, i) => ({ id: `fallback-${i + 1}`, text }));
		}
		return from.pick === 'all' || from.take === undefined ? made : made.slice(0, from.take);
	}

	/** Acceptance hashes of everything in for a place now, for `closed`. Late answers are taken in. */
	acceptedNow(id: string): readonly string[] {
		const place = this.#places.get(id);
		if (!place || place.activity.perPerson === 'many') return [];
		const open = { ...stepRun(this.#run, id), accepted: undefined };
		const settings = this.#settings(place);
		return gather(place.activity, settings, id, open, this.#inboxes)
			.all.filter((c) => c.source === 'phone')
			.map(acceptance)
			.sort();
	}

	#settings(place: CountedPlace): CommonSettings {
		const items = this.itemsFor(place);
		return items ? { ...place.settings, items } : place.settings;
	}

	#count(place: CountedPlace): PlaceResult {
		const { activity } = place;
		const step = stepRun(this.#run, place.id);
		const settings = this.#settings(place);
		const gathered = gather(activity, settings, place.id, step, this.#inboxes);
		const cleared = activity.reduce(settings, gathered.cleared, step.tallies);
		const split: Split | undefined =
			settings.breakdown_by === 'role' ? { by: 'role', labelOf: this.#roleLabel } : undefined;
		const disclosed = disclose(activity, settings, gathered.cleared, step.tallies, split);
		const items = activity.items?.(settings, cleared) ?? [];
		return {
			place,
			settings,
			gathered,
			result: activity.reduce(settings, gathered.all, step.tallies),
			disclosed,
			// Counts that the room may not see here must not reach it through a later step.
			items: disclosed.total === undefined ? items.map(uncounted) : items,
			answered: answeredPeople(gathered, step)
		};
	}
}

const uncounted = ({ count: _, ...item }: Item): Item => item;

/**
 * What the room may see of a place while answers still come in: held back until at least k answers
 * differ, because in a room one sees who has just tapped. `previous` is what was shown last.
 */
export function liveDisplay(
	counted: PlaceResult,
	run: RunState,
	previous: Display<unknown> | undefined
): Display<unknown> {
	const { place, settings, gathered } = counted;
	const { tallies } = stepRun(run, place.id);
	const next = display(place.activity, settings, gathered.cleared, tallies);
	if (place.activity.disclosure === 'none') return next;
	return settle(previous, next, cellFloor(settings));
}
