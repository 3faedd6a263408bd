import type { Audience, Field, Fields } from '#lib/activities/field.ts';
import { commonFields, activityField, stepField, stepFields } from './fields-step.ts';
import { textFileFields, workshopFields } from './fields.ts';
import { byName, jsonSchema } from './json-schema.ts';
import { allKinds, type Kinds } from './kinds.ts';

export { jsonSchema };

const START = '<!-- fields: written by `npm run check:workshops -- --write` -->';
const END = '<!-- end of fields -->';

/** The field reference of `workshops/README.md` in Markdown, from the registry. */
export function fieldReference(kinds: Kinds = allKinds): string {
	const sections = [
		...section('Workshop', workshopFields),
		...section('Step', stepFields),
		'### Activity: fields of every kind',
		'',
		...table(commonFields),
		...byName(kinds).flatMap(([kind, { fields, without, takes, produces }]) =>
			section(`Activity: \`${kind}\``, fields, kindLine(produces, takes, without ?? []))
		),
		...section('Translation file', textFileFields)
	];
	return sections.join('\n').trim();
}

/** The README with its generated part replaced; throws when the two marks are missing. */
export function putReference(readme: string, reference: string): string {
	const start = readme.indexOf(START);
	const end = readme.indexOf(END);
	if (start < 0 || end < start)
		throw new Error('workshops/README.md has lost its two field marks.');
	return `${readme.slice(0, start)}${START}\n\n${reference}\n\n${readme.slice(end)}`;
}

function kindLine(produces: string, takes: string, without: readonly string[]): string {
	const makes = produces === 'nothing' ? 'Makes nothing later steps can use' : `Makes ${produces}`;
	const needs = {
		required: '; needs items from an earlier step or a list of its own',
		optional: '; can take items from an earlier step',
		nothing: ''
	}[takes === 'required' || takes === 'optional' ? takes : 'nothing'];
	const unused = without.length > 0 ? ` Does not use: ${without.map(code).join(', ')}.` : '';
	return `${makes}${needs}.${unused}`;
}

/** A table of fields, then one for each object below that has fields of its own. */
function section(title: string, fields: Fields, line?: string): string[] {
	const below = Object.entries(fields).flatMap(([name, field]) => {
		const inner = field.type === 'list' || field.type === 'map' ? field.of : field;
		if (inner.type !== 'object' || inner === stepField || inner === activityField) return [];
		return [{ name, fields: inner.fields }];
	});
	return [
		`### ${title}`,
		'',
		...(line === undefined ? [] : [line, '']),
		...(Object.keys(fields).length > 0 ? table(fields) : []),
		...below.flatMap(({ name, fields: inner }) => section(`${title}: \`${name}\``, inner))
	];
}

function table(fields: Fields): string[] {
	const rows = Object.entries(fields).flatMap(([name, field]) => row(name, field));
	return [
		'| Field | What to write | Who reads it | What it is for |',
		'| --- | --- | --- | --- |',
		...rows,
		''
	];
}

function row(name: string, field: Field): string[] {
	const star = field.required ? ' ●' : '';
	const fallback =
		'default' in field && field.default !== undefined ? ` (${plain(field.default)})` : '';
	const example = field.example === undefined ? '' : ` For example ${code(field.example)}.`;
	const cells = [
		`\`${name}\`${star}`,
		`${notation(field)}${fallback}`,
		readers(field),
		`${field.help}${example}`
	];
	return [`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`];
}

const plain = (value: unknown): string => {
	if (value === true) return 'yes';
	if (value === false) return 'no';
	return Array.isArray(value) ? value.map(String).join(', ') : String(value);
};

const code = (text: string): string => `\`${text}\``;

function notation(field: Field): string {
	switch (field.type) {
		case 'text':
			return `text, at most ${field.max} characters`;
		case 'string':
			return field.max === undefined ? 'words' : `words, at most ${field.max} characters`;
		case 'number':
			return `number from ${field.min} to ${field.max}`;
		case 'range':
			return `number or best (least-most), ${field.min} to ${field.max}`;
		case 'quantity':
			return 'how many, like `5 per person`';
		case 'yesno':
			return 'yes or no';
		case 'choice':
			return `one of ${field.options.join(', ')}`;
		case 'id':
			return 'reference name';
		case 'ref':
			return [
				field.to === 'team' ? 'somebody of the team' : `name of ${article(field.to)}`,
				...(field.also ?? [])
			].join(', or ');
		case 'list':
			return `list of ${field.min} to ${field.max}: ${notation(field.of)}`;
		case 'map':
			return `by ${field.keys === 'tag' ? 'language' : field.keys}: ${notation(field.of)}`;
		case 'object':
			return 'fields';
		default:
			return field satisfies never;
	}
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

const READERS: Readonly<Record<Audience, string>> = {
	P: 'phone',
	S: 'stage',
	F: 'facilitator',
	X: 'print',
	'-': ''
};

function readers(field: Field): string {
	if (field.type === 'text') return READERS[field.audience];
	return field.type === 'list' || field.type === 'map' ? readers(field.of) : '';
}
