import { allKindMessages } from '#lib/activities/messages.ts';
import type { PageLoad } from './$types';

/** The words first; the desk itself opens in the page, because it must be closed again. */
export const load: PageLoad = async ({ params, parent }) => {
	const { ui, storage } = await parent();
	await Promise.all([
		ui.need('common', 'library', 'report'),
		ui.needExtra('kinds', (locale) => allKindMessages(locale))
	]);
	return { id: params.id, storage };
};
