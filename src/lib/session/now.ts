import * as v from 'valibot';
import type * as Y from 'yjs';
import type { CommonSettings, Disclosed, Item, Phase } from '#lib/activities/activity.ts';
import { stableJson } from './short-hash.ts';

/**
 * What the stage channel says: the present moment, never history. Everything a phone shows comes from
 * here; facilitator notes never do. One key per part, so that a change sends only what changed.
 */
export interface Now {
	readonly session: NowSession;
	readonly step?: NowStep;
	/** Texts of the current step by offered locale. */
	readonly texts: Readonly<Record<string, NowTexts>>;
	/** Items of the current activity (`from`), the same in every language. */
	readonly items?: readonly Item[];
	/** Results, only while the step shows them on phones. */
	readonly shown?: Disclosed<unknown>;
}

export interface NowSession {
	readonly title: Readonly<Record<string, string>>;
	readonly place: string;
	readonly facilitator: string;
	/** Locales offered on phones, in the facilitator's order. */
	readonly languages: readonly string[];
	readonly roles: readonly {
		readonly id: string;
		readonly icon?: string;
		readonly colour?: string;
		readonly title: Readonly<Record<string, string>>;
	}[];
	readonly status: 'prepared' | 'running' | 'ended';
}

export interface NowStep {
	/** Place of the step in the run; answers carry it. */
	readonly id: string;
	/** 1-based, of `total`. */
	readonly index: number;
	readonly total: number;
	readonly part: number;
	readonly kind?: string;
	readonly phase: Phase;
	/** Relay clock, ms: planned end of the step. */
	readonly endsAt?: number;
}

export interface NowTexts {
	readonly title: string;
	readonly titleLang: string;
	readonly phone: {
		readonly lang: string;
		readonly title?: string;
		readonly body?: string;
		readonly waiting?: string;
		readonly thanks?: string;
	};
	/** Settings of the activity in this language, or in the one it fell back to as a whole. */
	readonly activity?: { readonly lang: string; readonly settings: CommonSettings };
}

const text = v.pipe(v.string(), v.maxLength(4000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const byLocale = v.record(id, text);
const session = v.object({
	title: byLocale,
	place: text,
	facilitator: text,
	languages: v.array(id),
	roles: v.array(
		v.object({
			id,
			icon: v.exactOptional(text),
			colour: v.exactOptional(text),
			title: byLocale
		})
	),
	status: v.picklist(['prepared', 'running', 'ended'])
});
const step = v.object({
	id,
	index: count,
	total: count,
	part: count,
	kind: v.exactOptional(id),
	phase: v.picklist(['waiting', 'open', 'closed', 'shown']),
	endsAt: v.exactOptional(v.pipe(v.number(), v.finite()))
});
const texts = v.object({
	title: text,
	titleLang: id,
	phone: v.object({
		lang: id,
		title: v.exactOptional(text),
		body: v.exactOptional(text),
		waiting: v.exactOptional(text),
		thanks: v.exactOptional(text)
	}),
	activity: v.exactOptional(
		v.object({ lang: id, settings: v.looseObject({ kind: id, each: id, delivery: id }) })
	)
});
const item = v.object({
	id: v.pipe(v.string(), v.maxLength(200)),
	text,
	lang: v.exactOptional(id),
	count: v.exactOptional(v.pipe(v.number(), v.finite())),
	from: v.exactOptional(v.array(v.string()))
});
const shown = v.looseObject({ people: count, cells: v.array(v.unknown()) });

const ofStep = <T extends v.GenericSchema>(value: T) =>
	v.object({ step: v.pipe(v.string(), v.maxLength(80)), value });

const now = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('now');

/** Reads the moment out of a stage document; undefined until a whole session part has arrived. */
export function readNow(doc: Y.Doc): Now | undefined {
	const map = now(doc);
	const readSession = v.safeParse(session, map.get('session'));
	if (!readSession.success) return undefined;
	const readStep = v.safeParse(step, map.get('step'));
	// Parts of a step that is no longer (or not yet) the current one are not shown with another's.
	const current = readStep.success ? readStep.output.id : '';
	const readItems = v.safeParse(ofStep(v.array(item)), map.get('items'));
	const readShown = v.safeParse(ofStep(shown), map.get('shown'));
	const locales: Record<string, NowTexts> = {};
	for (const [key, value] of map.entries()) {
		const read = key.startsWith('text:') ? v.safeParse(ofStep(texts), value) : undefined;
		// The facilitator's device wrote and signed the settings; their inner shape is the kind's business.
		if (read?.success && read.output.step === current) {
			locales[key.slice(5)] = read.output.value as unknown as NowTexts;
		}
	}
	return {
		session: readSession.output,
		texts: locales,
		...(readStep.success ? { step: readStep.output } : {}),
		...(readItems.success && readItems.output.step === current
			? { items: readItems.output.value }
			: {}),
		...(readShown.success && readShown.output.step === current
			? { shown: readShown.output.value as unknown as Disclosed<unknown> }
			: {})
	};
}

/** The parts of a moment by key, as they lie in the document. */
function parts(moment: Now): Map<string, unknown> {
	const out = new Map<string, unknown>([['session', moment.session]]);
	if (moment.step) out.set('step', moment.step);
	const step = moment.step?.id ?? '';
	if (moment.items) out.set('items', { step, value: moment.items });
	if (moment.shown) out.set('shown', { step, value: moment.shown });
	for (const [locale, value] of Object.entries(moment.texts)) {
		out.set(`text:${locale}`, { step, value });
	}
	return out;
}

/**
 * Edits that turn the document into `moment`: only what differs, texts and items before the step that
 * needs them, each edit small enough for one entry. Empty when nothing changed.
 */
export function publish(doc: Y.Doc, moment: Now): ((doc: Y.Doc) => void)[] {
	const map = now(doc);
	const wanted = parts(moment);
	const same = (key: string, value: unknown): boolean =>
		stableJson(map.get(key)) === stableJson(value);
	const order = (key: string): number => (key === 'step' ? 2 : key === 'shown' ? 1 : 0);
	const set = [...wanted].filter(([key, value]) => !same(key, value));
	set.sort(([a], [b]) => order(a) - order(b));
	const gone = [...map.keys()].filter((key) => !wanted.has(key));
	const edits: ((doc: Y.Doc) => void)[] = [];
	let batch: [string, unknown][] = [];
	let size = 0;
	const flush = (deleted: readonly string[]): void => {
		if (batch.length === 0 && deleted.length === 0) return;
		const entries = batch;
		edits.push((target) => {
			for (const key of deleted) now(target).delete(key);
			for (const [key, value] of entries) now(target).set(key, structuredClone(value));
		});
		batch = [];
		size = 0;
	};
	for (const [key, value] of set) {
		const length = JSON.stringify(value).length * 1.5;
		if (size + length > MOST_BYTES) flush([]);
		batch.push([key, value]);
		size += length;
	}
	flush(gone);
	return edits;
}

/** An entry holds 16 KB; half of it leaves room for multi-byte letters and the document's own structure. */
const MOST_BYTES = 9000;
