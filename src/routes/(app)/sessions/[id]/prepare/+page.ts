import { error } from '@sveltejs/kit';
import { parseSnapshot } from '#lib/script/snapshot.ts';
import { RECOVERY_SECRET } from '#lib/session/create.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { getSession } from '#lib/storage/sessions.ts';
import type { PageLoad } from './$types';

/** A session of this device with its frozen script. */
export const load: PageLoad = async ({ params, parent }) => {
	const { ui, storage } = await parent();
	await ui.need('common', 'library', 'prepare');
	const row = await getSession(storage, params.id);
	if (!row || row.role !== 'facilitator') error(404, ui.t('prepare-no-session'));
	const snapshot = parseSnapshot(row.snapshot);
	if (!snapshot.ok) error(500, ui.t('prepare-damaged'));
	const secrets = await getKeys(storage, params.id);
	return { row, snapshot: snapshot.value, recovery: secrets?.get(RECOVERY_SECRET) };
};
