import type { Component } from 'svelte';
import { loadActivity } from '#lib/activities/lazy.ts';
import { loadKindMessages } from '#lib/activities/messages.ts';
import type { Activity } from '#lib/activities/activity.ts';
import { loadView } from '#lib/activities/views.ts';
import type { Interface } from '#lib/i18n/interface.svelte.ts';

/** One kind as the phone needs it: its rules, its form, its words. */
export interface Kind {
	readonly activity: Activity;
	readonly View: Component<Record<string, unknown>>;
}

/** What became of loading a kind. `unknown`: this version of the app has never heard of it. */
export type Loaded = Kind | 'unknown' | 'failed' | undefined;

// One interface per page: its words and the kinds that brought them belong together.
const loadedFor = new WeakMap<Interface, Map<string, Kind>>();

/** A kind that was loaded before is there at once, without a flicker. */
export const kindAtHand = (kind: string, ui: Interface): Kind | undefined =>
	loadedFor.get(ui)?.get(kind);

/** Loads a kind with its words. Answers what it became; never rejects. */
export async function loadKind(kind: string, ui: Interface): Promise<Exclude<Loaded, undefined>> {
	const there = kindAtHand(kind, ui);
	if (there) return there;
	try {
		const activity = await loadActivity(kind);
		if (!activity) return 'unknown';
		const [View] = await Promise.all([
			loadView(kind, 'Participant'),
			ui.needExtra(`kind ${kind}`, async (locale) => [await loadKindMessages(kind, locale)])
		]);
		const loaded = { activity, View };
		const kinds = loadedFor.get(ui) ?? new Map<string, Kind>();
		loadedFor.set(ui, kinds.set(kind, loaded));
		return loaded;
	} catch {
		return 'failed';
	}
}
