import * as v from 'valibot';
import { tidy } from '#lib/base/text.ts';
import { without } from '#lib/base/without.ts';
import type { CommonSettings } from '../activity.ts';
import type { Fields } from '../field.ts';
import { freeText, itemId } from '../engines/collect/body.ts';
import { day } from '../engines/plan/days.ts';

/** Columns of a plan in the order they are asked, with the most characters of each text. */
export const LIMITS = {
	what: 140,
	why: 140,
	who: 80,
	with: 120,
	first_step: 140,
	when: 10,
	money: 120,
	success: 140,
	help_needed: 140
} as const;
export type Column = keyof typeof LIMITS;
export const COLUMNS = Object.keys(LIMITS) as readonly Column[];

export interface ActionPlanSettings extends CommonSettings {
	readonly columns: readonly Column[];
	/** Most actions of one group, 1–20. */
	readonly max_rows: number;
	/** The last day a plan covers, counted from today, 7–730. */
	readonly horizon_days: number;
	/** True when an action without a name or office cannot be sent. */
	readonly owner_required: boolean;
}

export const fields: Fields = {
	each: {
		type: 'choice',
		options: ['person', 'pair', 'group', 'facilitator'],
		default: 'group',
		help: 'Who writes one list of actions.'
	},
	columns: {
		type: 'list',
		of: { type: 'choice', options: COLUMNS, help: 'One thing that is asked about each action.' },
		min: 1,
		max: COLUMNS.length,
		default: ['what', 'who', 'first_step', 'when'],
		help: 'What is asked about each action. Fewer columns give better plans.',
		example: '[what, who, when, help_needed]'
	},
	max_rows: {
		type: 'number',
		min: 1,
		max: 20,
		default: 3,
		help: 'Most actions one group can write.'
	},
	horizon_days: {
		type: 'number',
		min: 7,
		max: 730,
		default: 180,
		help: 'How far ahead the plan looks, in days.',
		example: '30'
	},
	owner_required: {
		type: 'yesno',
		default: true,
		help: 'An action needs a person or office that starts it.'
	}
};

/** One action. Columns that were not filled in are left out or empty. */
export const body = v.strictObject({
	/** The item of an earlier step that it answers. */
	item: v.optional(itemId),
	what: freeText(LIMITS.what),
	why: v.optional(freeText(LIMITS.why)),
	who: v.optional(freeText(LIMITS.who)),
	with: v.optional(freeText(LIMITS.with)),
	first_step: v.optional(freeText(LIMITS.first_step)),
	when: v.optional(day),
	money: v.optional(freeText(LIMITS.money)),
	success: v.optional(freeText(LIMITS.success)),
	help_needed: v.optional(freeText(LIMITS.help_needed))
});
export type ActionBody = v.InferOutput<typeof body>;

export const blank = (): ActionBody => ({ what: '' });

/** The columns that are asked, in order; what is to be done is always one of them. */
export const columnsOf = ({ columns }: ActionPlanSettings): readonly Column[] =>
	COLUMNS.filter((column) => column === 'what' || columns.includes(column));

/** The columns of free text. */
export const isText = (column: Column): column is Exclude<Column, 'when'> => column !== 'when';

/** Columns that must be filled in and are not. */
export function missing(settings: ActionPlanSettings, value: ActionBody): readonly Column[] {
	return columnsOf(settings).filter(
		(column) =>
			(column === 'what' || (column === 'who' && settings.owner_required)) &&
			tidy(value[column] ?? '') === ''
	);
}

export const complete = (settings: ActionPlanSettings, value: ActionBody): boolean =>
	missing(settings, value).length === 0;

/** The action with one column changed; an emptied column is left out. */
export function withColumn(
	value: ActionBody,
	column: Column,
	text: string | undefined
): ActionBody {
	if (column === 'what') return { ...value, what: text ?? '' };
	return text === undefined || text === '' ? without(value, column) : { ...value, [column]: text };
}

/** The action with the item it answers, or with none. */
export function withItem(value: ActionBody, item: string | undefined): ActionBody {
	return item === undefined ? without(value, 'item') : { ...value, item };
}
