import { newId, type Clock, type Random } from '#lib/base/random.ts';
import { offeredLanguages, type CompiledWorkshop } from '#lib/script/compile.ts';
import { makeSnapshot, type SessionSnapshot } from '#lib/script/snapshot.ts';
import type { DeviceStorage } from '#lib/storage/database.ts';
import { createSession as storeSession, updateSession } from '#lib/storage/sessions.ts';
import { newRecoverySecret, newWriterSeed } from '#lib/sync/keys.ts';
import { readSetup, type Setup } from './setup.ts';

/** Names of a session's secrets in storage. */
export const RECOVERY_SECRET = 'recovery';
export const WRITER_SECRET = 'writer';

/** What is chosen on the script page. Everything else is asked while preparing. */
export interface SessionWish {
	readonly workshop: CompiledWorkshop;
	/** Variant ids, at most one per axis. */
	readonly variants: readonly string[];
	/** Which variant wins, by step, where two clash. */
	readonly choices?: Readonly<Record<string, string>>;
	/** `HH:MM`. */
	readonly start?: string;
}

/**
 * Makes a session on this device: the script frozen as it is now, and a fresh recovery secret from which
 * every facilitator key and the join code follow. Resolves when both are stored durably.
 */
export async function createSession(
	storage: DeviceStorage,
	wish: SessionWish,
	env: { readonly clock: Clock; readonly random: Random }
): Promise<{ readonly id: string }> {
	const { workshop, variants } = wish;
	const phones = offeredLanguages(workshop, 'P').filter(plain);
	const stage = offeredLanguages(workshop, 'S').filter(plain).slice(0, 2);
	const source = workshop.script.language;
	const phoneLanguages = phones.length > 0 ? phones : [source];
	const stageLanguages = stage.length > 0 ? stage : [source];
	const snapshot = makeSnapshot(workshop, {
		variants,
		choices: wish.choices ?? {},
		languages: { participants: phoneLanguages, stage: stageLanguages }
	});
	const { least, most, best } = workshop.script.group_size;
	const setup: Setup = readSetup({
		variants,
		phoneLanguages,
		stageLanguages,
		expected: Math.min(most, Math.max(least, best)),
		expectedByRole: Object.fromEntries(
			(workshop.script.roles ?? []).flatMap(({ id, expect }) => (expect ? [[id, expect.best]] : []))
		),
		...(wish.start === undefined ? {} : { start: wish.start })
	});
	const id = newId(env.random);
	await storeSession(
		storage,
		{
			id,
			role: 'facilitator',
			title: workshop.script.title,
			place: setup.place,
			date: setup.date,
			snapshot,
			setup
		},
		new Map([
			[RECOVERY_SECRET, newRecoverySecret(env.random)],
			[WRITER_SECRET, newWriterSeed(env.random)]
		]),
		env.clock()
	);
	return { id };
}

/** Simple words are a variant of a language, not a language people choose. */
const plain = (locale: string): boolean => !locale.endsWith('-simple');

/**
 * Changes what was prepared. Edition and languages are frozen once the session has started; other parts
 * may still be put right.
 */
export const changeSetup = (
	storage: DeviceStorage,
	id: string,
	change: Partial<Setup>,
	now: number
): Promise<Setup | undefined> => changePrepared(storage, id, change, undefined, now);

/** Chooses another edition: variants, and which of them wins where two clash. Does nothing once started. */
export const changeEdition = (
	storage: DeviceStorage,
	id: string,
	edition: {
		readonly variants: readonly string[];
		readonly choices: Readonly<Record<string, string>>;
	},
	now: number
): Promise<Setup | undefined> =>
	changePrepared(storage, id, { variants: edition.variants }, edition.choices, now);

async function changePrepared(
	storage: DeviceStorage,
	id: string,
	change: Partial<Setup>,
	choices: Readonly<Record<string, string>> | undefined,
	now: number
): Promise<Setup | undefined> {
	let changed: Setup | undefined;
	await updateSession(
		storage,
		id,
		(row) => {
			const before = readSetup(row.setup);
			const wanted = readSetup({ ...before, ...change });
			const started = row.status !== 'prepared';
			const { variants, phoneLanguages, stageLanguages } = before;
			const setup = started ? { ...wanted, variants, phoneLanguages, stageLanguages } : wanted;
			changed = setup;
			const snapshot = row.snapshot as SessionSnapshot;
			return {
				setup,
				place: setup.place,
				date: setup.date,
				...(started
					? {}
					: {
							snapshot: {
								...snapshot,
								variants: setup.variants,
								choices: choices ?? snapshot.choices,
								languages: { participants: setup.phoneLanguages, stage: setup.stageLanguages }
							}
						})
			};
		},
		now
	);
	return changed;
}
