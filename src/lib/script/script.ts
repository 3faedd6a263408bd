import type { Sphere } from '#lib/base/sphere.ts';
import type { Quantity, Range } from './range.ts';

/**
 * A workshop script after conversion by the field registry: whole, checked in shape, defaults filled
 * in, texts in the source language. Fields the registry does not know are kept as they were written.
 */
export interface Script {
	readonly format: string;
	readonly id: string;
	readonly version: string;
	readonly status: 'draft' | 'pilot' | 'stable' | 'retired';
	/** BCP 47 tag of the texts in the script itself. */
	readonly language: string;
	readonly title: string;
	readonly summary: string;
	readonly about?: string;
	readonly authors?: readonly { name: string; org?: string; role?: string }[];
	readonly contact?: string;
	readonly license?: string;
	readonly derived_from?: {
		readonly id: string;
		readonly version?: string;
		readonly kind?: 'fork' | 'adaptation' | 'translation';
		readonly digest?: string;
		readonly note?: string;
	};
	readonly audience?: string;
	readonly objectives: readonly Objective[];
	readonly product?: string;
	readonly experience?: string;
	readonly group_size: Range;
	/** Minutes. */
	readonly duration: { readonly target: number; readonly buffer: number; readonly days: number };
	readonly roles?: readonly Role[];
	readonly team?: readonly TeamMember[];
	readonly groupings?: readonly Grouping[];
	readonly materials?: readonly Material[];
	readonly pages?: readonly Page[];
	readonly glossary?: readonly { id: string; term: string; meaning: string }[];
	readonly phases: readonly Phase[];
	readonly alternates?: readonly Step[];
	readonly variants?: readonly Variant[];
	readonly languages?: {
		readonly participants?: readonly string[];
		readonly fallback?: Readonly<Record<string, readonly string[]>>;
		readonly stage_max: number;
	};
	readonly ground_rules?: readonly string[];
	readonly care?: Care;
	readonly checklist?: readonly Task[];
	readonly evaluation?: {
		readonly before?: string;
		readonly after?: string;
		readonly follow_up_days?: number;
	};
	readonly retired_ids?: readonly string[];
	readonly changelog?: readonly Change[];
}

export interface Objective {
	readonly id: string;
	readonly text: string;
}

/** A sphere that participants belong to. */
export interface Role {
	readonly id: string;
	readonly title: string;
	readonly short?: string;
	readonly colour?:
		Sphere | 'blue' | 'green' | 'orange' | 'purple' | 'red' | 'teal' | 'yellow' | 'grey';
	readonly icon?: string;
	readonly expect?: Range;
}

export interface TeamMember {
	readonly id: string;
	readonly title: string;
	readonly duties?: string;
}

export interface Grouping {
	readonly id: string;
	readonly title: string;
	readonly method: 'random' | 'count-off' | 'mix-roles' | 'same-role' | 'choose' | 'manual';
	readonly size?: Range;
	readonly names: 'numbers' | 'colours' | 'animals' | 'custom';
	readonly keep_from?: string;
	readonly rotate: boolean;
}

export interface Material {
	readonly id: string;
	readonly title: string;
	readonly type: 'print' | 'stationery' | 'equipment' | 'room' | 'food' | 'digital';
	readonly qty: Quantity;
	readonly spare_percent?: number;
	readonly page?: string;
	readonly substitute?: string;
	readonly bring_by?: string;
}

export interface Page {
	readonly id: string;
	readonly title: string;
	readonly type:
		'infosheet' | 'handout' | 'worksheet' | 'ballot' | 'cards' | 'poster' | 'certificate';
	/** Path inside the workshop's folder. */
	readonly file: string;
	readonly qty?: Quantity;
	readonly paper: 'A3' | 'A4' | 'A5' | 'A6';
	readonly per_sheet: '1' | '2' | '4' | '8';
	readonly audience: 'participants' | 'facilitators';
}

export interface Phase {
	readonly id: string;
	readonly title: string;
	readonly purpose?: string;
	readonly day: number;
	/** `HH:MM`, an anchor such as lunch. */
	readonly starts_at?: string;
	/** Minutes kept free at the end. */
	readonly buffer: number;
	readonly steps: readonly Step[];
}

export type Delivery = 'phone' | 'paper' | 'hands' | 'spoken';

