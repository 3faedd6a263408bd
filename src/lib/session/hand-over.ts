import * as v from 'valibot';
import type * as Y from 'yjs';
import { concat, fromUtf8, utf8 } from '#lib/base/bytes.ts';
import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import { parseSnapshot, type SessionSnapshot } from '#lib/script/snapshot.ts';
import type { SessionRow } from '#lib/storage/sessions.ts';
import type { Room } from '#lib/sync/contract.ts';
import { readSetup, type Setup } from './setup.ts';

/** Bytes in one entry; an entry may have 16 KB. */
const PART = 11 * 1024;
/** Together they must leave room for the day's events in one snapshot of the log. */
const MOST_PARTS = 14;
/** No session is larger than this once it is read; what is, was not made by us. */
const LARGEST = 8 * 1024 * 1024;

/** What a session needs on another device of its facilitators, besides the recovery code. */
export interface HandedOver {
	readonly id: string;
	readonly title: string;
	readonly status: SessionRow['status'];
	readonly keepDays: number;
	readonly snapshot: SessionSnapshot;
	readonly setup: Setup;
	/** When it was last changed, ms since 1970. */
	readonly updated: number;
}

/** A session cut into entries: what changes (`head`), and the frozen script, which hardly ever does. */
export interface PackedSession {
	readonly digest: string;
	readonly head: Uint8Array;
	readonly parts: readonly Uint8Array[];
}

const headSchema = v.object({
	v: v.literal(1),
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
	title: v.pipe(v.string(), v.maxLength(200)),
	status: v.picklist(['prepared', 'running', 'ended']),
	keepDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
	updated: v.number(),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
	parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PARTS)),
	choices: v.unknown(),
	setup: v.unknown()
});

const problem = (code: string): Outcome<never> => {
	const trouble: Problem = { code, level: 'error', path: '', message: code };
	return fail(trouble);
};

/** Packs a session. Problem: `hand-over-too-large`; such a session travels as a file. */
export async function packSession(row: SessionRow): Promise<Outcome<PackedSession>> {
	const snapshot = parseSnapshot(row.snapshot);
	if (!snapshot.ok) return snapshot;
	const { variants, choices, languages, ...content } = snapshot.value;
	const bytes = await deflate(utf8(JSON.stringify(content)));
	const parts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, index) =>
		bytes.slice(index * PART, (index + 1) * PART)
	);
	if (parts.length > MOST_PARTS) return problem('hand-over-too-large');
	const digest = content.digest.replace(/^sha256-/, '').slice(0, 16);
	const head = await deflate(
		utf8(
			JSON.stringify({
				v: 1,
				id: row.id,
				title: row.title,
				status: row.status,
				keepDays: row.keepDays,
				updated: row.updated,
				digest,
				parts: parts.length,
				choices: { variants, choices, languages },
				setup: readSetup(row.setup)
			})
		)
	);
	return head.length > PART ? problem('hand-over-too-large') : ok({ digest, head, parts });
}

const carried = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('carry');
const partKey = (digest: string, index: number): string => `${digest}/${index}`;

/**
 * Puts a session into this device's private log, so that another device can take over with the recovery
 * code alone. Writes only what is not there yet; only facilitators can read it.
 */
export async function handOver(room: Room, row: SessionRow): Promise<Outcome<void>> {
	const packed = await packSession(row);
	if (!packed.ok) return packed;
	const { digest, head, parts } = packed.value;
	const channel = `in/${room.self}` as const;
	for (const [index, part] of parts.entries()) {
		const key = partKey(digest, index);
		if (isSame(carried(room.doc(channel)).get(key), part)) continue;
		await room.change(channel, (doc) => carried(doc).set(key, part));
	}
	if (!isSame(carried(room.doc(channel)).get('head'), head)) {
		await room.change(channel, (doc) => {
			const map = carried(doc);
			map.set('head', head);
			for (const key of [...map.keys()]) {
				if (key !== 'head' && !key.startsWith(`${digest}/`)) map.delete(key);
			}
		});
	}
	return ok(undefined);
}

const isSame = (there: unknown, wanted: Uint8Array): boolean =>
	there instanceof Uint8Array &&
	there.length === wanted.length &&
	there.every((byte, index) => byte === wanted[index]);

/**
 * Reads the newest session out of facilitators' private logs. Problems: `restore-nothing` (no log has
 * one), `restore-incomplete` (parts are still on their way), `restore-damaged`.
 */
export async function readHandOver(docs: readonly Y.Doc[]): Promise<Outcome<HandedOver>> {
	let best: Outcome<HandedOver> = problem('restore-nothing');
	for (const doc of docs) {
		const found = await readOne(carried(doc));
		if (!found) continue;
		if (!best.ok || (found.ok && found.value.updated > best.value.updated)) best = found;
	}
	return best;
}

async function readOne(map: Y.Map<unknown>): Promise<Outcome<HandedOver> | undefined> {
	const packed = map.get('head');
	if (packed === undefined) return undefined;
	const head = v.safeParse(headSchema, await unpack(packed));
	if (!head.success) return problem('restore-damaged');
	const { digest, parts: count, choices, ...rest } = head.output;
	const parts = Array.from({ length: count }, (_, index) => map.get(partKey(digest, index)));
	if (parts.some((part) => part === undefined)) return problem('restore-incomplete');
	const bytes = parts.flatMap((part) => (part instanceof Uint8Array ? [part] : []));
	const content = await unpack(concat(...bytes));
	if (!isObject(content) || !isObject(choices)) return problem('restore-damaged');
	const snapshot = parseSnapshot({ ...content, ...choices });
	if (!snapshot.ok) return problem('restore-damaged');
	const { id, title, status, keepDays, updated, setup } = rest;
	return ok({
		id,
		title,
		status,
		keepDays,
		updated,
		snapshot: snapshot.value,
		setup: readSetup(setup)
	});
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when it is no deflated JSON of a bearable size. */
async function unpack(packed: unknown): Promise<unknown> {
	if (!(packed instanceof Uint8Array)) return undefined;
	try {
		const text = fromUtf8(await inflate(packed));
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
	through(bytes, new CompressionStream('deflate'));
const inflate = (bytes: Uint8Array): Promise<Uint8Array> =>
	through(bytes, new DecompressionStream('deflate'));

async function through(
	bytes: Uint8Array,
	change: CompressionStream | DecompressionStream
): Promise<Uint8Array> {
	const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(change).getReader();
	const out: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return concat(...out);
		size += value.length;
		if (size > LARGEST) {
			await reader.cancel();
			throw new Error('The session is larger than any session can be.');
		}
		out.push(value);
	}
}
