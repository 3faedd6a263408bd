import type { PageLoad } from './$types';

/** The words; everything else begins when a code is typed. */
export const load: PageLoad = async ({ parent }) => {
	const { ui } = await parent();
	await ui.need('common', 'library', 'prepare');
};
