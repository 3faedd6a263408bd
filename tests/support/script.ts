import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/build-relay.mjs';

interface Titled {
	readonly id: string;
	readonly title: string;
}

/** Titles of the shipped workshop's steps in its own language, by id, as the facilitator reads them. */
export const STEPS: ReadonlyMap<string, string> = new Map(
	(
		parse(
			readFileSync(join(root, 'workshops', 'integration-workshop', 'workshop.yaml'), 'utf8')
		) as {
			readonly phases: readonly { readonly steps: readonly Titled[] }[];
		}
	).phases.flatMap(({ steps }) => steps.map(({ id, title }) => [id, title] as const))
);

export function titleOf(step: string): string {
	const title = STEPS.get(step);
	if (title === undefined) throw new Error(`The workshop has no step ${step}.`);
	return title;
}
