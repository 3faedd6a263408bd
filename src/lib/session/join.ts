import type { Invitation } from '#lib/base/join-code.ts';
import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import { toHex, utf8, fromUtf8 } from '#lib/base/bytes.ts';
import { tabStore } from '#lib/base/local-store.ts';
import { draftWriter, flushWithPage, getDrafts, takeLastWords } from '#lib/storage/drafts.ts';
import { eraseSession } from '#lib/storage/erase.ts';
import { getKeys, type Secrets } from '#lib/storage/keys.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { createSession, getSession, listSessions, updateSession } from '#lib/storage/sessions.ts';
import { claimWriter } from '#lib/storage/tabs.ts';
import type { Room } from '#lib/sync/contract.ts';
import { newWriterSeed, stretchJoinCodeAsync, writerKeys, type JoinKeys } from '#lib/sync/keys.ts';
import { joinRoom } from '#lib/sync/room.ts';
import { nobleSuite } from '#lib/sync/suite.ts';
import { browserEnv, type SessionEnv } from './env.ts';
import { Seat, type DraftStore } from './seat.svelte.ts';

/** `takeOver`: another tab of this browser has the seat, and the person said "use here". */
export interface JoinOptions {
	readonly env?: SessionEnv;
	readonly takeOver?: boolean | undefined;
}

/** A taken seat. */
export interface Joined {
	/** Id of the session on this device. */
	readonly session: string;
	readonly seat: Seat;
}

/** A seat this device has already. */
export interface KeptSeat {
	readonly id: string;
	readonly title: string;
	readonly place: string;
	/** Milliseconds since 1970. */
	readonly updated: number;
}

const WRITER = 'writer';
const ROOM = 'room';
const JOIN_SEED = 'join';
const FINGERPRINT = 'fingerprint';

/** Longest wait for a first answer from the relay in ms. */
const ANSWER_WITHIN = 12_000;
/** Connected and still not let in: the room is locked or the facilitator's device is away. */
const KNOCK_FOR = 4_000;

const problem = (code: string): Outcome<never> => {
	const trouble: Problem = { code, level: 'error', path: '', message: code };
	return fail(trouble);
};

/**
 * Joins a session by its code, or takes the seat this device already has in it. Resolves once the relay has
 * answered. Problems: `join-no-such-room`, `join-locked`, `join-full`, `join-no-connection`,
 * `join-wrong-key`, `join-removed`, `join-version`, `join-storage`, `join-other-tab`.
 */
export async function joinSession(
	invitation: Invitation,
	options: JoinOptions = {}
): Promise<Outcome<Joined>> {
	const here = options.env ?? (await browserEnv());
	const join = await stretchJoinCodeAsync(invitation.code);
	const session = `seat-${toHex(join.roomId)}`;
	const known = await getKeys(here.storage, session);
	if (known) return open(session, known, here, { known: true, takeOver: options.takeOver });
	const secrets = new Map([
		[WRITER, newWriterSeed(here.random)],
		[ROOM, join.roomId],
		[JOIN_SEED, join.joinSeed],
		...(invitation.fingerprint === undefined
			? []
			: [[FINGERPRINT, utf8(invitation.fingerprint)] as const])
	]);
	try {
		const row = { id: session, role: 'participant', title: '', place: '', date: '' } as const;
		await createSession(
			here.storage,
			{ ...row, snapshot: null, setup: null },
			secrets,
			here.clock()
		);
	} catch {
		return problem('join-storage');
	}
	const opened = await open(session, secrets, here, { known: false });
	// A code that led nowhere leaves nothing behind; a seat without a connection yet may be retried.
	if (!opened.ok && opened.problems[0]?.code !== 'join-other-tab') {
		await eraseSession(here.storage, session);
	}
	return opened;
}

/** Takes the seat this device has in a session; works without any network. */
export async function resumeSeat(
	session: string,
	options: JoinOptions = {}
): Promise<Outcome<Joined>> {
	const here = options.env ?? (await browserEnv());
	const secrets = await getKeys(here.storage, session);
	if (!secrets || (await getSession(here.storage, session))?.role !== 'participant') {
		return problem('join-no-such-room');
	}
	return open(session, secrets, here, { known: true, takeOver: options.takeOver });
}

