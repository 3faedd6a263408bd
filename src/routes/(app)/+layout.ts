import { thisDevice } from '#lib/storage/this-device.ts';
import type { LayoutLoad } from './$types';

/** Facilitator screens: their words and this device's storage, before anything is painted. */
export const load: LayoutLoad = async ({ parent }) => {
	const { ui } = await parent();
	const [storage] = await Promise.all([thisDevice(), ui.need('common', 'library')]);
	return { storage };
};
