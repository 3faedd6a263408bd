import * as v from 'valibot';
import { concat, fromHex, fromUtf8, toHex, utf8 } from '#lib/base/bytes.ts';
import { SESSION_SCHEMA } from './sessions.ts';
import type { EntryRow, HeadRow, SessionRow } from './tables.ts';

/** Everything of one session that travels to another device. */
export interface SessionContent {
	readonly session: SessionRow;
	readonly secrets: ReadonlyMap<string, Uint8Array>;
	readonly heads: readonly Omit<HeadRow, 'session'>[];
	readonly entries: readonly Omit<EntryRow, 'session'>[];
}

const hex = v.pipe(
	v.string(),
	v.regex(/^(?:[0-9a-f]{2})*$/),
	v.transform((text) => fromHex(text) ?? new Uint8Array())
);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const channel = v.pipe(
	v.string(),
	v.regex(/^(?:stage|in\/[0-9a-f]{64}|[a-z]+\/[0-9a-z/]{1,100})$/)
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const INDEX = v.object({
	format: v.literal('plenum-session/1'),
	session: SESSION_SCHEMA,
	secrets: v.array(v.tuple([name, hex])),
	heads: v.array(v.tuple([name, hex])),
	/** channel, author, sequence number, length of its bytes in the blob that follows */
	entries: v.array(v.tuple([channel, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), count, count]))
});

/** Index length u32 | index as JSON | the entries' bytes one after another. */
export function encodeContent(content: SessionContent): Uint8Array {
	const index: v.InferInput<typeof INDEX> = {
		format: 'plenum-session/1',
		session: content.session,
		secrets: [...content.secrets].map(([key, bytes]) => [key, toHex(bytes)]),
		heads: content.heads.map(({ name: key, bytes }) => [key, toHex(bytes)]),
		entries: content.entries.map((row) => [row.channel, row.author, row.seq, row.bytes.length])
	};
	const json = utf8(JSON.stringify(index));
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, json.length);
	return concat(length, json, ...content.entries.map(({ bytes }) => bytes));
}

function parseJson(text: string | undefined): unknown {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Undefined when anything at all does not fit. */
export function decodeContent(body: Uint8Array): SessionContent | undefined {
	if (body.length < 4) return undefined;
	const length = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0);
	if (length > body.length - 4) return undefined;
	const parsed = v.safeParse(INDEX, parseJson(fromUtf8(body.subarray(4, 4 + length))));
	if (!parsed.success) return undefined;
	let at = 4 + length;
	const entries: Omit<EntryRow, 'session'>[] = [];
	for (const [where, author, seq, size] of parsed.output.entries) {
		if (size > body.length - at) return undefined;
		// A copy: a view would keep the whole file alive.
		entries.push({ channel: where, author, seq, bytes: body.slice(at, at + size) });
		at += size;
	}
	if (at !== body.length) return undefined;
	return {
		session: parsed.output.session,
		secrets: new Map(parsed.output.secrets),
		heads: parsed.output.heads.map(([key, bytes]) => ({ name: key, bytes })),
		entries
	};
}
