import type { CommonSettings } from '#lib/activities/activity.ts';
import { activities } from '#lib/activities/registry.ts';
import { localeFor, type Localisable } from '#lib/script/localise.ts';
import type { Script, Step } from '#lib/script/script.ts';
import type { Plan } from '#lib/script/variants.ts';
import { dayOf, settingsAt, wording, type DayPlace, type Values } from '#lib/session/day.ts';
import { foldRun } from '#lib/session/run.ts';
import type { Setup } from '#lib/session/setup.ts';

/** What can be printed of a session. */
export const SHEETS = [
	'poster',
	'twins',
	'pages',
	'rules',
	'runsheet',
	'guide',
	'recovery'
] as const;
export type SheetId = (typeof SHEETS)[number];

export const isSheet = (text: string): text is SheetId => SHEETS.some((sheet) => sheet === text);

/** A step with its number as it stands on paper: `7`, and `7b` for a backup that can replace it. */
export interface CodedStep {
	readonly code: string;
	readonly step: Step;
	/** It is in the plan, not only a backup. */
	readonly planned: boolean;
}

/** Steps of the plan in order, then the backups that are not in it. */
export function codedSteps(script: Script, plan: Plan): readonly CodedStep[] {
	const planned = plan.steps.map(({ step, id }, index) => ({
		code: String(index + 1),
		step: { ...step, id },
		planned: true
	}));
	const numberOf = new Map(
		plan.steps.map(({ id, replaces }, index) => [replaces ?? id, index + 1])
	);
	const replaces = new Map(
		(script.variants ?? []).flatMap((variant) =>
			Object.entries(variant.use_instead ?? {}).map(([step, by]) => [by, step] as const)
		)
	);
	const used = new Set(plan.steps.map(({ id }) => id));
	const taken = new Map<string, number>();
	const backups = (script.alternates ?? [])
		.filter(({ id }) => !used.has(id))
		.map((step) => {
			const number = numberOf.get(replaces.get(step.id) ?? '');
			const base = number === undefined ? '+' : String(number);
			const nth = (taken.get(base) ?? 0) + 1;
			taken.set(base, nth);
			const code = number === undefined ? `+${nth}` : `${base}${String.fromCodePoint(97 + nth)}`;
			return { code, step, planned: false };
		});
	return [...planned, ...backups];
}

/** One paper form. */
export interface PaperTwin {
	readonly code: string;
	readonly kind: string;
	readonly lang: string;
	readonly settings: CommonSettings;
}

/** What paper forms are made of; `desk` is there once the session has run, for the items people made. */
export interface TwinSource {
	readonly workshop: Localisable;
	readonly plan: Plan;
	readonly setup: Setup;
	readonly joinCode: string;
	readonly desk?:
		| {
				readonly day: readonly DayPlace[];
				readonly settings: (
					place: DayPlace,
					locale: string
				) => { readonly lang: string; readonly settings: CommonSettings } | undefined;
		  }
		| undefined;
}

/** Values of placeholders on paper that is printed before the day: no clock is running. */
export const paperValues = ({ workshop, plan, setup, joinCode }: TwinSource): Values => {
	const run = foldRun([]);
	return wording(setup, joinCode, dayOf(workshop, plan, run), run);
};

/** The paper twin of every activity in one language, backups included. */
export function paperTwins(source: TwinSource, locale: string): readonly PaperTwin[] {
	const { workshop, plan, desk } = source;
	const values = paperValues(source);
	const worded = localeFor(locale, plan.words);
	return codedSteps(workshop.script, plan).flatMap(({ code, step }) => {
		const kind = step.activity?.kind;
		if (kind === undefined || !activities.has(kind)) return [];
		const ran = desk?.day.find((place) => place.step.id === step.id);
		const made = ran && desk?.settings(ran, locale);
		const found =
			made ?? settingsAt(workshop, placeOf(step), worded, values, source.setup.phoneLanguages);
		return found
			? [{ code, kind, lang: found.lang, settings: withLines(step, found.settings) }]
			: [];
	});
}

/** Rows to write into where a choice is made between things nobody has said yet. */
const BLANK_ROWS = 8;

function withLines(step: Step, settings: CommonSettings): CommonSettings {
	const activity = activities.get(settings.kind);
	const isChoice = activity?.takes === 'required' && !activity.arranged;
	if (!isChoice || (settings.items && settings.items.length > 0)) return settings;
	const count = Math.min(step.activity?.from?.take ?? BLANK_ROWS, 12);
	const items = Array.from({ length: count }, (_, index) => ({
		id: `blank-${index + 1}`,
		text: '\u00a0'
	}));
	return { ...settings, items };
}

const placeOf = (step: Step): DayPlace => ({
	id: step.id,
	step,
	phase: undefined,
	minutes: step.minutes,
	run: { id: step.id, minutes: step.minutes, screens: 1, parts: 1 }
});
