import type { Activity, CommonSettings, Contribution, Disclosed, Tally } from './activity.ts';

/** How a result is split. `labelOf(undefined)` names the people put together, for example "Others". */
export interface Split {
	readonly by: 'role' | 'group';
	readonly labelOf: (id: string | undefined) => string;
}

/** A shown result with what it was made from, so that the next display can be compared with it. */
export interface Display<Result> {
	readonly shown: Disclosed<Result>;
	/** People and counts behind it: stays on the facilitator's device. */
	readonly basis: ReadonlyMap<string, { readonly people: number; readonly text: string }>;
}

/** The smallest number of people a shown number may stand for: `min_cell`, never below 3. */
export const cellFloor = (settings: Pick<CommonSettings, 'min_cell'>): number =>
	Number.isFinite(settings.min_cell) ? Math.max(3, Math.ceil(settings.min_cell)) : 5;

/**
 * The one place of the k rule. What it answers is safe to show on the stage, on phones and in
 * reports. For kinds with `disclosure: 'people'` and k = `min_cell`:
 *
 * - the total appears from k people on, a question within it from k answers on;
 * - every split cell, and whatever is left when any shown cells are subtracted from the total,
 *   stands for 0 or at least k people, in all and for each question, and never for people who all
 *   gave the same answer. Cells are put together until that holds; if it cannot, no split is shown.
 *
 * Tallies and people without a role belong to the cell put together. Pure; the order of
 * contributions and tallies does not matter.
 */
export function disclose<Settings extends CommonSettings, Body, Result>(
	activity: Activity<Settings, Body, Result>,
	settings: Settings,
	contributions: readonly Contribution<Body>[],
	tallies: readonly Tally[],
	split?: Split
): Disclosed<Result> {
	const part = (
		ids: readonly string[],
		own: readonly Contribution<Body>[],
		sums: readonly Tally[]
	) => makePart(activity, settings, ids, own, sums);
	const everyone = part([], contributions, tallies);
	const { people } = everyone;
	if (activity.disclosure === 'none') {
		return { people, total: activity.reduce(settings, contributions, tallies), cells: [] };
	}
	const k = cellFloor(settings);
	if (people < k) return { people, total: undefined, cells: [], note: 'too-few' };

	const thin = new Set(
		activity.withhold
			? [...everyone.questions].filter(([, q]) => q.people < k).map(([id]) => id)
			: []
	);
	const resultOf = (of: Part<Body>): Result => {
		const result = activity.reduce(settings, of.contributions, of.tallies);
		return activity.withhold && thin.size > 0 ? activity.withhold(settings, result, thin) : result;
	};
	const total = resultOf(everyone);
	if (!split) return { people, total, cells: [] };

	const homes = homesOf(contributions, split.by);
	const named = [...new Set(homes.values())]
		.filter((id) => id !== undefined)
		.map((id) =>
			part(
				[id],
				contributions.filter((one) => homes.get(one.person) === id),
				[]
			)
		)
		.sort((a, b) => b.people - a.people || compare(a.ids[0] ?? '', b.ids[0] ?? ''));
	const homeless = contributions.filter((one) => homes.get(one.person) === undefined);
	const shown = named.filter((cell) => isSafe(cell, k, thin));
	const hidden = named.filter((cell) => !shown.includes(cell));
	const joined = (cells: readonly Part<Body>[]) =>
		part(
			cells.flatMap((cell) => cell.ids).sort(compare),
			[...homeless, ...cells.flatMap((cell) => cell.contributions)],
			tallies
		);
	let others = joined(hidden);
	// What is left over could be derived as total minus the shown cells, so it must be safe itself.
	while (!isSafe(others, k, thin)) {
		const smallest = shown.pop();
		if (!smallest) break;
		hidden.push(smallest);
		others = joined(hidden);
	}
	const cells = others.people > 0 ? [...shown, others] : shown;
	if (cells.length < 2 || shown.length === 0) {
		return { people, total, cells: [], note: 'split-hidden' };
	}
	return {
		people,
		total,
		cells: cells.map((cell) => ({
			ids: cell.ids,
			label: split.labelOf(cell === others ? undefined : cell.ids[0]),
			people: cell.people,
			result: resultOf(cell)
		})),
		...(hidden.length > 0 ? { note: 'merged' as const } : {})
	};
}

/** Makes a display for `settle`: what may be shown now, and the people it stands for. */
export function display<Settings extends CommonSettings, Body, Result>(
	activity: Activity<Settings, Body, Result>,
	settings: Settings,
	contributions: readonly Contribution<Body>[],
	tallies: readonly Tally[]
): Display<Result> {
	const entries = [
		...contributions.map((one) => ['c' + one.id, { people: 1, text: textOf(one.body) }] as const),
		...tallies.map(
			(one) => ['t' + one.id, { people: one.people, text: textOf(one.counts) }] as const
		)
	];
	return {
		shown: disclose(activity, settings, contributions, tallies),
		basis: new Map(entries)
	};
}

