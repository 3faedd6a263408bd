import type { Activity } from '#lib/activities/activity.ts';
import type { Field, Fields } from '#lib/activities/field.ts';
import { activities } from '#lib/activities/registry.ts';
import { activityField, commonFields } from './fields-step.ts';

/** The activity kinds a script may use; tests pass their own. */
export type Kinds = ReadonlyMap<string, Activity>;

export const allKinds: Kinds = activities;

/** Common fields this kind uses, then its own. An own field of the same name wins. */
export function fieldsOfKind(activity: Activity | undefined): Fields {
	if (!activity) return commonFields;
	const unused = new Set<string>(activity.without ?? []);
	if (activity.takes === 'nothing') unused.add('from');
	const common = Object.entries(commonFields).filter(([name]) => !unused.has(name));
	return { ...Object.fromEntries(common), ...activity.fields };
}

/** Fields below an object; those of an activity depend on its kind. */
export function fieldsBelow(field: Field, kind: string | undefined, kinds: Kinds): Fields {
	if (field.type !== 'object') return {};
	if (field !== activityField) return field.fields;
	return fieldsOfKind(kind === undefined ? undefined : kinds.get(kind));
}
