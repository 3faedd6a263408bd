import type { RefTarget } from '#lib/activities/field.ts';
import type { Problem } from '#lib/base/problem.ts';
import { workshopField } from './fields.ts';
import type { Kinds } from './kinds.ts';
import { didYouMean, problem } from './messages.ts';
import { allSteps, DEFAULT_TEAM, type Script } from './script.ts';
import { isRecord } from './shape.ts';
import { idOf, walk } from './walk.ts';

/** Reference names: unique in their list, never taken from a deleted thing, and equal to the folder's name. */
export function checkIds(script: Script, folder: string, kinds: Kinds): readonly Problem[] {
	const problems: Problem[] = [];
	if (script.id !== folder)
		problems.push(problem('folder-name', { id: script.id, folder }, { path: 'id' }));
	const retired = new Set(script.retired_ids ?? []);
	const inFlow = new Map<string, string>();
	const share = (seen: Map<string, string>, id: string, title: string, path: string) => {
		const first = seen.get(id);
		if (first === undefined) seen.set(id, title);
		else problems.push(problem('duplicate-id', { id, first, second: title }, { path }));
	};
	for (const phase of script.phases)
		share(inFlow, phase.id, `*${phase.title}*`, `phases.${phase.id}`);
	for (const step of allSteps(script))
		share(inFlow, step.id, `*${step.title}*`, `steps.${step.id}`);
	walk(script, workshopField, kinds, ({ value, field, path, name }) => {
		if (field.type !== 'list' || !Array.isArray(value)) return;
		const flow = name === 'phases' || name === 'steps' || name === 'alternates';
		const seen = new Map<string, string>();
		for (const item of value) {
			const id = idOf(item);
			if (id === undefined || name === 'changelog') continue;
			if (!flow) share(seen, id, nameOf(item), `${path}.${id}`);
			if (retired.has(id)) problems.push(problem('retired-id', { id }, { path: `${path}.${id}` }));
		}
	});
	return problems;
}

function nameOf(item: unknown): string {
	if (!isRecord(item)) return '';
	for (const name of ['title', 'text', 'label', 'term', 'id']) {
		const value = item[name];
		if (typeof value === 'string') return `*${value}*`;
	}
	return '';
}

/** What every `ref` of the script may point to. */
export function targetsOf(script: Script): Readonly<Record<RefTarget, readonly string[]>> {
	const ids = (list: readonly { readonly id: string }[] | undefined) =>
		(list ?? []).map(({ id }) => id);
	return {
		step: ids(allSteps(script)),
		role: ids(script.roles),
		grouping: ids(script.groupings),
		material: ids(script.materials),
		page: ids(script.pages),
		objective: ids(script.objectives),
		team: script.team ? ids(script.team) : DEFAULT_TEAM,
		alternate: ids(script.alternates)
	};
}

/** Everything that is pointed to exists. */
export function checkRefs(script: Script, kinds: Kinds): readonly Problem[] {
	const targets = targetsOf(script);
	const problems: Problem[] = [];
	const look = (
		to: RefTarget,
		value: string,
		also: readonly string[],
		at: Problem['path'],
		args: { field: string; where: string }
	) => {
		const options = [...targets[to], ...also];
		if (options.includes(value)) return;
		const hint = didYouMean(value, options);
		problems.push(problem('unknown-ref', { ...args, value, hint }, { path: at }));
	};
	walk(script, workshopField, kinds, ({ value, field, path, name, where }) => {
		const args = { field: name, where };
		if (field.type === 'ref' && typeof value === 'string') {
			// The default owner is also the first of a team that names no "lead".
			const also = [...(field.also ?? []), ...(field.default === undefined ? [] : [field.default])];
			look(field.to, value, also, path, args);
		} else if (field.type === 'map' && field.keys !== 'tag' && isRecord(value)) {
			for (const key of Object.keys(value)) look(field.keys, key, [], `${path}.${key}`, args);
		}
	});
	return problems;
}
