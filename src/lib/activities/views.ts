import type { Component } from 'svelte';

export type ViewRole = 'Participant' | 'Facilitator' | 'Stage' | 'Paper';

// The one place where a .ts file may reach .svelte files: each view becomes its own lazy chunk.
const views = import.meta.glob<{ default: Component<Record<string, unknown>> }>(
	'./*/{Participant,Facilitator,Stage,Paper}View.svelte'
);

/** Loads one view of one kind; throws when the kind has no such view, which the contract test rules out. */
export async function loadView(
	kind: string,
	role: ViewRole
): Promise<Component<Record<string, unknown>>> {
	const load = views[`./${kind}/${role}View.svelte`];
	if (!load) throw new Error(`No ${role}View for the activity kind "${kind}".`);
	return (await load()).default;
}
