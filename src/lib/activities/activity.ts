import type { GenericSchema } from 'valibot';
import type { Fields } from './field.ts';

/** Where a contribution came in. People are counted once, whatever the way. */
export type Source = 'phone' | 'shared' | 'paper' | 'hands' | 'facilitator';

/** State of an activity in the run. `shown` = results are on the stage (and where the step says so on phones). */
export type Phase = 'waiting' | 'open' | 'closed' | 'shown';

/** A thing a later step can take: an idea, a named cluster, a ranked item, an action. */
export interface Item {
	readonly id: string;
	readonly text: string;
	/** BCP 47 tag of the language it was written in, when known. */
	readonly lang?: string;
	/** Dots, people, mentions: what the step counted. */
	readonly count?: number;
	/** Ids of the items it was made from. */
	readonly from?: readonly string[];
}

/**
 * One person's answer (or one of several, for kinds with `perPerson: 'many'`): plain, whole and
 * replaceable. `person` is a seat, never a name.
 */
export interface Contribution<Body = unknown> {
	readonly id: string;
	readonly person: string;
	readonly source: Source;
	readonly role?: string;
	readonly group?: string;
	/** Language the person was using. */
	readonly lang?: string;
	readonly body: Body;
}

/** A count typed in by the facilitator: hands raised or sheets counted. Keys are those of `tallyRows`. */
export interface Tally {
	readonly id: string;
	readonly source: 'hands' | 'paper';
	/** How many people took part in this count; at least the largest count where one person has one voice. */
	readonly people: number;
	readonly counts: Readonly<Record<string, number>>;
}

/** Settings every kind has, converted from the script and put into one language by the session. */
export interface CommonSettings {
	readonly kind: string;
	readonly prompt?: string;
	readonly help?: string;
	readonly each: 'person' | 'pair' | 'group' | 'facilitator';
	readonly delivery: 'phone' | 'paper' | 'hands' | 'spoken';
	readonly names: 'hidden' | 'shown' | 'choose';
	readonly change_answer: boolean;
	readonly open: 'manual' | 'auto';
	readonly seconds?: number;
	readonly show: 'live' | 'after-close' | 'on-reveal' | 'never';
	readonly moderation: 'off' | 'before' | 'after';
	readonly sensitive: boolean;
	readonly breakdown_by: 'none' | 'role' | 'group';
	readonly min_cell: number;
	/** What `from:` brought, resolved by the session; the items of the source step in its order. */
	readonly items?: readonly Item[];
}

/** Blocks of a report. One place escapes and renders them (HTML, CSV, JSON); kinds never write markup. */
export type ReportBlock =
	| { readonly type: 'heading'; readonly text: string }
	| { readonly type: 'paragraph'; readonly text: string; readonly lang?: string }
	| { readonly type: 'list'; readonly items: readonly ReportLine[] }
	| { readonly type: 'quotes'; readonly items: readonly ReportLine[] }
	| { readonly type: 'bars'; readonly rows: readonly ReportBar[]; readonly unit?: string }
	| {
			readonly type: 'table';
			readonly columns: readonly string[];
			readonly rows: readonly (readonly string[])[];
			readonly caption?: string;
	  }
	| { readonly type: 'actions'; readonly rows: readonly ReportAction[] };

/** `id` lets the facilitator hide or reword the line in the report. */
export interface ReportLine {
	readonly id: string;
	readonly text: string;
	readonly lang?: string;
}
export interface ReportBar {
	readonly id: string;
	readonly label: string;
	readonly count: number;
	readonly lang?: string;
}
export interface ReportAction {
	readonly id: string;
	readonly what: string;
	readonly why?: string;
	readonly who?: string;
	readonly with?: string;
	readonly first_step?: string;
	/** ISO date. */
	readonly when?: string;
	readonly money?: string;
	readonly success?: string;
	readonly help_needed?: string;
	readonly status: 'new' | 'started' | 'done' | 'stuck' | 'dropped';
}

