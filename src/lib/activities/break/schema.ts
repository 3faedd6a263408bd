import * as v from 'valibot';
import type { CommonSettings } from '../activity.ts';
import type { Fields } from '../field.ts';

export interface BreakSettings extends CommonSettings {
	/** When the room goes on, in words of this language; added by the session, not by the script. */
	readonly back_at?: string;
}

export const fields: Fields = {};

/** Nothing is asked and nothing can be sent. */
export const body = v.strictObject({});
export type BreakBody = v.InferOutput<typeof body>;
