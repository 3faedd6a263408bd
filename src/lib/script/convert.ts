import type { Field, Fields } from '#lib/activities/field.ts';
import type { Problem } from '#lib/base/problem.ts';
import { SCRIPT_FORMAT, workshopField } from './fields.ts';
import { activityField, commonFields } from './fields-step.ts';
import { allKinds, fieldsBelow, type Kinds } from './kinds.ts';
import { didYouMean, problem, type Args, type Code } from './messages.ts';
import { isOrdered, parseQuantity, parseRange } from './range.ts';
import { entryOf, isEmpty, textAt, toPlain, type Raw, type RawMap } from './raw.ts';
import type { Script } from './script.ts';

export interface Converted<T> {
	/** Absent when an error makes the data unusable. */
	readonly value?: T;
	readonly problems: readonly Problem[];
}

/** Where the walker is: the path, the name of the nearest titled thing, for messages. */
interface Place {
	readonly path: string;
	/** Name of the field. */
	readonly field: string;
	/** For people: *What is missing?* or the title of the workshop. */
	readonly where: string;
}

interface Context {
	readonly file: string;
	readonly kinds: Kinds;
	readonly problems: Problem[];
}

const ID = /^[a-z][a-z0-9-]{1,39}$/;

/** Reads `workshop.yaml` by the field registry. Unknown fields are kept and warned about. */
export function convertScript(raw: Raw, kinds: Kinds = allKinds): Converted<Script> {
	const file = 'workshop.yaml';
	const format = textAt(raw, 'format') ?? '';
	const newer = /^workshop-script\/(\d+)$/.exec(format);
	if (newer && Number(newer[1]) > 1)
		return { problems: [problem('format-newer', { format }, { file, path: 'format' })] };
	if (format !== SCRIPT_FORMAT) {
		const args = { format: SCRIPT_FORMAT, found: format };
		const line = entryOf(raw, 'format')?.line;
		return { problems: [problem('format-wrong', args, { file, line, path: 'format' })] };
	}
	const converted = convertField(raw, workshopField, kinds, file);
	// The registry made it, without errors: its shape is that of `Script`.
	return converted.value === undefined
		? { problems: converted.problems }
		: { value: converted.value as Script, problems: converted.problems };
}

/** Reads any data by a field of the registry. */
export function convertField(
	raw: Raw,
	field: Field,
	kinds: Kinds = allKinds,
	file = 'workshop.yaml'
): Converted<unknown> {
	const context: Context = { file, kinds, problems: [] };
	const where = textAt(raw, 'title') ?? textAt(raw, 'id') ?? file;
	const value = convert(raw, field, { path: '', field: '', where: `*${where}*` }, context);
	const failed = context.problems.some((each) => each.level === 'error');
	return failed ? { problems: context.problems } : { value, problems: context.problems };
}

function convert(raw: Raw, field: Field, place: Place, context: Context): unknown {
	switch (field.type) {
		case 'list':
			return convertList(raw, field, place, context);
		case 'object':
			return raw.type === 'map'
				? convertObject(raw, field, place, context)
				: complain(context, raw, place, 'expects-fields', {
						example: `${Object.keys(field.fields)[0] ?? ''}: …`
					});
		case 'map':
			return raw.type === 'map'
				? convertMap(raw, field.of, place, context)
				: complain(context, raw, place, 'expects-fields', { example: 'name: …' });
		default: {
			if (raw.type !== 'text') return complain(context, raw, place, 'expects-text');
			return convertText(raw.text.trim(), raw, field, place, context);
		}
	}
}

type Single = Exclude<Field, { type: 'list' | 'object' | 'map' }>;

function convertText(
	text: string,
	raw: Raw,
	field: Single,
	place: Place,
	context: Context
): unknown {
	const no = (code: Code, args: Args = {}) =>
		complain(context, raw, place, code, { value: shorten(text), ...args });
	switch (field.type) {
		case 'text':
			if ([...text].length > field.max)
				return no('too-long-text', { count: [...text].length, max: field.max });
			return text;
		case 'string':
			if (field.max !== undefined && [...text].length > field.max)
				return no('too-long-text', { count: [...text].length, max: field.max });
			if (field.pattern && !field.pattern.test(text))
				return no('text-form', { example: field.example ?? '' });
			return text;
		case 'number': {
			if (!/^-?\d{1,9}$/.test(text)) return no('number-form', { example: Math.max(field.min, 3) });
			const value = Number(text);
			if (value < field.min || value > field.max)
				return no('number-limits', { value, min: field.min, max: field.max });
			return value;
		}
		case 'range': {
			const value = parseRange(text);
			if (!value) return no('range-form');
			if (!isOrdered(value)) return no('range-order', { ...value });
			if (value.least < field.min || value.most > field.max)
				return no('number-limits', { value: text, min: field.min, max: field.max });
			return value;
		}
		case 'quantity':
			return parseQuantity(text) ?? no('quantity-form');
		case 'yesno':
			if (text === 'yes' || text === 'true') return true;
			if (text === 'no' || text === 'false') return false;
			return no('yes-no');
		case 'choice': {
			if (field.options.includes(text)) return text;
			const options = field.options.join(', ');
			return no('choice', { options, hint: didYouMean(text, field.options) });
		}
		case 'id':
			return ID.test(text) && text !== 'constructor' && text !== 'prototype' ? text : no('id-form');
		case 'ref':
			return text;
		default:
			return field satisfies never;
	}
}

