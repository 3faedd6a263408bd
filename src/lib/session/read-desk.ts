import { fail, ok, type Outcome } from '#lib/base/problem.ts';
import { systemRandom } from '#lib/base/random.ts';
import { parseSnapshot, planOf } from '#lib/script/snapshot.ts';
import type { DeviceStorage } from '#lib/storage/database.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { getSession } from '#lib/storage/sessions.ts';
import { joinCodeOf, stretchJoinCodeAsync } from '#lib/sync/keys.ts';
import { createFacilitatorRoom } from '#lib/sync/room.ts';
import { RECOVERY_SECRET, WRITER_SECRET } from './create.ts';
import { Desk } from './desk.svelte.ts';
import { invitationOf } from './open.ts';
import { readSetup } from './setup.ts';
import { StageSender } from './stage-sender.ts';

/**
 * A desk that only looks: what is in the log of this device, without any link and without writing, so
 * that it may stand beside the open run screen. Nobody may `act` on it. Problems: `desk-no-session`,
 * `desk-erased`, `desk-variants` and those of `parseSnapshot`.
 */
export async function readDesk(storage: DeviceStorage, session: string): Promise<Outcome<Desk>> {
	const row = await getSession(storage, session);
	if (!row || row.role !== 'facilitator') return trouble('desk-no-session');
	const secrets = await getKeys(storage, session);
	const recovery = secrets?.get(RECOVERY_SECRET);
	const writerSeed = secrets?.get(WRITER_SECRET);
	if (!recovery || !writerSeed) return trouble('desk-erased');
	const snapshot = parseSnapshot(row.snapshot);
	if (!snapshot.ok) return snapshot;
	const resolution = planOf(snapshot.value);
	if (resolution.type !== 'plan') return trouble('desk-variants');
	const { load } = logStore(storage, session);
	const room = await createFacilitatorRoom({
		store: { load, commit: () => Promise.resolve() },
		links: [],
		join: await stretchJoinCodeAsync(joinCodeOf(recovery)),
		recovery,
		writerSeed,
		fresh: false,
		random: systemRandom,
		clock: Date.now
	});
	const setup = readSetup(row.setup);
	const invitation = await invitationOf(recovery, setup.address);
	return ok(
		new Desk({
			room,
			snapshot: snapshot.value,
			plan: resolution.plan,
			setup,
			join: { ...invitation, host: '', check: room.check },
			clock: Date.now,
			random: systemRandom,
			stage: (onwindow) => new StageSender(SILENT, onwindow),
			onstatus: () => undefined
		})
	);
}

const SILENT = {
	postMessage: () => undefined,
	onmessage: null,
	close: () => undefined
};

const trouble = (code: string): Outcome<never> =>
	fail({ code, level: 'error', path: '', message: code });
