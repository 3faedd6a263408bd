import type { PageLoad } from './$types';

// The empty shell of this page is written at build time, so that its HTML names the few files a phone
// needs at once. Nothing is rendered before the phone does it.
export const prerender = true;
export const ssr = false;

/** Words of the interface first: without them there is nothing to read. */
export const load: PageLoad = async ({ parent }) => {
	const { ui } = await parent();
	await ui.need('common', 'join');
};
