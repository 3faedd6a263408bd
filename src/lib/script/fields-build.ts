import type { Audience, Field, Fields, RefTarget } from '#lib/activities/field.ts';

// Short builders, so that the tables read like the tables of the format's description.

type Extra = { readonly example?: string };

export const text = (max: number, audience: Audience, help: string, extra: Extra = {}): Field => ({
	type: 'text',
	max,
	audience,
	help,
	...extra
});
export const word = (
	help: string,
	extra: { max?: number; pattern?: RegExp; default?: string; example?: string } = {}
): Field => ({ type: 'string', help, ...extra });
export const number = (min: number, max: number, help: string, fallback?: number): Field => ({
	type: 'number',
	min,
	max,
	help,
	...(fallback === undefined ? {} : { default: fallback })
});
export const range = (min: number, max: number, help: string): Field => ({
	type: 'range',
	min,
	max,
	help
});
export const yesno = (help: string, fallback = false): Field => ({
	type: 'yesno',
	default: fallback,
	help
});
export const choice = (options: readonly string[], help: string, fallback?: string): Field => ({
	type: 'choice',
	options,
	help,
	...(fallback === undefined ? {} : { default: fallback })
});
export const id = (help: string): Field => ({ type: 'id', help, required: true });
export const ref = (
	to: RefTarget,
	help: string,
	extra: { also?: readonly string[]; default?: string } = {}
): Field => ({ type: 'ref', to, help, ...extra });
export const list = (of: Field, min: number, max: number, help: string): Field => ({
	type: 'list',
	of,
	min,
	max,
	help
});
export const object = (fields: Fields, help: string): Field & { type: 'object' } => ({
	type: 'object',
	fields,
	help
});
export const required = (field: Field): Field => ({ ...field, required: true });
