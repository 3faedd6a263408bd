import { error } from '@sveltejs/kit';
import { workshops } from 'virtual:plenum/workshops';
import { loadKindMessages } from '#lib/activities/messages.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { allSteps } from '#lib/script/script.ts';
import type { PageLoad } from './$types';

/** One workshop, compiled, with the names of the activity kinds it uses. */
export const load: PageLoad = async ({ params, parent }) => {
	const { ui } = await parent();
	const workshop = await loadWorkshop(workshops, params.id);
	if (!workshop) error(404, ui.t('library-no-such-workshop'));
	const kinds = new Set(allSteps(workshop.script).flatMap(({ activity }) => activity?.kind ?? []));
	await ui.needExtra('kinds', (locale) =>
		Promise.all([...kinds].map((kind) => loadKindMessages(kind, locale)))
	);
	return { workshop };
};
