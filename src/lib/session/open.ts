import { toHex } from '#lib/base/bytes.ts';
import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import { parseSnapshot, planOf } from '#lib/script/snapshot.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { getSession, updateSession } from '#lib/storage/sessions.ts';
import { claimWriter } from '#lib/storage/tabs.ts';
import {
	facilitatorKeys,
	joinCodeOf,
	joinPath,
	showJoinCode,
	stretchJoinCodeAsync,
	writerKeys
} from '#lib/sync/keys.ts';
import { createFacilitatorRoom } from '#lib/sync/room.ts';
import { RECOVERY_SECRET, WRITER_SECRET } from './create.ts';
import { Desk } from './desk.svelte.ts';
import { browserEnv, type SessionEnv } from './env.ts';
import { handOver } from './hand-over.ts';
import { keepOwnRecord } from './own-record.ts';
import { readSetup } from './setup.ts';
import { StageSender, openStageChannel } from './stage-sender.ts';

const problem = (code: string, message: string): Outcome<never> => {
	const trouble: Problem = { code, level: 'error', path: '', message };
	return fail(trouble);
};

/** How people join a session: code, link, and the numbers that must be equal on every screen. */
export async function invitationOf(
	recovery: Uint8Array,
	address: string
): Promise<{ readonly code: string; readonly url: string }> {
	const code = joinCodeOf(recovery);
	const { root } = facilitatorKeys(recovery);
	return { code: showJoinCode(code), url: `${address}${joinPath(code, root)}` };
}

/**
 * Opens a session at the facilitator's desk: on the same step with the same timer as when it was left.
 * Works without any network. Problems: `desk-no-session`, `desk-erased`, `desk-snapshot`,
 * `desk-variants`, `desk-other-tab`.
 */
export async function openDesk(
	session: string,
	options: { readonly env?: SessionEnv; readonly takeOver?: boolean } = {}
): Promise<Outcome<Desk>> {
	const env = options.env ?? (await browserEnv());
	const { storage, clock, random } = env;
	const row = await getSession(storage, session);
	if (!row || row.role !== 'facilitator') return problem('desk-no-session', session);
	const secrets = await getKeys(storage, session);
	const recovery = secrets?.get(RECOVERY_SECRET);
	const seed = secrets?.get(WRITER_SECRET);
	if (!recovery || !seed) return problem('desk-erased', session);
	const snapshot = parseSnapshot(row.snapshot);
	if (!snapshot.ok) return snapshot;
	const resolution = planOf(snapshot.value);
	if (resolution.type !== 'plan') return problem('desk-variants', session);

	const claim = await claimWriter(storage, session, env.tabs);
	if (claim.state() !== 'writer') {
		if (!options.takeOver) {
			await claim.close();
			return problem('desk-other-tab', session);
		}
		await claim.takeOver();
	}
	// Erasing counts from the last use.
	await updateSession(storage, session, () => ({}), clock());
	const setup = readSetup(row.setup);
	const join = await stretchJoinCodeAsync(joinCodeOf(recovery));
	const store = logStore(storage, session);
	await keepOwnRecord(store, { recovery, writerSeed: seed, roomId: join.roomId });
	const room = await createFacilitatorRoom({
		store,
		links: env.links(toHex(join.roomId), writerKeys(seed).writer),
		join,
		recovery,
		writerSeed: seed,
		fresh: secrets?.has('restored') !== true,
		random,
		clock,
		...(env.verifyAsync ? { verifyAsync: env.verifyAsync } : {})
	});
	const invitation = await invitationOf(recovery, setup.address || env.origin);
	// In its own time: another device may need the session later, this one must open now. A room that
	// was closed meanwhile, or a session too large for it, leaves the way by file.
	handOver(room, row).catch(() => undefined);
	return ok(
		new Desk({
			room,
			snapshot: snapshot.value,
			plan: resolution.plan,
			setup,
			join: { ...invitation, host: env.host, check: room.check },
			clock,
			random,
			stage: (onwindow) => new StageSender(openStageChannel(session), onwindow),
			onstatus: (status) => {
				void updateSession(storage, session, () => ({ status }), clock());
			},
			onyield: (listener) =>
				claim.subscribe((state) => {
					if (state === 'follower') listener();
				}),
			onclose: () => claim.close()
		})
	);
}
