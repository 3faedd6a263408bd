import * as v from 'valibot';
import { tidy } from '#lib/base/text.ts';
import type { CommonSettings } from '../activity.ts';
import type { Fields } from '../field.ts';
import { freeText, itemId } from '../engines/collect/body.ts';
import { day } from '../engines/plan/days.ts';

export interface PledgeSettings extends CommonSettings {
	/** Days after which people are asked to look at their promise again, 1–365. */
	readonly reminder_days?: number;
}

/** Most characters of a promise. */
export const MOST = 160;

export const fields: Fields = {
	reminder_days: {
		type: 'number',
		min: 1,
		max: 365,
		help: 'After how many days people should look at their promise again. Printed on the postcard.',
		example: '30'
	}
};

/** "I will … by …". Only a shared promise is ever shown; a private one is counted. */
export const body = v.strictObject({
	text: freeText(MOST),
	when: v.optional(day),
	share: v.picklist(['private', 'shared']),
	/** The action of an earlier step that it helps. */
	action: v.optional(itemId)
});
export type PledgeBody = v.InferOutput<typeof body>;

export const blank = (): PledgeBody => ({ text: '', share: 'private' });

export const complete = (_: PledgeSettings, { text }: PledgeBody): boolean => tidy(text) !== '';