export async function seatsOnThisDevice(env?: SessionEnv): Promise<readonly KeptSeat[]> {
	const here = env ?? (await browserEnv());
	return (await listSessions(here.storage))
		.filter((row) => row.role === 'participant' && row.status !== 'ended')
		.map(({ id, title, place, updated }) => ({ id, title, place, updated }));
}

/** Erases a seat and everything typed in it from this device. */
export async function forgetSeat(session: string, env?: SessionEnv): Promise<void> {
	const here = env ?? (await browserEnv());
	await eraseSession(here.storage, session);
}

async function open(
	session: string,
	secrets: Secrets,
	env: SessionEnv,
	how: { readonly known: boolean; readonly takeOver?: boolean | undefined }
): Promise<Outcome<Joined>> {
	const seed = secrets.get(WRITER);
	const join = joinKeysOf(secrets);
	if (!seed || !join) return problem('join-storage');
	const claim = await claimWriter(env.storage, session, env.tabs);
	if (claim.state() !== 'writer') {
		if (!how.takeOver) {
			await claim.close();
			return problem('join-other-tab');
		}
		await claim.takeOver();
	}
	const fingerprint = secrets.get(FINGERPRINT);
	const name = fingerprint && fromUtf8(fingerprint);
	const room = await joinRoom({
		store: logStore(env.storage, session),
		links: env.links(toHex(join.roomId), writerKeys(seed).writer),
		join,
		writerSeed: seed,
		random: env.random,
		clock: env.clock,
		...(name === undefined ? {} : { fingerprint: name }),
		...(env.verifyAsync ? { verifyAsync: env.verifyAsync } : {})
	});
	const refused = how.known ? undefined : await firstAnswer(room);
	if (refused) {
		await room.close();
		await claim.close();
		return problem(refused);
	}
	const seat = await Seat.take(room, await draftStore(env, session), {
		onmoment: (moment) => void remember(env, session, moment),
		onyield: (listener) =>
			claim.subscribe((state) => {
				if (state === 'follower') listener();
			}),
		onleave: () => claim.close()
	});
	return ok({ session, seat });
}

/** The code itself is not kept: what follows from it is enough to come back. */
function joinKeysOf(secrets: Secrets): JoinKeys | undefined {
	const roomId = secrets.get(ROOM);
	const joinSeed = secrets.get(JOIN_SEED);
	return roomId && joinSeed && { roomId, joinSeed, join: nobleSuite.publicKey(joinSeed) };
}

/** Keeps the name of the session beside the seat, so that the person finds it again without a network. */
async function remember(
	env: SessionEnv,
	session: string,
	moment: { readonly title: string; readonly place: string; readonly ended: boolean }
): Promise<void> {
	const { title, place, ended } = moment;
	const status = ended ? 'ended' : 'running';
	await updateSession(env.storage, session, () => ({ title, place, status }), env.clock());
}

/** Waits until the room lets us in, lets us wait, or says why not. */
function firstAnswer(room: Room): Promise<string | undefined> {
	return new Promise((resolve) => {
		let knocking: ReturnType<typeof setTimeout> | undefined;
		const done = (code: string | undefined): void => {
			clearTimeout(limit);
			clearTimeout(knocking);
			stop();
			resolve(code);
		};
		const look = (): void => {
			const { refused, relay } = room.network();
			if (room.admission() === 'in') done(undefined);
			else if (refused) done(refused === 'no-room' ? 'join-no-such-room' : `join-${refused}`);
			else if (relay === 'connected') knocking ??= setTimeout(() => done(undefined), KNOCK_FOR);
		};
		const limit = setTimeout(() => done('join-no-connection'), ANSWER_WITHIN);
		const stop = room.subscribe(look);
		look();
	});
}

async function draftStore(env: SessionEnv, session: string): Promise<DraftStore> {
	const last = tabStore();
	const writer = draftWriter(env.storage, session, {
		clock: env.clock,
		onflush: typeof document === 'undefined' ? () => () => undefined : flushWithPage,
		onerror: () => undefined,
		last
	});
	return {
		load: async () => {
			const drafts = new Map(await getDrafts(env.storage, session));
			for (const [field, value] of takeLastWords(last, session)) {
				writer.set(field, value);
				if (value === undefined) drafts.delete(field);
				else drafts.set(field, value);
			}
			return drafts;
		},
		put: (field, value) => writer.set(field, value),
		remove: (field) => writer.set(field, undefined),
		flush: () => writer.flush()
	};
}
