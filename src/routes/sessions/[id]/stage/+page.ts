import type { PageLoad } from './$types';

/** The stage window needs only its words; the picture comes from the facilitator's window. */
export const load: PageLoad = async ({ params, parent }) => {
	const { ui } = await parent();
	await ui.need('common', 'stage');
	return { id: params.id };
};
