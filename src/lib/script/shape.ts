import type { Field } from '#lib/activities/field.ts';
import { activityField } from './fields-step.ts';
import { allKinds, fieldsBelow, type Kinds } from './kinds.ts';

/**
 * Whether data that was converted once (and came back from a file or a database) has the shape the
 * registry would give it. Fields the registry does not know may be there.
 */
export function hasShape(value: unknown, field: Field, kinds: Kinds = allKinds): boolean {
	switch (field.type) {
		case 'text':
		case 'string':
		case 'id':
		case 'ref':
			return typeof value === 'string' && value.length <= 4000;
		case 'choice':
			return typeof value === 'string' && field.options.includes(value);
		case 'number':
			return isWhole(value) && value >= field.min && value <= field.max;
		case 'range':
			return isRecord(value) && ['best', 'least', 'most'].every((each) => isWhole(value[each]));
		case 'quantity':
			return isRecord(value) && isWhole(value['count']) && typeof value['per'] === 'string';
		case 'yesno':
			return typeof value === 'boolean';
		case 'list':
			return (
				Array.isArray(value) &&
				value.length <= field.max &&
				value.every((each) => hasShape(each, field.of, kinds))
			);
		case 'map':
			return (
				isRecord(value) && Object.values(value).every((each) => hasShape(each, field.of, kinds))
			);
		case 'object': {
			if (!isRecord(value)) return false;
			const kind = field === activityField ? value['kind'] : undefined;
			if (field === activityField && (typeof kind !== 'string' || !kinds.has(kind))) return false;
			const fields = fieldsBelow(field, typeof kind === 'string' ? kind : undefined, kinds);
			return Object.entries(fields).every(([name, below]) => {
				const needed = below.required || ('default' in below && below.default !== undefined);
				if (!Object.hasOwn(value, name)) return !needed;
				return hasShape(value[name], below, kinds);
			});
		}
		default:
			return field satisfies never;
	}
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
