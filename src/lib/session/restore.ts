import { toHex } from '#lib/base/bytes.ts';
import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { createSession, getSession, updateSession } from '#lib/storage/sessions.ts';
import {
	joinCodeOf,
	newWriterSeed,
	parseRecoveryCode,
	stretchJoinCodeAsync,
	writerKeys
} from '#lib/sync/keys.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { createFacilitatorRoom, type FacilitatorRoom } from '#lib/sync/room.ts';
import { RECOVERY_SECRET, WRITER_SECRET } from './create.ts';
import type { SessionEnv } from './env.ts';
import { readHandOver, type HandedOver } from './hand-over.ts';

/** Secret that marks a session as taken over: its stage key exists already and must not be made anew. */
const RESTORED_SECRET = 'restored';

/** How long this device waits for what another one left at the relay, in ms. */
const PATIENCE = 20_000;
const LOOK_EVERY = 250;

/** Where taking over stands. */
export type RestoreState = 'connecting' | 'looking' | 'storing';

export interface RestoreOptions {
	readonly onstate?: (state: RestoreState) => void;
	/** Stops waiting when the page goes. */
	readonly signal?: AbortSignal;
	/** Longest wait in ms of real time. */
	readonly patience?: number;
}

/**
 * Takes a session over with its recovery code: joins the room as a facilitator device of its own, fetches
 * the session another device left there, verifies and stores it with everything that is in the log.
 * Problems: those of `parseRecoveryCode`, `restore-offline`, `restore-no-room` (nobody leads a session
 * with this code there), `restore-nothing`, `restore-incomplete`, `restore-damaged`, `restore-stopped`.
 */
export async function restoreSession(
	code: string,
	env: SessionEnv,
	options: RestoreOptions = {}
): Promise<Outcome<{ readonly id: string }>> {
	const recovery = parseRecoveryCode(code);
	if (!recovery.ok) return recovery;
	const { storage, random, clock } = env;
	options.onstate?.('connecting');
	const join = await stretchJoinCodeAsync(joinCodeOf(recovery.value));
	const writerSeed = newWriterSeed(random);
	// The session's id is not known yet, so its log waits in memory.
	const store = memoryStore();
	const room = await createFacilitatorRoom({
		store,
		links: env.links(toHex(join.roomId), writerKeys(writerSeed).writer),
		join,
		recovery: recovery.value,
		writerSeed,
		fresh: false,
		random,
		clock,
		...(env.verifyAsync ? { verifyAsync: env.verifyAsync } : {})
	});
	let found: Outcome<HandedOver>;
	try {
		found = await waitFor(room, options);
	} finally {
		await room.close();
	}
	if (!found.ok) return found;
	options.onstate?.('storing');
	const { id, title, status, keepDays, snapshot, setup } = found.value;
	const there = await getSession(storage, id);
	if (there?.role === 'facilitator') return ok({ id });
	await createSession(
		storage,
		{
			id,
			role: 'facilitator',
			title,
			place: setup.place,
			date: setup.date,
			snapshot,
			setup,
			keepDays
		},
		new Map([
			[RECOVERY_SECRET, recovery.value],
			[WRITER_SECRET, writerSeed],
			[RESTORED_SECRET, Uint8Array.of(1)]
		]),
		clock()
	);
	const { rows, meta } = await store.load();
	await logStore(storage, id).commit({ rows, remove: [], meta });
	if (status !== 'prepared') await updateSession(storage, id, () => ({ status }), clock());
	return ok({ id });
}

/** Looks until the session is whole; what stands in the way at the end is the answer. */
async function waitFor(
	room: FacilitatorRoom,
	options: RestoreOptions
): Promise<Outcome<HandedOver>> {
	const until = Date.now() + (options.patience ?? PATIENCE);
	let looking = false;
	let last: Outcome<HandedOver> = trouble('restore-offline');
	do {
		const { relay } = room.network();
		const others = room.facilitators().filter((writer) => writer !== room.self);
		if (!looking && (relay === 'connected' || others.length > 0)) {
			looking = true;
			options.onstate?.('looking');
		}
		if (others.length > 0) {
			last = await readHandOver(others.map((writer) => room.doc(`in/${writer}`)));
			if (last.ok) return last;
		} else if (relay === 'connected') last = trouble('restore-no-room');
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
		if (options.signal?.aborted) return trouble('restore-stopped');
	} while (Date.now() < until);
	return last;
}

const trouble = (code: string): Outcome<never> => {
	const problem: Problem = { code, level: 'error', path: '', message: code };
	return fail(problem);
};
