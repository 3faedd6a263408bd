import type { CommonSettings, Disclosed } from '#lib/activities/activity.ts';
import { cellFloor } from '#lib/activities/disclose.ts';
import type { Openness, ReportPlace, ReportSource, ReportTime } from '#lib/report/source.ts';
import { localeFor, localiseText } from '#lib/script/localise.ts';
import type { SessionSnapshot } from '#lib/script/snapshot.ts';
import { stepOf } from '#lib/script/script.ts';
import type { Plan } from '#lib/script/variants.ts';
import { rolesIn, type DayPlace } from '#lib/session/day.ts';
import type { PlaceResult } from '#lib/session/results.ts';
import { stepRun, type RunState } from '#lib/session/run.ts';
import type { Setup } from '#lib/session/setup.ts';
import { spent } from '#lib/session/timing.ts';

/** The parts of an open desk that a report is made of. */
export interface ReportDesk {
	readonly snapshot: SessionSnapshot;
	readonly plan: Plan;
	readonly setup: Setup;
	readonly run: RunState;
	readonly day: readonly DayPlace[];
	/** People by role id; `none` for those who did not say. */
	readonly spheres: ReadonlyMap<string, number>;
	readonly result: (place: string) => PlaceResult | undefined;
	/** Settings in one language, items included. */
	readonly settings: (
		place: DayPlace,
		locale: string
	) => { readonly settings: CommonSettings } | undefined;
	readonly now: () => number;
}

/** Words for what the script does not name. */
export interface ReportLabels {
	readonly unsaid: string;
	readonly others: string;
}

/** True once anybody has answered anything: before that there is nothing to report. */
export const hasAnswers = (desk: Pick<ReportDesk, 'day' | 'result'>): boolean =>
	desk.day.some(({ id }) => (desk.result(id)?.answered ?? 0) > 0);

/**
 * Collects what a report needs from an open desk, in one language. Only disclosed results are taken, so
 * nothing else can reach the report.
 */
export function reportSource(desk: ReportDesk, locale: string, labels: ReportLabels): ReportSource {
	const { snapshot, setup, run } = desk;
	const worded = localeFor(locale, desk.plan.words);
	const roles = rolesIn(snapshot, worded);
	const titles = new Map(roles.map(({ id, title }) => [id, title]));
	const places = desk.day.flatMap((place): readonly ReportPlace[] => {
		const counted = desk.result(place.id);
		const found = desk.settings(place, locale);
		if (!counted || !found || !happened(desk, place.id)) return [];
		const before = counted.place.compareTo;
		const earlier = before === undefined ? undefined : desk.result(before)?.disclosed;
		const relabelled = (shown: Disclosed<unknown>) => relabel(shown, titles, labels.others);
		const openness = opennessOf(desk, counted);
		return [
			{
				id: place.id,
				title: titleOf(snapshot, place, worded),
				activity: counted.place.activity,
				settings: openness === 'words' ? found.settings : { ...found.settings, sensitive: true },
				shown: relabelled(counted.disclosed),
				...(earlier ? { before: relabelled(earlier) } : {}),
				openness
			}
		];
	});
	const floors = desk.day.flatMap(({ id }) => {
		const settings = desk.result(id)?.settings;
		return settings ? [cellFloor(settings)] : [];
	});
	return {
		workshop: workshopOf(snapshot, desk.plan, worded),
		session: {
			place: setup.place,
			date: setup.date,
			organiser: setup.organiser,
			facilitator: setup.facilitator
		},
		k: Math.max(5, ...floors),
		spheres: spheresOf(desk, roles, labels.unsaid),
		places,
		times: desk.day.map((place) => timeOf(desk, place, worded)),
		edits: run.edits
	};
}

/**
 * People by sphere: as they said on joining, or in the check-in where more said it there (on paper, by
 * raised hands). All others in the room are those who did not say.
 */
