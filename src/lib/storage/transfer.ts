import { equal } from '#lib/base/bytes.ts';
import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import type { Random } from '#lib/base/random.ts';
import type { Writer } from './backend.ts';
import type { DeviceStorage } from './database.ts';
import { erasureTime } from './erase.ts';
import { classify, DeviceFullError } from './errors.ts';
import { fileProblem } from './problems.ts';
import { SESSION_TABLES } from './remove-session.ts';
import { decodeContent, encodeContent, type SessionContent } from './session-content.ts';
import { unwrapFile, wrapFile, type Protection } from './session-file.ts';
import { parseSession } from './sessions.ts';
import type { SessionRow } from './tables.ts';

/** What belongs to one device only and must not travel: a writer's seed used twice would fork its log. */
export interface DeviceBound {
	readonly secrets: readonly string[];
	readonly heads: (name: string) => boolean;
}

/** A file to offer for saving. */
export interface SessionFile {
	/** `plenum-2026-06-01-integration-workshop.plenum` */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What an import did. */
export interface Imported {
	readonly session: SessionRow;
	/** False when the session was on this device already and was completed. */
	readonly isNew: boolean;
	/** Entries that were not here before. */
	readonly added: number;
	/** Warnings: `file-forked`, `file-expired`. */
	readonly problems: readonly Problem[];
}

function fileName({ date, title, id }: SessionRow): string {
	const slug = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 40);
	return `${['plenum', date, slug || id].filter(Boolean).join('-')}.plenum`;
}

/**
 * Everything of a session as one self-checking file for another device: keys included, so it is protected
 * by a passphrase unless a person chose otherwise.
 */
export async function exportSession(
	storage: DeviceStorage,
	id: string,
	protection: Protection,
	bound: DeviceBound,
	random: Random
): Promise<Outcome<SessionFile>> {
	const content = await storage.read(SESSION_TABLES, async (tx) => {
		const session = parseSession(await tx.get('sessions', id));
		if (!session) return undefined;
		const keys = await tx.get('keys', id);
		const secrets = [...(keys?.secrets ?? [])].filter(([name]) => !bound.secrets.includes(name));
		const heads = await tx.list('heads', [id]);
		return {
			session,
			secrets: new Map(secrets),
			heads: heads.filter(({ name }) => !bound.heads(name)),
			entries: await tx.list('entries', [id])
		};
	});
	if (!content) return fail(fileProblem('session-missing'));
	const file = await wrapFile(encodeContent(content), protection, random);
	return file.ok ? ok({ name: fileName(content.session), bytes: file.value }) : file;
}

/**
 * Puts a session's file onto this device: all of it in one transaction or nothing. A session that is here already is completed,
 * never overwritten: entries and secrets are only added.
 */
export async function importSession(
	storage: DeviceStorage,
	file: Uint8Array,
	passphrase: string | undefined,
	bound: DeviceBound,
	now: number
): Promise<Outcome<Imported>> {
	const body = await unwrapFile(file, passphrase);
	if (!body.ok) return body;
	const content = decodeContent(body.value);
	if (!content) return fail(fileProblem('file-contents'));
	try {
		const done = await storage.write(SESSION_TABLES, (tx) => merge(tx, content, bound, now));
		if (done) await storage.ensureBallast();
		return done ? ok(done) : fail(fileProblem('file-other-session'));
	} catch (error) {
		if (error instanceof DeviceFullError || classify(error) === 'full') {
			return fail(fileProblem('device-full'));
		}
		throw error;
	}
}

/** Undefined, and nothing written, when the device has another session under this id. */
async function merge(
	tx: Writer,
	content: SessionContent,
	bound: DeviceBound,
	now: number
): Promise<Imported | undefined> {
	const { id } = content.session;
	const here = parseSession(await tx.get('sessions', id));
	const secrets = new Map((await tx.get('keys', id))?.secrets);
	for (const [name, bytes] of content.secrets) {
		if (bound.secrets.includes(name)) continue;
		const known = secrets.get(name);
		if (known && !equal(known, bytes)) return undefined;
		secrets.set(name, bytes);
	}
	if (here && here.role !== content.session.role) return undefined;

	const newer = here && here.updated >= content.session.updated ? here : content.session;
	await tx.remove('device', [`erased/${id}`]);
	const due = erasureTime(content.session);
	if (here?.rawErased !== undefined || (due !== undefined && due <= now)) {
		const erased = here?.rawErased ?? content.session.rawErased ?? now;
		const session: SessionRow = here ?? { ...newer, rawErased: erased };
		if (!here) await tx.put('sessions', [session]);
		return { session, isNew: !here, added: 0, problems: [fileProblem('file-expired')] };
	}

	const found = await tx.getMany(
		'entries',
		content.entries.map(({ channel, author, seq }) => [id, channel, author, seq])
	);
	const missing = content.entries.filter((_, i) => !found[i]);
	const forked = content.entries.some((row, i) => {
		const known = found[i];
		return known !== undefined && !equal(known.bytes, row.bytes);
	});
	const heads = await tx.getMany(
		'heads',
		content.heads.map(({ name }) => [id, name])
	);
	await tx.put('sessions', [newer]);
	await tx.put('keys', [{ session: id, secrets }]);
	await tx.put(
		'entries',
		missing.map(({ channel, author, seq, bytes }) => ({ session: id, channel, author, seq, bytes }))
	);
	await tx.put(
		'heads',
		content.heads.flatMap(({ name, bytes }, i) =>
			heads[i] || bound.heads(name) ? [] : [{ session: id, name, bytes }]
		)
	);
	return {
		session: newer,
		isNew: !here,
		added: missing.length,
		problems: forked ? [fileProblem('file-forked')] : []
	};
}
