import type { Backend, Reader, Writer } from './backend.ts';
import { removeRaw, removeSession } from './remove-session.ts';
import { PERSONAL, type Row } from './tables.ts';

type Personal = (typeof PERSONAL)[number];
export type Rows = { readonly [N in Personal]: readonly Row<N>[] } & {
	/** Sessions that were erased and must not come back. */
	readonly erased: readonly string[];
};

/** Tables that `readAll` and `absorb` need in their transaction. */
export const MOVED = [...PERSONAL, 'device'] as const;

/** Sessions that were erased here. */
const tombstones = async (tx: Reader): Promise<readonly string[]> =>
	(await tx.list('device')).flatMap((row) => ('session' in row ? [row.session] : []));

/** Everything a person made or needs, as one consistent picture. */
export function readAll(backend: Backend): Promise<Rows> {
	return backend.read(MOVED, async (tx) => ({
		library: await tx.list('library'),
		sessions: await tx.list('sessions'),
		entries: await tx.list('entries'),
		heads: await tx.list('heads'),
		keys: await tx.list('keys'),
		drafts: await tx.list('drafts'),
		settings: await tx.list('settings'),
		erased: await tombstones(tx)
	}));
}

/**
 * Merges rows kept elsewhere while this database was out of reach. Entries and keys are only ever added;
 * of the rest the newer one stays, and `rows` counts as newer where there is no date.
 */
export async function absorb(tx: Writer, rows: Rows): Promise<void> {
	const erased = await tombstones(tx);
	const entries = await tx.getMany(
		'entries',
		rows.entries.map((row) => [row.session, row.channel, row.author, row.seq])
	);
	await tx.put(
		'entries',
		rows.entries.filter((_, i) => !entries[i])
	);
	const keys = await tx.getMany(
		'keys',
		rows.keys.map((row) => row.session)
	);
	await tx.put(
		'keys',
		rows.keys.filter((_, i) => !keys[i])
	);
	const sessions = await tx.getMany(
		'sessions',
		rows.sessions.map((row) => row.id)
	);
	await tx.put(
		'sessions',
		rows.sessions.filter((row, i) => row.updated >= (sessions[i]?.updated ?? 0))
	);
	const drafts = await tx.getMany(
		'drafts',
		rows.drafts.map((row) => [row.session, row.field])
	);
	await tx.put(
		'drafts',
		rows.drafts.filter((row, i) => row.saved >= (drafts[i]?.saved ?? 0))
	);
	await tx.put('heads', rows.heads);
	await tx.put('library', rows.library);
	await tx.put('settings', rows.settings);
	for (const row of rows.sessions) if (row.rawErased !== undefined) await removeRaw(tx, row.id);
	for (const session of new Set([...rows.erased, ...erased])) await removeSession(tx, session);
}
