import * as v from 'valibot';
import type { CommonSettings } from '../activity.ts';
import { plainId } from '../engines/collect/body.ts';
import type { Fields } from '../field.ts';

export interface Tick {
	readonly id: string;
	readonly text: string;
	readonly optional: boolean;
}
export interface NoticeSettings extends CommonSettings {
	readonly text?: string;
	readonly page?: string;
	readonly agree?: readonly Tick[];
}

export const fields = {
	text: {
		type: 'text',
		max: 900,
		audience: 'P',
		help: 'What people should know before they agree. One line for one thing.',
		example: 'Nobody sees who wrote what.'
	},
	page: {
		type: 'ref',
		to: 'page',
		help: 'A page with the full text, handed out or hung up. Use it with or instead of the text.'
	},
	agree: {
		type: 'list',
		min: 0,
		max: 4,
		help: 'Things to tick one by one. Never ticked beforehand.',
		of: {
			type: 'object',
			help: 'One thing to tick.',
			fields: {
				id: { type: 'id', required: true, help: 'Reference name, never shown.' },
				text: {
					type: 'text',
					max: 120,
					audience: 'P',
					required: true,
					help: 'What the person says yes to.',
					example: 'My words may be used in the report.'
				},
				optional: {
					type: 'yesno',
					default: false,
					help: 'Optional ticks change nothing when they are refused.'
				}
			}
		}
	}
} satisfies Fields;

/** What one person decided. `listen` = takes no part in the answers, which is always possible. */
export const body = v.strictObject({
	answer: v.optional(v.picklist(['agree', 'listen'])),
	ticks: v.pipe(v.array(plainId), v.maxLength(4))
});
export type NoticeBody = v.InferOutput<typeof body>;

/** Sums only: who agreed to what is nobody's business. */
export interface NoticeResult {
	readonly people: number;
	readonly agreed: number;
	readonly listening: number;
	/** For each tick in the order of the script. */
	readonly ticks: readonly { readonly id: string; readonly count: number }[];
}