function convertList(
	raw: Raw,
	field: Field & { type: 'list' },
	place: Place,
	context: Context
): unknown {
	if (raw.type !== 'list') return complain(context, raw, place, 'expects-list');
	const count = raw.items.length;
	if (count > field.max)
		return complain(context, raw, place, 'too-many', { count, max: field.max });
	if (count < field.min) return complain(context, raw, place, 'too-few', { count, min: field.min });
	return raw.items.map((item, index) => {
		const path = join(place.path, textAt(item, 'id') ?? String(index));
		if (isEmpty(item)) return complain(context, item, { ...place, path }, 'expects-text');
		return convert(item, field.of, { ...place, path }, context);
	});
}

function convertMap(raw: RawMap, of: Field, place: Place, context: Context): unknown {
	const out: Record<string, unknown> = Object.create(null);
	for (const { key, value } of raw.entries) {
		if (isEmpty(value)) continue;
		out[key] = convert(value, of, { ...place, path: join(place.path, key), field: key }, context);
	}
	return out;
}

function convertObject(
	raw: RawMap,
	field: Field & { type: 'object' },
	outer: Place,
	context: Context
): unknown {
	const name = textAt(raw, 'title') ?? (outer.path === '' ? undefined : stepName(raw));
	const where = name === undefined ? outer.where : `*${name}*`;
	const kind = field === activityField ? textAt(raw, 'kind') : undefined;
	if (kind !== undefined && !context.kinds.has(kind)) {
		const hint = didYouMean(kind, context.kinds.keys());
		complain(context, raw, { ...outer, where }, 'unknown-kind', { kind, hint });
		return undefined;
	}
	const fields = fieldsBelow(field, kind, context.kinds);
	const out: Record<string, unknown> = Object.create(null);
	for (const { key, line, value } of raw.entries) {
		const known = Object.hasOwn(fields, key) ? fields[key] : undefined;
		const place = { path: join(outer.path, key), field: key, where };
		if (!known) {
			if (isEmpty(value)) continue;
			const unused = kind !== undefined && Object.hasOwn(commonFields, key);
			if (!key.startsWith('x-'))
				warnUnknown(key, line, unused ? kind : undefined, fields, place, context);
			// A common field the kind does not use would be mistaken for a converted one: it is not kept.
			if (!unused) out[key] = toPlain(value);
		} else if (!isEmpty(value)) {
			const converted = convert(value, known, place, context);
			if (converted !== undefined) out[key] = converted;
		}
	}
	for (const [key, known] of Object.entries(fields)) {
		const entry = entryOf(raw, key);
		if (entry) continue;
		if (known.required)
			complain(context, raw, { path: join(outer.path, key), field: key, where }, 'required');
		else if ('default' in known && known.default !== undefined) out[key] = known.default;
	}
	return sorted(out, fields);
}

function warnUnknown(
	key: string,
	line: number,
	/** Of the activity whose common field is not used; undefined when the field is not known at all. */
	kind: string | undefined,
	fields: Fields,
	place: Place,
	context: Context
): void {
	const at = { path: shortPath(place.path), file: context.file, line };
	const args = { field: key, where: place.where, kind: kind ?? '' };
	context.problems.push(
		kind !== undefined
			? problem('field-unused', args, at)
			: problem('unknown-field', { ...args, hint: didYouMean(key, Object.keys(fields)) }, at)
	);
}

/** Things without a title are named by their reference name. */
const stepName = (raw: RawMap): string | undefined => textAt(raw, 'id');

/** Puts the fields in canonical order; those not known come last, by name. */
function sorted(record: Readonly<Record<string, unknown>>, fields: Fields): unknown {
	const order = Object.keys(fields);
	const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
	const keys = Object.keys(record).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
	const out: Record<string, unknown> = Object.create(null);
	for (const key of keys) out[key] = record[key];
	return out;
}

function complain(
	context: Context,
	raw: Raw,
	place: Place,
	code: Code,
	args: Args = {}
): undefined {
	context.problems.push(
		problem(
			code,
			{ field: place.field, where: place.where, ...args },
			{ path: shortPath(place.path), file: context.file, line: raw.line }
		)
	);
	return undefined;
}

/** Steps are one flat list for readers: `phases.look.steps.welcome.title` → `steps.welcome.title`. */
export const shortPath = (path: string): string =>
	path.replace(/^phases\.[^.]+\.steps\./, 'steps.').replace(/^alternates\./, 'steps.');

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
