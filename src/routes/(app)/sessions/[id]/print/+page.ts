import { error } from '@sveltejs/kit';
import { allKindMessages } from '#lib/activities/messages.ts';
import { parseSnapshot } from '#lib/script/snapshot.ts';
import { RECOVERY_SECRET } from '#lib/session/create.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { getSession } from '#lib/storage/sessions.ts';
import type { PageLoad } from './$types';
import { isSheet } from './sheets.ts';

/** A session of this device, and what of it is to be printed. */
export const load: PageLoad = async ({ params, parent, url }) => {
	const { ui, storage } = await parent();
	await Promise.all([
		ui.need('common', 'library', 'prepare', 'print'),
		ui.needExtra('kinds', (locale) => allKindMessages(locale))
	]);
	const row = await getSession(storage, params.id);
	if (!row || row.role !== 'facilitator') error(404, ui.t('prepare-no-session'));
	const snapshot = parseSnapshot(row.snapshot);
	if (!snapshot.ok) error(500, ui.t('prepare-damaged'));
	const secrets = await getKeys(storage, params.id);
	const asked = url.searchParams.get('show') ?? '';
	return {
		row,
		snapshot: snapshot.value,
		recovery: secrets?.get(RECOVERY_SECRET),
		asked: isSheet(asked) ? asked : ('poster' as const)
	};
};