/**
 * What the room sees next while answers come in (`show: live`) in a step whose answers are hidden by
 * name or split: the previous display stays until nobody's or at least `k` people's answers differ,
 * because in a room one sees who has just tapped. Never holds a split: that waits until the step
 * is closed, when the session calls `disclose` once. Kinds with `disclosure: 'none'` do not need it.
 */
export function settle<Result>(
	previous: Display<Result> | undefined,
	next: Display<Result>,
	k: number
): Display<Result> {
	if (!previous || previous.shown.total === undefined || next.shown.total === undefined)
		return next;
	const changed = changedPeople(previous, next);
	return changed === 0 || changed >= k ? next : previous;
}

/** How many people's answers differ between two displays. */
export function changedPeople(a: Display<unknown>, b: Display<unknown>): number {
	let changed = 0;
	for (const id of new Set([...a.basis.keys(), ...b.basis.keys()])) {
		const before = a.basis.get(id);
		const after = b.basis.get(id);
		if (before?.text === after?.text && before?.people === after?.people) continue;
		changed += Math.max(1, Math.abs((after?.people ?? 0) - (before?.people ?? 0)));
	}
	return changed;
}

interface Question {
	/** People who answered it. */
	readonly people: number;
	/** People by answer; the empty answer is "not chosen". */
	readonly by: ReadonlyMap<string, number>;
}

interface Part<Body> {
	readonly ids: readonly string[];
	readonly contributions: readonly Contribution<Body>[];
	readonly tallies: readonly Tally[];
	readonly people: number;
	readonly questions: ReadonlyMap<string, Question>;
}

function makePart<Settings extends CommonSettings, Body, Result>(
	activity: Activity<Settings, Body, Result>,
	settings: Settings,
	ids: readonly string[],
	contributions: readonly Contribution<Body>[],
	tallies: readonly Tally[]
): Part<Body> {
	const seats = new Set(contributions.map((one) => one.person));
	const questions = new Map<string, { people: number; by: Map<string, number> }>();
	const count = (
		id: string,
		people: number,
		answers: Iterable<readonly [string, number]>
	): void => {
		const question = questions.get(id) ?? { people: 0, by: new Map<string, number>() };
		question.people += people;
		for (const [answer, n] of answers) question.by.set(answer, (question.by.get(answer) ?? 0) + n);
		questions.set(id, question);
	};
	for (const given of answersByPerson(activity, settings, contributions)) {
		for (const [id, answers] of given)
			count(
				id,
				1,
				[...answers].map((answer) => [answer, 1])
			);
	}
	for (const tally of tallies) {
		for (const [row, n] of Object.entries(tally.counts)) {
			const at = row.indexOf('=');
			const chosen = Math.min(n, tally.people);
			if (at >= 0) count(row.slice(0, at), n, [[row.slice(at + 1), n]]);
			else
				count(row, tally.people, [
					['yes', chosen],
					['', tally.people - chosen]
				]);
		}
	}
	const people = seats.size + tallies.reduce((sum, tally) => sum + tally.people, 0);
	return { ids, contributions, tallies, people, questions };
}

/** For each person, the answers given to each question (several when `perPerson` is `many`). */
function answersByPerson<Settings extends CommonSettings, Body, Result>(
	activity: Activity<Settings, Body, Result>,
	settings: Settings,
	contributions: readonly Contribution<Body>[]
): Iterable<ReadonlyMap<string, ReadonlySet<string>>> {
	const people = new Map<string, Map<string, Set<string>>>();
	for (const one of contributions) {
		const given = people.get(one.person) ?? new Map<string, Set<string>>();
		people.set(one.person, given);
		for (const [id, answer] of Object.entries(activity.answers?.(settings, one.body) ?? {})) {
			given.set(id, (given.get(id) ?? new Set()).add(answer));
		}
	}
	return people.values();
}

/** The cell each person belongs to; the same whatever the order of their contributions. */
function homesOf(
	contributions: readonly Contribution[],
	by: Split['by']
): ReadonlyMap<string, string | undefined> {
	const homes = new Map<string, string | undefined>();
	for (const one of contributions) {
		const known = homes.get(one.person);
		const home = one[by];
		if (known === undefined || (home !== undefined && home < known)) homes.set(one.person, home);
	}
	return homes;
}

/** Nobody, or at least k people in all and for each question, who do not all answer alike. */
function isSafe(part: Part<unknown>, k: number, ignored: ReadonlySet<string>): boolean {
	if (part.people === 0) return true;
	if (part.people < k) return false;
	for (const [id, question] of part.questions) {
		if (ignored.has(id) || question.people === 0) continue;
		if (question.people < k) return false;
		for (const [answer, n] of question.by) if (answer !== '' && n >= question.people) return false;
	}
	return true;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = (value: unknown): string => JSON.stringify(value) ?? '';
