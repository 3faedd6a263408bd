import * as v from 'valibot';
import type { CommonSettings, Item } from '../activity.ts';
import { freeText, plainId } from '../engines/collect/body.ts';
import type { Fields } from '../field.ts';

export interface IdeasSettings extends CommonSettings {
	readonly max_answers: number;
	readonly max_length: number;
	readonly categories?: readonly { readonly id: string; readonly title: string }[];
	readonly example?: string;
	/** Kept by the format for photos of paper cards; participants are never offered photos. */
	readonly photo: boolean;
}

/** Longest text any script may allow. */
export const LONGEST = 280;

export const fields = {
	max_answers: {
		type: 'number',
		min: 1,
		max: 10,
		default: 3,
		help: 'How many cards one person can send.'
	},
	max_length: {
		type: 'number',
		min: 40,
		max: LONGEST,
		default: 140,
		help: 'Most characters on one card. Short cards can be read from the last row.'
	},
	categories: {
		type: 'list',
		min: 2,
		max: 8,
		help: 'Kinds of card to choose from, for example the colours of paper cards.',
		of: {
			type: 'object',
			help: 'One kind of card.',
			fields: {
				id: { type: 'id', required: true, help: 'Reference name, never shown.' },
				title: {
					type: 'text',
					max: 40,
					audience: 'P',
					required: true,
					help: 'What people choose.',
					example: 'For families'
				}
			}
		}
	},
	example: {
		type: 'text',
		max: 140,
		audience: 'P',
		help: 'A good answer, shown in the empty card.',
		example: 'Letters in plain words.'
	},
	photo: {
		type: 'yesno',
		default: false,
		help: 'Facilitators may add photos of paper cards. Phones never offer photos.'
	}
} satisfies Fields;

/** One card. */
export const body = v.strictObject({
	text: freeText(LONGEST),
	category: v.optional(plainId)
});
export type IdeaBody = v.InferOutput<typeof body>;

export interface IdeaCard extends Item {
	readonly category?: string;
}
export interface IdeasResult {
	/** People behind the cards. */
	readonly people: number;
	readonly cards: readonly IdeaCard[];
}
