import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { ui } = await parent();
	await ui.need('settings');
};