/** Words of the interface in one language: message id and arguments to text. */
export type Translate = (id: string, args?: Readonly<Record<string, string | number>>) => string;

/**
 * What may be shown after the k rule: applied outside the kinds, before any view or report.
 * `total` is undefined while fewer than k people have answered.
 */
export interface Disclosed<Result> {
	/** People who answered, all sources together. */
	readonly people: number;
	readonly total: Result | undefined;
	/** Split by role or group; small cells are merged, and merged further until none can be derived. */
	readonly cells: readonly {
		readonly ids: readonly string[];
		readonly label: string;
		readonly people: number;
		readonly result: Result;
	}[];
	/** Why less is shown than was asked for. */
	readonly note?: 'too-few' | 'merged' | 'split-hidden';
}

/**
 * The contract of an activity kind. A kind is one folder with `schema.ts`, `reduce.ts`, `report.ts`,
 * `index.ts`, four views, `messages/`, `fixtures.ts` and a test; the registry finds it by itself.
 *
 * `reduce` is a function of a set: any order, any subset, never throws on valid input.
 */
export interface Activity<
	Settings extends CommonSettings = CommonSettings,
	Body = unknown,
	Result = unknown
> {
	/** Name in scripts and sessions; never renamed, only migrated. Equals the folder's name. */
	readonly kind: string;
	/** Lucide icon name, for lists and phones. */
	readonly icon: string;
	/** What `from:` may take of it. */
	readonly produces: 'items' | 'counts' | 'notes' | 'actions' | 'nothing';
	readonly perPerson: 'one' | 'many';
	/** Common fields this kind does not use, so that the checker can say so. */
	readonly without?: readonly (keyof CommonSettings)[];
	/** Whether `items`/`from` is required, optional or unknown to it. */
	readonly takes: 'required' | 'optional' | 'nothing';
	/** True when people write free text others could read: moderation is then `before` by default. */
	readonly freeText: boolean;
	/**
	 * `people`: numbers are hidden below `min_cell` people. `none`: nothing to protect by counting
	 * (free text is protected by moderation instead).
	 */
	readonly disclosure: 'people' | 'none';
	/** The kind's own fields; the common ones are added by the script's registry. */
	readonly fields: Fields;
	/** Settings-level rules beyond single fields; answers problem texts by path below the activity. */
	readonly check?: (
		settings: Settings
	) => readonly { readonly path: string; readonly message: string }[];
	/** Refuses everything that is not one whole contribution of this kind. Limits on length live here. */
	readonly body: GenericSchema<unknown, Body>;
	/** The empty answer a form starts from. */
	readonly blank: (settings: Settings) => Body;
	/** True when the body may be sent: within limits and not empty. Must hold only for bodies the schema accepts. */
	readonly complete: (settings: Settings, body: Body) => boolean;
	readonly reduce: (
		settings: Settings,
		contributions: readonly Contribution<Body>[],
		tallies: readonly Tally[]
	) => Result;
	/**
	 * One person's answer to each countable question, for the k rule's test of unanimous cells.
	 * Absent for kinds with `disclosure: 'none'`. A question left out was skipped; the empty string
	 * means "not chosen", which counts as answering but says nothing that could be unanimous.
	 */
	readonly answers?: (settings: Settings, body: Body) => Readonly<Record<string, string>>;
	/**
	 * The result with these questions (those of `answers`) taken out, because fewer than k people
	 * answered them. For kinds whose questions can be skipped one by one.
	 */
	readonly withhold?: (
		settings: Settings,
		result: Result,
		questions: ReadonlySet<string>
	) => Result;
	/**
	 * Rows that can be counted by hands or sheets. Absent = only whole sheets can be typed in. Ids are
	 * `question` (chosen or not) or `question=answer` (one answer each), questions as in `answers`.
	 */
	readonly tallyRows?: (
		settings: Settings
	) => readonly { readonly id: string; readonly label: string }[];
	/** Free texts inside one contribution that need a look before the stage. Ids are stable within the body. */
	readonly texts?: (body: Body) => readonly { readonly id: string; readonly text: string }[];
	/** Copy of the body without the texts of these ids (hidden by moderation); undefined when nothing is left. */
	readonly without_texts?: (body: Body, ids: ReadonlySet<string>) => Body | undefined;
	/** What a later step takes. Order = the order it should be shown in. */
	readonly items?: (settings: Settings, result: Result) => readonly Item[];
	/**
	 * Sections for the report, in the language of `settings` and `t`. Applied to disclosed results
	 * only. `before` is the disclosed result of the step named by `compare_to`.
	 */
	readonly report: (
		settings: Settings,
		shown: Disclosed<Result>,
		t: Translate,
		before?: Disclosed<Result>
	) => readonly ReportBlock[];
	/** Most contributions one person may have, for kinds with `perPerson: 'many'`. Absent = no limit. */
	readonly limit?: (settings: Settings) => number;
	/** How many stage pages the result fills, at least 1; `page` of StageProps chooses one. Absent = 1. */
	readonly stagePages?: (settings: Settings, result: Result) => number;
	/** True when the facilitator arranges the result (cluster): such contributions carry source `facilitator`. */
	readonly arranged?: boolean;
}