function spheresOf(
	desk: ReportDesk,
	roles: ReturnType<typeof rolesIn>,
	unsaid: string
): ReportSource['spheres'] {
	const joined = roles.map(({ id, title }) => ({
		id,
		label: title,
		count: desk.spheres.get(id) ?? 0
	}));
	const arrivals = desk.day.flatMap(({ id }) => {
		const counted = desk.result(id);
		return counted?.place.activity.kind === 'check-in' ? [counted] : [];
	});
	const said = joined.map((role) => ({
		...role,
		count: arrivals.reduce((sum, counted) => sum + saidIn(counted, desk.run, role.id), 0)
	}));
	const sum = (groups: typeof joined): number => groups.reduce((all, { count }) => all + count, 0);
	const groups = sum(said) > sum(joined) ? said : joined;
	const phones = [...desk.spheres.values()].reduce((all, count) => all + count, 0);
	const answered = Math.max(0, ...arrivals.map((counted) => counted.answered));
	const people = Math.max(phones + desk.run.heads, answered);
	return [...groups, { id: '-', label: unsaid, count: Math.max(0, people - sum(groups)) }];
}

/** How many said this sphere in a check-in. */
function saidIn({ place, settings, gathered }: PlaceResult, run: RunState, role: string): number {
	const told = gathered.cleared.filter(
		({ body }) => place.activity.answers?.(settings, body)['sphere'] === role
	);
	const counted = stepRun(run, place.id).tallies.map(({ counts }) => counts[`sphere=${role}`] ?? 0);
	return new Set(told.map(({ person }) => person)).size + counted.reduce((a, b) => a + b, 0);
}

const happened = (desk: ReportDesk, place: string): boolean =>
	stepRun(desk.run, place).stays.length > 0 || (desk.result(place)?.answered ?? 0) > 0;

const titleOf = (snapshot: SessionSnapshot, { step }: DayPlace, locale: string): string =>
	localiseText(snapshot, `steps.${step.id}.title`, step.title, locale).value;

/**
 * A sensitive step gives numbers only. So does a step in which the facilitator arranges its cards, and
 * one that asks about those very words gives nothing at all.
 */
function opennessOf(desk: ReportDesk, { place, settings }: PlaceResult): Openness {
	if (settings.sensitive) return 'numbers';
	const source = place.from?.place === undefined ? undefined : desk.result(place.from.place);
	if (!source?.settings.sensitive || !source.place.activity.freeText) return 'words';
	if (source.items.length === 0) return 'words';
	return place.activity.arranged ? 'numbers' : 'nothing';
}

/** Split results name their groups in the language of the report. */
function relabel(
	shown: Disclosed<unknown>,
	titles: ReadonlyMap<string, string>,
	others: string
): Disclosed<unknown> {
	return {
		...shown,
		// The session gives no label to the groups put together.
		cells: shown.cells.map((cell) => ({
			...cell,
			label: cell.label === '' ? others : (titles.get(cell.ids[0] ?? '') ?? cell.label)
		}))
	};
}

function timeOf(desk: ReportDesk, place: DayPlace, locale: string): ReportTime {
	const { snapshot, plan, run } = desk;
	const { stays, skipped } = stepRun(run, place.id);
	const planned = plan.steps.find(({ id }) => id === place.id);
	const source = planned ? (stepOf(snapshot.script, planned.step.id) ?? place.step) : place.step;
	return {
		id: place.id,
		title: localiseText(snapshot, `steps.${source.id}.title`, source.title, locale).value,
		planned: planned?.minutes.best ?? place.minutes.best,
		...(stays.length > 0 ? { actual: Math.round(spent(run, place.id, desk.now()) / 60_000) } : {}),
		...(skipped ? { skipped } : {}),
		replaced: run.replaced[place.id] !== undefined
	};
}

function workshopOf(
	snapshot: SessionSnapshot,
	plan: Plan,
	locale: string
): ReportSource['workshop'] {
	const { script, id, version, digest } = snapshot;
	const index = script.changelog?.findIndex((change) => change.version === version) ?? -1;
	const why = script.changelog?.[index]?.why;
	const origin =
		why === undefined ? undefined : localiseText(snapshot, `changelog.${index}.why`, why, locale);
	return {
		id,
		title: localiseText(snapshot, 'title', script.title, locale).value,
		version,
		digest,
		status: script.status,
		variants: plan.variants.flatMap((variant) => {
			const found = script.variants?.find((each) => each.id === variant);
			if (!found) return [];
			return [localiseText(snapshot, `variants.${variant}.title`, found.title, locale).value];
		}),
		authors: (script.authors ?? []).map(({ name, org }) => (org ? `${name}, ${org}` : name)),
		...(script.license === undefined ? {} : { license: script.license }),
		...(origin ? { origin: { text: origin.value, lang: origin.lang } } : {})
	};
}
