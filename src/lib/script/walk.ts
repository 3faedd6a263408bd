import type { Field } from '#lib/activities/field.ts';
import { shortPath } from './convert.ts';
import { activityField } from './fields-step.ts';
import { fieldsBelow, type Kinds } from './kinds.ts';
import { isRecord } from './shape.ts';

/** One value of a script with its field. */
export interface Found {
	readonly value: unknown;
	readonly field: Field;
	/** Short path: `steps.needs.activity.prompt`. */
	readonly path: string;
	/** Name of the field. */
	readonly name: string;
	/** *Title* of the nearest thing that has one, for messages. */
	readonly where: string;
}

/** Visits every value of converted data that the registry knows, parents first. */
export function walk(
	value: unknown,
	field: Field,
	kinds: Kinds,
	visit: (found: Found) => void,
	at: { readonly path: string; readonly name: string; readonly where: string } = {
		path: '',
		name: '',
		where: ''
	}
): void {
	const below = (child: unknown, of: Field, key: string, name: string, where = at.where) =>
		walk(child, of, kinds, visit, {
			path: at.path === '' ? key : `${at.path}.${key}`,
			name,
			where
		});
	visit({ value, field, path: shortPath(at.path), name: at.name, where: at.where });
	switch (field.type) {
		case 'list':
			if (Array.isArray(value))
				value.forEach((item: unknown, index) =>
					below(item, field.of, idOf(item) ?? String(index), at.name)
				);
			return;
		case 'map':
			if (isRecord(value))
				for (const [key, child] of Object.entries(value)) below(child, field.of, key, at.name);
			return;
		case 'object': {
			if (!isRecord(value)) return;
			const kind = field === activityField ? value['kind'] : undefined;
			const fields = fieldsBelow(field, typeof kind === 'string' ? kind : undefined, kinds);
			const title = value['title'] ?? value['id'];
			const where = typeof title === 'string' && isNamed(at.path) ? `*${title}*` : at.where;
			for (const [name, of] of Object.entries(fields))
				if (Object.hasOwn(value, name)) below(value[name], of, name, name, where);
			return;
		}
		default:
			return;
	}
}

/** Screens and phone cards have titles too, but are better known by their step. */
const isNamed = (path: string): boolean => !/\.(?:stage|phone|screens\.[^.]+)$/.test(path);

export function idOf(item: unknown): string | undefined {
	const id = isRecord(item) ? item['id'] : undefined;
	return typeof id === 'string' ? id : undefined;
}
