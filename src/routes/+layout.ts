import {
	paintTextSize,
	paintTheme,
	chosenTextSize,
	chosenTheme
} from '#lib/components/appearance.ts';
import { localStore } from '#lib/base/local-store.ts';
import { Interface } from '#lib/i18n/interface.svelte.ts';
import type { LayoutLoad } from './$types';

// The app is a static shell: nothing is rendered on a server, everything runs on the device.
export const ssr = false;
export const prerender = false;

let ui: Interface | undefined;

/** Language and look, before anything is painted. Pages ask `ui` for the words they need. */
export const load: LayoutLoad = () => {
	if (!ui) {
		ui = new Interface();
		paintTheme(chosenTheme(localStore()), document.documentElement);
		paintTextSize(chosenTextSize(localStore()), document.documentElement);
	}
	return { ui };
};
