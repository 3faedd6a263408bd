/** What a file says before any field table has looked at it: every value is still text, with its line. */
export type Raw = RawText | RawList | RawMap;

export interface RawText {
	readonly type: 'text';
	readonly text: string;
	/** 1-based; 0 = not known (data that came as JSON). */
	readonly line: number;
}
export interface RawList {
	readonly type: 'list';
	readonly items: readonly Raw[];
	readonly line: number;
}
export interface RawMap {
	readonly type: 'map';
	readonly entries: readonly RawEntry[];
	readonly line: number;
}
export interface RawEntry {
	readonly key: string;
	readonly line: number;
	readonly value: Raw;
}

/** The same as plain JSON: only texts, lists and objects. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** Files of one workshop, parsed but not yet converted. The key of `texts` is the locale. */
export interface WorkshopSource {
	readonly folder: string;
	readonly script: Raw;
	readonly texts: Readonly<Record<string, Raw>>;
	/** Markdown by path inside the folder, for example `pages/who-does-what.cs.md`. */
	readonly pages: Readonly<Record<string, string>>;
	/** Files that are not text, by path inside the folder. */
	readonly media: Readonly<Record<string, MediaFile>>;
}

export interface MediaFile {
	/** Hexadecimal SHA-256 of the bytes. */
	readonly sha256: string;
	/** Bytes. */
	readonly size: number;
	/** The bytes as a `data:` URL; absent where only the check needs the file. */
	readonly url?: string;
}

/** A workshop as the build ships it: `WorkshopSource` without line numbers. */
export interface PlainWorkshop {
	readonly folder: string;
	readonly script: Plain;
	readonly texts: Readonly<Record<string, Plain>>;
	readonly pages: Readonly<Record<string, string>>;
	readonly media: Readonly<Record<string, MediaFile>>;
}

/** Drops the lines. Objects have no prototype, so no key can reach one. */
export function toPlain(raw: Raw): Plain {
	switch (raw.type) {
		case 'text':
			return raw.text;
		case 'list':
			return raw.items.map(toPlain);
		case 'map': {
			const out: Record<string, Plain> = Object.create(null);
			for (const { key, value } of raw.entries) out[key] = toPlain(value);
			return out;
		}
		default:
			return raw satisfies never;
	}
}

/** Opposite of `toPlain`; lines are 0. */
export function fromPlain(plain: Plain): Raw {
	if (typeof plain === 'string') return { type: 'text', text: plain, line: 0 };
	if (isList(plain)) return { type: 'list', items: plain.map(fromPlain), line: 0 };
	const entries = Object.entries(plain).map(([key, value]) => ({
		key,
		line: 0,
		value: fromPlain(value)
	}));
	return { type: 'map', entries, line: 0 };
}

const isList = (plain: Plain): plain is readonly Plain[] => Array.isArray(plain);

export const plainWorkshop = (source: WorkshopSource): PlainWorkshop => ({
	...source,
	script: toPlain(source.script),
	texts: mapValues(source.texts, toPlain)
});

export const sourceOf = (plain: PlainWorkshop): WorkshopSource => ({
	...plain,
	script: fromPlain(plain.script),
	texts: mapValues(plain.texts, fromPlain)
});

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B) {
	const out: Record<string, B> = {};
	for (const [key, value] of Object.entries(record)) out[key] = map(value);
	return out;
}

/** Value of a key of a map; undefined when `raw` is something else, or the value is empty (empty = absent). */
export function entryOf(raw: Raw | undefined, key: string): RawEntry | undefined {
	if (raw?.type !== 'map') return undefined;
	const entry = raw.entries.find((each) => each.key === key);
	return entry && !isEmpty(entry.value) ? entry : undefined;
}

/** Text of a key of a map, trimmed; undefined when there is none. */
export function textAt(raw: Raw | undefined, key: string): string | undefined {
	const value = entryOf(raw, key)?.value;
	return value?.type === 'text' ? value.text.trim() : undefined;
}

export const isEmpty = (raw: Raw): boolean => raw.type === 'text' && raw.text.trim() === '';
