/**
 * How a field of a script is declared. One table of these is the source of the checker, the
 * editor's form, the JSON Schema, the field reference and the list of translatable texts.
 */

/** Who reads a text: Phone, Stage, Facilitator, print (X), or nobody (`-`, not translated). */
export type Audience = 'P' | 'S' | 'F' | 'X' | '-';

interface Common {
	/** One line for authors: what it is for. Shown as help in the editor and in the field reference. */
	readonly help: string;
	readonly required?: boolean;
	/** A good example, in the notation of the file. */
	readonly example?: string;
}

export type Field =
	/** Translatable text of at most `max` characters. */
	| (Common & { readonly type: 'text'; readonly max: number; readonly audience: Audience })
	/** Text that is not translated. */
	| (Common & {
			readonly type: 'string';
			readonly max?: number;
			readonly pattern?: RegExp;
			readonly default?: string;
	  })
	| (Common & {
			readonly type: 'number';
			readonly min: number;
			readonly max: number;
			readonly default?: number;
	  })
	/** `35` or `35 (25-45)`: best (least–most). */
	| (Common & { readonly type: 'range'; readonly min: number; readonly max: number })
	| (Common & { readonly type: 'yesno'; readonly default: boolean })
	| (Common & {
			readonly type: 'choice';
			readonly options: readonly string[];
			readonly default?: string;
	  })
	/** A reference name made by the author: `^[a-z][a-z0-9-]{1,39}$`. */
	| (Common & { readonly type: 'id' })
	/** The id of something else; `to` names the list it must be found in, `also` words that are allowed too. */
	| (Common & {
			readonly type: 'ref';
			readonly to: RefTarget;
			readonly also?: readonly string[];
			readonly default?: string;
	  })
	/** How many are needed: `5 per person`, `1 per group` or `3`. */
	| (Common & { readonly type: 'quantity' })
	/** Values by key, where the keys are ids of `to` or BCP 47 tags. */
	| (Common & { readonly type: 'map'; readonly keys: RefTarget | 'tag'; readonly of: Field })
	| (Common & {
			readonly type: 'list';
			readonly of: Field;
			readonly min: number;
			readonly max: number;
			readonly default?: readonly unknown[];
	  })
	| (Common & { readonly type: 'object'; readonly fields: Fields });

export type RefTarget =
	'step' | 'role' | 'grouping' | 'material' | 'page' | 'objective' | 'team' | 'alternate';

/** Fields by name, in canonical order. */
export type Fields = { readonly [name: string]: Field };
