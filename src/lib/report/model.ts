/** State of a line while the report is being edited; a published report has none of it. */
export interface TextEdit {
	/** Key under which other words are kept: of one language where the tool or the script worded the line. */
	readonly key: string;
	readonly original: string;
	/**
	 * `offered`: a quote that is in the report only when somebody chooses it. `follows`: the same words
	 * are hidden elsewhere. `empty`: a line the facilitator may write.
	 */
	readonly state: 'shown' | 'hidden' | 'offered' | 'follows' | 'empty';
}

/** One line with its stable id, `<place>.<block>.<line>`. */
export interface ReportText {
	readonly id: string;
	readonly text: string;
	/** BCP 47 tag of the words, when it is not surely the report's. */
	readonly lang?: string | undefined;
	readonly edit?: TextEdit | undefined;
}

/** Columns of an action, in the order of the CSV. */
export const ACTION_FIELDS = [
	'what',
	'why',
	'who',
	'with',
	'first_step',
	'when',
	'money',
	'success',
	'help_needed'
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

export const ACTION_STATES = ['new', 'started', 'done', 'stuck', 'dropped'] as const;

/** An action or a promise. `edit` is that of the whole row. */
export interface ActionRow {
	readonly id: string;
	readonly cells: Readonly<Partial<Record<ActionField, ReportText>>>;
	readonly status: (typeof ACTION_STATES)[number];
	readonly edit?: TextEdit | undefined;
}

export interface TableRow {
	readonly id: string;
	readonly cells: readonly string[];
	readonly edit?: TextEdit | undefined;
}

export interface BarRow {
	readonly line: ReportText;
	readonly count: number;
}

/** A block with what is needed to draw it. `brief`: it is in the two-pager as well. */
export type Block = { readonly brief: boolean } & (
	| { readonly type: 'heading' | 'paragraph'; readonly line: ReportText }
	| { readonly type: 'list' | 'quotes'; readonly lines: readonly ReportText[] }
	| { readonly type: 'bars'; readonly rows: readonly BarRow[]; readonly unit?: string | undefined }
	| {
			readonly type: 'table';
			readonly columns: readonly string[];
			readonly rows: readonly TableRow[];
			readonly caption?: string | undefined;
	  }
	| { readonly type: 'actions'; readonly rows: readonly ActionRow[] }
);

/** Sections in the order of the working report. */
export const SECTIONS = [
	'room',
	'picture',
	'heard',
	'plan',
	'disagreed',
	'open',
	'promises',
	'went',
	'time',
	'method',
	'annex'
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface ReportSection {
	readonly id: SectionId;
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** A sphere, or several put together; never 1 to k−1 people. */
export interface RoomGroup {
	/** Role id, `-` for those who did not say, `+` for groups put together. */
	readonly id: string;
	readonly label: string;
	readonly count: number;
}

export const REPORT_FORMAT = 'plenum-report/1';

/** A report in one language: only what may be shown to anybody. The same data make page, print, CSV and JSON. */
export interface Report {
	readonly format: typeof REPORT_FORMAT;
	/** BCP 47. */
	readonly locale: string;
	readonly workshop: {
		readonly id: string;
		readonly title: string;
		readonly version: string;
		readonly digest: string;
		readonly variants: readonly string[];
	};
	readonly place: string;
	/** `YYYY-MM-DD` or empty. */
	readonly date: string;
	readonly title: ReportText;
	readonly intro: ReportText;
	/** When and where people meet again; absent until somebody writes it. */
	readonly next?: ReportText | undefined;
	/** People in the room; absent while they are fewer than k. */
	readonly people?: number | undefined;
	readonly groups: readonly RoomGroup[];
	/** Smallest group of people that has its own number. */
	readonly least: number;
	/** True when groups were put together. */
	readonly merged: boolean;
	readonly sections: readonly ReportSection[];
}

/** The first actions of the plan, three at most. */
export const firstActions = (report: Report): readonly ActionRow[] => actionsOf(report).slice(0, 3);

/** The actions of the plan, without promises. */
export const actionsOf = (report: Report): readonly ActionRow[] =>
	report.sections
		.filter(({ id }) => id === 'plan')
		.flatMap(({ blocks }) => blocks)
		.flatMap((block) => (block.type === 'actions' ? block.rows : []));
