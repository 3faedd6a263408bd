import { allKindMessages } from '#lib/activities/messages.ts';
import type { PageLoad } from './$types';

/** The desk's words first; the desk itself opens in the page, because it must be closed again. */
export const load: PageLoad = async ({ params, parent }) => {
	const { ui } = await parent();
	await Promise.all([
		ui.need('common', 'run', 'stage'),
		ui.needExtra('kinds', (locale) => allKindMessages(locale))
	]);
	return { id: params.id };
};
