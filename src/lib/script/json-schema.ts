import type { Field, Fields } from '#lib/activities/field.ts';
import { activityField, phoneField, screenField, stepField, stepFields } from './fields-step.ts';
import { SCRIPT_FORMAT, workshopFields } from './fields.ts';
import { allKinds, fieldsOfKind, type Kinds } from './kinds.ts';

type Schema = { readonly [key: string]: unknown };

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schema of `workshop.yaml`, for editors outside the app; the app itself uses the registry. */
export const jsonSchema = (kinds: Kinds = allKinds): Schema => ({
	$schema: DRAFT,
	title: 'Plenum workshop script 1',
	...objectSchema({ ...workshopFields, format: formatField }, kinds),
	$defs: {
		step: objectSchema(stepFields, kinds),
		activity: activitySchema(kinds),
		screen: objectSchema(screenField.fields, kinds),
		phone: objectSchema(phoneField.fields, kinds)
	}
});

/** Objects that occur in several places are described once. */
const shared: ReadonlyMap<Field, string> = new Map<Field, string>([
	[stepField, 'step'],
	[activityField, 'activity'],
	[screenField, 'screen'],
	[phoneField, 'phone']
]);

const formatField: Field = {
	type: 'choice',
	options: [SCRIPT_FORMAT],
	required: true,
	help: 'Always the same line.'
};

function objectSchema(fields: Fields, kinds: Kinds): Schema {
	const entries = Object.entries(fields);
	const required = entries.filter(([, field]) => field.required).map(([name]) => name);
	return {
		type: 'object',
		properties: Object.fromEntries(entries.map(([name, field]) => [name, schemaOf(field, kinds)])),
		patternProperties: { '^x-': {} },
		...(required.length > 0 ? { required } : {}),
		additionalProperties: false
	};
}

function schemaOf(field: Field, kinds: Kinds): Schema {
	const description = field.help;
	const fallback = 'default' in field && field.default !== undefined;
	const about = { description, ...(fallback ? { default: field.default } : {}) };
	switch (field.type) {
		case 'text':
			return { ...about, type: 'string', maxLength: field.max };
		case 'string':
			return {
				...about,
				type: ['string', 'number'],
				...(field.max === undefined ? {} : { maxLength: field.max }),
				...(field.pattern ? { pattern: field.pattern.source } : {})
			};
		case 'number':
			return { ...about, type: 'integer', minimum: field.min, maximum: field.max };
		case 'range':
			return {
				...about,
				oneOf: [
					{ type: 'integer', minimum: field.min, maximum: field.max },
					{ type: 'string', pattern: '^\\d+( *\\( *\\d+ *[-–] *\\d+ *\\))?$' }
				]
			};
		case 'quantity':
			return {
				...about,
				oneOf: [
					{ type: 'integer', minimum: 0 },
					{ type: 'string', pattern: '^\\d+( per (person|group|table|role|workshop))?$' }
				]
			};
		case 'yesno':
			return { ...about, enum: [true, false, 'yes', 'no'] };
		case 'choice':
			return { ...about, enum: field.options.flatMap(alsoNumber) };
		case 'id':
			return { ...about, type: 'string', pattern: '^[a-z][a-z0-9-]{1,39}$' };
		case 'ref':
			return { ...about, type: 'string' };
		case 'list':
			return {
				...about,
				type: 'array',
				items: schemaOf(field.of, kinds),
				minItems: field.min,
				maxItems: field.max
			};
		case 'map':
			return { ...about, type: 'object', additionalProperties: schemaOf(field.of, kinds) };
		case 'object': {
			const name = shared.get(field);
			return name === undefined
				? { ...about, ...objectSchema(field.fields, kinds) }
				: { ...about, $ref: `#/$defs/${name}` };
		}
		default:
			return field satisfies never;
	}
}

/** Other tools read an unquoted 4 as a number. */
const alsoNumber = (option: string): readonly unknown[] =>
	/^\d+$/.test(option) ? [option, Number(option)] : [option];

const activitySchema = (kinds: Kinds): Schema => ({
	oneOf: byName(kinds).map(([kind, activity]) => {
		const { kind: named, ...fields } = fieldsOfKind(activity);
		const only: Field = {
			type: 'choice',
			options: [kind],
			required: true,
			help: named?.help ?? ''
		};
		return { title: kind, ...objectSchema({ kind: only, ...fields }, kinds) };
	})
});

/** Kinds in an order that does not depend on the folder listing. */
export const byName = (kinds: Kinds) => [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
