import * as v from 'valibot';
import type { CommonSettings } from '../activity.ts';
import { freeText, itemId, plainId } from '../engines/collect/body.ts';
import type { Fields } from '../field.ts';

export interface ClusterSettings extends CommonSettings {
	readonly max_clusters: number;
	readonly name_required: boolean;
}

export const NAME_LENGTH = 60;
/** Most heaps any script may allow. */
export const MOST = 12;

export const fields = {
	max_clusters: {
		type: 'number',
		min: 2,
		max: MOST,
		default: 8,
		help: 'How many heaps there may be. Six to eight can still be talked about.'
	},
	name_required: {
		type: 'yesno',
		default: true,
		help: 'Every heap needs a name before it goes on to the next step.'
	}
} satisfies Fields;

const heap = v.strictObject({
	id: plainId,
	name: freeText(NAME_LENGTH),
	items: v.pipe(v.array(itemId), v.maxLength(1000))
});

/** The facilitator’s board, always whole; or the names one participant proposes for heaps. */
export const body = v.union([
	v.strictObject({ clusters: v.pipe(v.array(heap), v.maxLength(MOST)) }),
	v.strictObject({
		names: v.pipe(
			v.array(v.strictObject({ cluster: plainId, name: freeText(NAME_LENGTH) })),
			v.maxLength(MOST)
		)
	})
]);
export type ClusterBody = v.InferOutput<typeof body>;

export interface Heap {
	readonly id: string;
	/** Empty while the heap has no name. */
	readonly name: string;
	/** Ids of cards, each in one heap at most. */
	readonly items: readonly string[];
}
export interface ClusterResult {
	readonly clusters: readonly Heap[];
	/** Cards that are in no heap, in the order of the earlier step. They stay visible. */
	readonly loose: readonly string[];
}