/** Keeps a kind's types where it is written; the registry erases them. */
export const defineActivity = <Settings extends CommonSettings, Body, Result>(
	activity: Activity<Settings, Body, Result>
): Activity<Settings, Body, Result> => activity;

/** Props of ParticipantView: a form and nothing else. Sending, states and drafts belong to the phone shell. */
export interface ParticipantProps<Settings, Body, Result> {
	readonly settings: Settings;
	/** Draft or sent answer; starts as `blank(settings)`. */
	readonly value: Body;
	/** Called on every change with the whole new value. */
	readonly onchange: (value: Body) => void;
	readonly phase: Phase;
	/** Results, only when the step shows them on phones. */
	readonly shown?: Disclosed<Result>;
	/** The person's own contributions already in (kinds with `perPerson: 'many'`). */
	readonly mine: readonly Body[];
	readonly disabled: boolean;
	readonly t: Translate;
	readonly locale: string;
}

/** Props of FacilitatorView: the result as it comes in, before the room sees it. */
export interface FacilitatorProps<Settings, Body, Result> {
	readonly settings: Settings;
	readonly result: Result;
	/** Answers without the person; ids let the facilitator arrange them. */
	readonly contributions: readonly Contribution<Body>[];
	readonly phase: Phase;
	/** For arranged kinds: the facilitator's own contribution, replaced as a whole. */
	readonly arrange?: (body: Body) => void;
	readonly t: Translate;
	readonly locale: string;
}

/** Props of StageView: sizes in cqh, one or two languages, already disclosed. */
export interface StageProps<Settings, Result> {
	readonly settings: Settings;
	/** The same settings in the second stage language, and that language's tag. */
	readonly second?: { readonly settings: Settings; readonly locale: string };
	readonly shown?: Disclosed<Result>;
	/** Result of the step named by `compare_to`, disclosed by the same rule. */
	readonly before?: Disclosed<Result>;
	readonly phase: Phase;
	readonly answered: number;
	readonly present: number;
	/** Page of a result that fills several (`stagePages`), from 0; a page that is not there shows the last. */
	readonly page?: number;
	readonly t: Translate;
	readonly locale: string;
}

/** Props of PaperView: the paper twin, printed per language. */
export interface PaperProps<Settings> {
	readonly settings: Settings;
	/** Step reference printed in the corner, so that sheets are typed in under the right step. */
	readonly code: string;
	readonly t: Translate;
	readonly locale: string;
}

/** A set of contributions with the result it must give. `name` says what it shows, for example `one person`. */
export interface Fixture<Settings, Body, Result> {
	readonly name: string;
	readonly settings: Settings;
	readonly contributions: readonly Contribution<Body>[];
	readonly tallies?: readonly Tally[];
	readonly result: Result;
}
