import type { Outcome } from '#lib/base/problem.ts';
import type { Clock, Random } from '#lib/base/random.ts';
import type { DeviceStorage } from '#lib/storage/database.ts';
import { getKeys, putKeys } from '#lib/storage/keys.ts';
import type { Protection } from '#lib/storage/session-file.ts';
import {
	exportSession,
	importSession,
	type DeviceBound,
	type Imported,
	type SessionFile
} from '#lib/storage/transfer.ts';
import { newWriterSeed } from '#lib/sync/keys.ts';
import { WRITER_SECRET } from './create.ts';

/** Secret that marks a session as carried here: its stage key exists already and must not be made anew. */
const RESTORED_SECRET = 'restored';

/** What a relay has confirmed to one writer means nothing for another. */
const OWN_HEADS: ReadonlySet<string> = new Set(['sent', 'slip', 'room-head']);

const BOUND: DeviceBound = {
	secrets: [WRITER_SECRET, RESTORED_SECRET],
	heads: (name) => OWN_HEADS.has(name)
};

/** A session as a file for another device of the same facilitators. */
export const saveSession = (
	storage: DeviceStorage,
	id: string,
	protection: Protection,
	random: Random
): Promise<Outcome<SessionFile>> => exportSession(storage, id, protection, BOUND, random);

/**
 * Puts a session from a file onto this device and makes it a writer of its own there, so that two
 * devices never continue the same log.
 */
export async function openSessionFile(
	storage: DeviceStorage,
	file: Uint8Array,
	passphrase: string | undefined,
	env: { readonly clock: Clock; readonly random: Random }
): Promise<Outcome<Imported>> {
	const imported = await importSession(storage, file, passphrase, BOUND, env.clock());
	if (!imported.ok) return imported;
	const { id, role } = imported.value.session;
	const secrets = await getKeys(storage, id);
	if (role === 'facilitator' && secrets && !secrets.has(WRITER_SECRET)) {
		await putKeys(
			storage,
			id,
			new Map([
				[WRITER_SECRET, newWriterSeed(env.random)],
				[RESTORED_SECRET, Uint8Array.of(1)]
			])
		);
	}
	return imported;
}
