import type { Audience, Field } from '#lib/activities/field.ts';
import { activityField, stepField } from './fields-step.ts';
import { workshopField } from './fields.ts';
import { allKinds, fieldsBelow, type Kinds } from './kinds.ts';
import type { Script } from './script.ts';

/** One translatable text of a script. */
export interface TextEntry {
	/** `<top-level field or steps.<step-id>>.<field path>`; list entries by id, else by position. */
	readonly key: string;
	readonly source: string;
	readonly audience: Audience;
	/** Characters that fit. */
	readonly max: number;
	/**
	 * Texts with the same unit fall back together: one screen, one phone card, one activity, one set
	 * of notes. Equals `key` for texts that stand alone.
	 */
	readonly unit: string;
}

/** Called for every text; what it answers takes the text's place. */
type Visit = (entry: TextEntry) => string;

/**
 * Copies a converted value, with `visit` deciding each text. `key` is the text key of the value
 * itself, for example `steps.needs.activity`.
 */
export function mapTexts(
	value: unknown,
	field: Field,
	key: string,
	visit: Visit,
	kinds: Kinds = allKinds,
	unit?: string
): unknown {
	switch (field.type) {
		case 'text':
			if (typeof value !== 'string') return value;
			return visit({
				key,
				source: value,
				audience: field.audience,
				max: field.max,
				unit: unit ?? key
			});
		case 'list': {
			if (!Array.isArray(value)) return value;
			const flat = field.of === stepField ? 'steps' : key;
			return value.map((item: unknown, index) => {
				const below = `${flat}.${idOf(item) ?? index}`;
				return mapTexts(item, field.of, below, visit, kinds, unit ?? unitOf(below));
			});
		}
		case 'object': {
			if (!isRecord(value)) return value;
			const kind = field === activityField ? value['kind'] : undefined;
			const fields = fieldsBelow(field, typeof kind === 'string' ? kind : undefined, kinds);
			const out: Record<string, unknown> = {};
			for (const [name, child] of Object.entries(value)) {
				const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
				const below = key === '' ? name : `${key}.${name}`;
				out[name] = known
					? mapTexts(child, known, below, visit, kinds, unit ?? unitOf(below))
					: child;
			}
			return out;
		}
		case 'map':
			if (!isRecord(value)) return value;
			return Object.fromEntries(
				Object.entries(value).map(([name, child]) => [
					name,
					mapTexts(child, field.of, `${key}.${name}`, visit, kinds, unit)
				])
			);
		default:
			return value;
	}
}

const TOGETHER = /^steps\.[^.]+\.(?:parts\.[^.]+\.)?(?:activity|phone|stage|notes|screens\.[^.]+)$/;

/** A screen, a phone card, an activity or notes fall back as a whole. */
const unitOf = (key: string): string | undefined => (TOGETHER.test(key) ? key : undefined);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function idOf(item: unknown): string | undefined {
	const id = isRecord(item) ? item['id'] : undefined;
	return typeof id === 'string' ? id : undefined;
}

/** Every translatable text of a script, in its order. */
export function textsOf(script: Script, kinds: Kinds = allKinds): readonly TextEntry[] {
	return textsIn(script, workshopField, '', kinds);
}

/** Every translatable text below one value of a script. */
export function textsIn(
	value: unknown,
	field: Field,
	key: string,
	kinds: Kinds = allKinds
): readonly TextEntry[] {
	const entries: TextEntry[] = [];
	mapTexts(
		value,
		field,
		key,
		(entry) => {
			entries.push(entry);
			return entry.source;
		},
		kinds
	);
	return entries;
}