export interface Step {
	readonly id: string;
	readonly title: string;
	readonly category:
		| 'plenary'
		| 'input'
		| 'individual'
		| 'pairs'
		| 'small-group'
		| 'decision'
		| 'energiser'
		| 'break'
		| 'closing';
	readonly minutes: Range;
	readonly aim?: string;
	readonly objectives?: readonly string[];
	readonly need: 'must' | 'should' | 'could';
	readonly if_late: 'keep' | 'shorten' | 'skip';
	readonly owner: string;
	/** `all`, `solo`, `pairs` or the id of a grouping. */
	readonly grouping: string;
	readonly for_roles?: readonly string[];
	readonly room?: string;
	readonly materials?: readonly string[];
	readonly pages?: readonly string[];
	readonly notes?: Notes;
	readonly stage?: Screen;
	readonly screens?: readonly NamedScreen[];
	readonly phone?: Phone;
	readonly activity?: StepActivity;
	readonly parts?: readonly Part[];
	readonly debrief?: readonly string[];
	readonly author_note?: string;
}

/** Simple text (see `simple-text.ts`), for the facilitator only. */
export interface Notes {
	readonly say?: string;
	readonly do?: readonly string[];
	readonly ask?: readonly string[];
	readonly watch_for?: readonly string[];
	readonly if_stuck?: string;
	readonly key_messages?: readonly string[];
	readonly transition?: string;
	readonly inclusion?: string;
	readonly background?: string;
}

export interface Screen {
	readonly layout:
		| 'title'
		| 'text'
		| 'prompt'
		| 'results'
		| 'timer'
		| 'agenda'
		| 'join'
		| 'image'
		| 'split'
		| 'blank';
	readonly title?: string;
	readonly body?: string;
	readonly image?: string;
	readonly alt?: string;
	readonly timer: 'none' | 'step' | 'part' | 'activity';
	readonly count: boolean;
}
export interface NamedScreen extends Screen {
	readonly id: string;
}

export interface Phone {
	readonly title?: string;
	readonly body?: string;
	readonly waiting?: string;
	readonly thanks?: string;
	readonly icon?: string;
	readonly image?: string;
	readonly alt?: string;
}

export interface Part {
	readonly id: string;
	readonly title: string;
	readonly seconds: number;
	readonly grouping?: string;
	readonly stage?: Screen;
	readonly phone?: Phone;
}

/** Common fields of an activity; the kind's own fields stand beside them. */
export interface StepActivity {
	readonly kind: string;
	readonly prompt?: string;
	readonly help?: string;
	readonly each?: 'person' | 'pair' | 'group' | 'facilitator';
	readonly delivery?: Delivery;
	readonly names?: 'hidden' | 'shown' | 'choose';
	readonly change_answer?: boolean;
	readonly open?: 'manual' | 'auto';
	readonly seconds?: number;
	readonly show?: 'live' | 'after-close' | 'on-reveal' | 'never';
	readonly moderation?: 'off' | 'before' | 'after';
	readonly sensitive?: boolean;
	readonly breakdown_by?: 'none' | 'role' | 'group';
	readonly min_cell?: number;
	readonly from?: From;
	readonly [own: string]: unknown;
}

/** Which earlier step the items come from. In a resolved plan `step` is absent when it was left out. */
export interface From {
	readonly step?: string;
	readonly take?: number;
	readonly pick: 'top' | 'all' | 'facilitator';
	readonly fallback_items?: readonly string[];
}

export interface Variant {
	readonly id: string;
	readonly axis: 'length' | 'setting' | 'words';
	readonly title: string;
	readonly target?: number;
	readonly skip?: readonly string[];
	readonly minutes?: Readonly<Record<string, Range>>;
	/** Alternate by the step it stands in for. */
	readonly use_instead?: Readonly<Record<string, string>>;
	readonly delivery?: Delivery;
	readonly words?: 'simple' | 'plain';
	readonly read_aloud?: boolean;
}

export interface Care {
	readonly topics?: readonly string[];
	readonly if_distress?: string;
	readonly contact?: string;
}

export interface Task {
	readonly id: string;
	/** Days or hours before or after: `-14d`, `-2h`, `+7d`. */
	readonly when: string;
	readonly text: string;
	readonly who?: string;
	readonly critical: boolean;
}

export interface Change {
	readonly version: string;
	readonly date: string;
	readonly summary: string;
	readonly why?: string;
	readonly pilots?: readonly string[];
}

/** Team of a script that names none. */
export const DEFAULT_TEAM = ['lead', 'co', 'notes', 'tech', 'interpreter'] as const;

/** Every step of the script, those of the phases first, then the alternates. */
export const allSteps = (script: Script): readonly Step[] => [
	...script.phases.flatMap((phase) => phase.steps),
	...(script.alternates ?? [])
];

export const stepOf = (script: Script, id: string): Step | undefined =>
	allSteps(script).find((step) => step.id === id);
