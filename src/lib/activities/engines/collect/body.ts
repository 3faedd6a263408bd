import * as v from 'valibot';
import { fits } from '#lib/base/text.ts';

/** A free text of at most `max` characters as people count them; drafts may have spaces around. */
export const freeText = (max: number) =>
	v.pipe(
		v.string(),
		v.check((text) => fits(text, max))
	);

/** Id of something named in the script or made by a device: short, plain, and no name objects have by birth. */
export const plainId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** Id of an item of an earlier step, whatever kind made it. */
export const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(160));
