import type { Activity, CommonSettings, Disclosed } from '#lib/activities/activity.ts';

/** What the facilitator changed: hidden, or in other words. Keys are those of `TextEdit` and `ReportText`. */
export type ReportEdits = Readonly<
	Record<string, { readonly hidden: boolean; readonly text?: string }>
>;

/**
 * How much of a place's words may be in the report. `numbers`: the step is sensitive, nothing is
 * quoted. `nothing`: what it counted are sensitive words themselves, so even its labels stay out.
 */
export type Openness = 'words' | 'numbers' | 'nothing';

/** One place of the day with what the room may see of it. */
export interface ReportPlace {
	readonly id: string;
	/** Title of the step, in the language of the report. */
	readonly title: string;
	readonly activity: Activity;
	/** In the language of the report, with items. */
	readonly settings: CommonSettings;
	/** After moderation and the k rule; the report never sees anything else. */
	readonly shown: Disclosed<unknown>;
	readonly before?: Disclosed<unknown>;
	readonly openness: Openness;
}

/** What happened in one step: whole minutes. */
export interface ReportTime {
	readonly id: string;
	readonly title: string;
	readonly planned: number;
	/** Undefined when nobody was ever in the step. */
	readonly actual?: number;
	readonly skipped?: 'late' | 'not-needed' | 'energy-low' | 'other';
	/** True when another step stood in for the planned one. */
	readonly replaced: boolean;
}

/** Which workshop this was, so that the report can be checked and repeated. */
export interface ReportWorkshop {
	readonly id: string;
	readonly title: string;
	readonly version: string;
	readonly digest: string;
	readonly status: 'draft' | 'pilot' | 'stable' | 'retired';
	/** Titles of the chosen variants. */
	readonly variants: readonly string[];
	readonly authors: readonly string[];
	readonly license?: string;
	/** Why this version exists, in the author's words. */
	readonly origin?: { readonly text: string; readonly lang: string };
}

/** Everything a report is made of, in one language and already safe to show to anybody. */
export interface ReportSource {
	readonly workshop: ReportWorkshop;
	readonly session: {
		readonly place: string;
		/** `YYYY-MM-DD` or empty. */
		readonly date: string;
		readonly organiser: string;
		readonly facilitator: string;
	};
	/** Smallest number of people a number may stand for. */
	readonly k: number;
	/** People by sphere as counted; put together by `roomGroups` before anything is shown. */
	readonly spheres: readonly {
		readonly id: string;
		readonly label: string;
		readonly count: number;
	}[];
	readonly places: readonly ReportPlace[];
	readonly times: readonly ReportTime[];
	readonly edits: ReportEdits;
}
