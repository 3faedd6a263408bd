import * as v from 'valibot';
import { fail, ok, type Outcome } from '#lib/base/problem.ts';
import { digestOfContent, type CompiledWorkshop, type WorkshopContent } from './compile.ts';
import { workshopField } from './fields.ts';
import { allKinds, type Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import type { Script } from './script.ts';
import { hasShape } from './shape.ts';
import { resolve, type Resolution } from './variants.ts';

/** Version of the snapshot's own shape. */
export const SNAPSHOT_FORMAT = 'plenum-snapshot/1';

/** What a session fixes when it is prepared. */
export interface SnapshotChoices {
	/** Ids of variants, at most one of each axis. */
	readonly variants: readonly string[];
	/** Which variant wins, by step, where two clash. */
	readonly choices: Readonly<Record<string, string>>;
	readonly languages: {
		/** Offered on phones. */
		readonly participants: readonly string[];
		/** One or two on the stage. */
		readonly stage: readonly string[];
	};
}

/**
 * The frozen script of one session: plain JSON, enough to run and report it for ever without the
 * workshop's files. It never changes once the session has started.
 */
export interface SessionSnapshot extends WorkshopContent, SnapshotChoices {
	readonly format: typeof SNAPSHOT_FORMAT;
	readonly id: string;
	readonly version: string;
	/** Digest of the workshop's content; `parseSnapshot` verifies it. */
	readonly digest: string;
}

/** Freezes a compiled workshop for a session. */
export function makeSnapshot(
	workshop: CompiledWorkshop,
	choices: SnapshotChoices
): SessionSnapshot {
	const { id, version, digest, script, texts, pages, media } = workshop;
	const { variants, languages } = choices;
	const snapshot: SessionSnapshot = {
		format: SNAPSHOT_FORMAT,
		id,
		version,
		digest,
		variants,
		choices: choices.choices,
		languages,
		script,
		texts,
		pages,
		media
	};
	// A copy, so that nothing the session holds is shared with the library.
	return JSON.parse(JSON.stringify(snapshot)) as SessionSnapshot;
}

/** The plan of a session. */
export const planOf = (snapshot: SessionSnapshot, kinds: Kinds = allKinds): Resolution =>
	resolve(snapshot.script, snapshot.variants, snapshot.choices, kinds);

const short = v.pipe(v.string(), v.maxLength(200));
const tags = v.pipe(v.array(short), v.maxLength(60));
const page = v.strictObject({
	lang: short,
	text: v.pipe(v.string(), v.maxLength(300_000)),
	state: v.picklist(['source', 'ok', 'draft', 'stale']),
	region: v.optional(short),
	checked_by: v.optional(short),
	checked_on: v.optional(short)
});
const schema = v.strictObject({
	format: v.literal(SNAPSHOT_FORMAT),
	id: short,
	version: short,
	digest: short,
	variants: tags,
	choices: v.record(short, short),
	languages: v.strictObject({ participants: tags, stage: v.pipe(tags, v.maxLength(2)) }),
	script: v.looseObject({ id: short, version: short }),
	texts: v.record(
		short,
		v.record(
			short,
			v.strictObject({
				text: v.pipe(v.string(), v.maxLength(4000)),
				state: v.picklist(['ok', 'draft', 'stale'])
			})
		)
	),
	pages: v.record(short, v.pipe(v.array(page), v.maxLength(60))),
	media: v.record(
		short,
		v.strictObject({
			sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
			size: v.pipe(v.number(), v.integer()),
			url: v.optional(v.pipe(v.string(), v.regex(/^data:(?:image|audio)\/[a-z0-9.+-]+;base64,/)))
		})
	)
});

/** The door for snapshots that come from a file or a database: shape and digest are verified. */
export function parseSnapshot(data: unknown, kinds: Kinds = allKinds): Outcome<SessionSnapshot> {
	const parsed = v.safeParse(schema, data);
	const refused = fail(problem('snapshot', {}));
	if (!parsed.success || !hasShape(parsed.output.script, workshopField, kinds)) return refused;
	const { script, pages, ...rest } = parsed.output;
	// `hasShape` has just compared it with the registry that made it; pages differ only in how absence is typed.
	const snapshot = { ...rest, script, pages } as unknown as SessionSnapshot & { script: Script };
	const same =
		digestOfContent(snapshot) === snapshot.digest &&
		snapshot.script.id === snapshot.id &&
		snapshot.script.version === snapshot.version;
	return same ? ok(snapshot) : refused;
}
