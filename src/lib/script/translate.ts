import type { Audience } from '#lib/activities/field.ts';
import type { Problem } from '#lib/base/problem.ts';
import { convertField } from './convert.ts';
import { textFileFields, TEXT_FORMAT } from './fields.ts';
import { problem } from './messages.ts';
import { placeholdersIn } from './placeholders.ts';
import { entryOf, textAt, type Raw } from './raw.ts';
import type { TextEntry } from './texts.ts';

/** One line of a translation file. */
export interface Translation {
	readonly key: string;
	/** The source sentence as the translator saw it. */
	readonly src: string;
	readonly text: string;
	readonly draft: boolean;
	/** 1-based line in the file; 0 = not known. */
	readonly line: number;
}

export interface TextFile {
	readonly locale: string;
	readonly workshop: string;
	readonly strings: readonly Translation[];
}

/** Reads a translation file. Lines without a text are missing texts, not errors. */
export function convertTextFile(
	raw: Raw,
	locale: string
): { readonly value?: TextFile; readonly problems: readonly Problem[] } {
	const file = `i18n/${locale}.yaml`;
	const found = textAt(raw, 'format') ?? '';
	if (raw.type !== 'map' || found !== TEXT_FORMAT) {
		const line = entryOf(raw, 'format')?.line;
		return { problems: [problem('format-wrong', { format: TEXT_FORMAT, found }, { file, line })] };
	}
	const rest: Raw = { ...raw, entries: raw.entries.filter((each) => each.key !== 'strings') };
	const head = convertField(
		rest,
		{ type: 'object', fields: textFileFields, help: '' },
		undefined,
		file
	);
	const problems = [...head.problems];
	const strings: Translation[] = [];
	const entry = entryOf(raw, 'strings');
	if (entry && entry.value.type !== 'map') {
		const args = { field: 'strings', where: file, example: 'title: …' };
		problems.push(problem('expects-fields', args, { file, line: entry.line, path: 'strings' }));
	} else if (entry?.value.type === 'map') {
		for (const { key, line, value } of entry.value.entries) {
			const src = textAt(value, 'src');
			const text = textAt(value, 'text');
			if (src === undefined || value.type !== 'map') {
				const args = { field: 'src', where: key };
				problems.push(problem('required', args, { file, line, path: `strings.${key}` }));
			} else if (text !== undefined) {
				strings.push({ key, src, text, draft: textAt(value, 'state') === 'draft', line });
			}
		}
	}
	if (problems.some((each) => each.level === 'error')) return { problems };
	return {
		value: {
			locale: textAt(raw, 'locale') ?? locale,
			workshop: textAt(raw, 'workshop') ?? '',
			strings
		},
		problems
	};
}

/** `missing` = no text, or one that can no longer be used. */
export type TextState = 'ok' | 'draft' | 'stale' | 'missing';

export interface Matched {
	readonly text: string;
	readonly state: Exclude<TextState, 'missing'>;
	/** Line in the translation file; 0 = not known. */
	readonly line: number;
}

/** A translation whose placeholders are not those of the source. */
export interface Broken {
	readonly key: string;
	/** With braces. */
	readonly placeholder: string;
	/** False = it has one the source does not have. */
	readonly lost: boolean;
	readonly line: number;
}

export interface Matching {
	/** By key of today's script. */
	readonly texts: ReadonlyMap<string, Matched>;
	/** Keys whose text lost or gained a placeholder, so that it counts as missing. */
	readonly broken: readonly Broken[];
	/** Lines of the file that belong to nothing any more. */
	readonly orphans: readonly Translation[];
}

/** Same words after Unicode and space folding. */
export const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Finds the translation of each text in three passes: same key and same source; same source under a
 * key that is not used (the same step first); same key with another source, which is stale. The
 * order matters: moving a step or a bullet loses nothing.
 */
export function matchTexts(
	entries: readonly TextEntry[],
	strings: readonly Translation[]
): Matching {
	const byKey = new Map(strings.map((each) => [each.key, each]));
	const bySource = new Map<string, Translation[]>();
	for (const each of strings) {
		const folded = fold(each.src);
		const same = bySource.get(folded);
		if (same) same.push(each);
		else bySource.set(folded, [each]);
	}
	const used = new Set<string>();
	const found = new Map<string, { from: Translation; stale: boolean }>();

	for (const { key, source } of entries) {
		const from = byKey.get(key);
		if (!from || fold(from.src) !== fold(source)) continue;
		used.add(key);
		found.set(key, { from, stale: false });
	}
	for (const sameStep of [true, false]) {
		for (const { key, source } of entries) {
			if (found.has(key)) continue;
			const from = bySource
				.get(fold(source))
				?.find(
					(each) => !used.has(each.key) && (!sameStep || stepPart(each.key) === stepPart(key))
				);
			if (!from) continue;
			used.add(from.key);
			found.set(key, { from, stale: false });
		}
	}
	for (const { key } of entries) {
		const from = byKey.get(key);
		if (!from || found.has(key) || used.has(key)) continue;
		used.add(key);
		found.set(key, { from, stale: true });
	}

	const texts = new Map<string, Matched>();
	const broken: Broken[] = [];
	for (const { key, source } of entries) {
		const match = found.get(key);
		if (!match) continue;
		const { from, stale } = match;
		const [before, after] = [placeholdersIn(source), placeholdersIn(from.text)];
		const lost = before.find((each) => !after.includes(each));
		const placeholder = lost ?? after.find((each) => !before.includes(each));
		if (placeholder !== undefined) {
			const { line } = from;
			// A stale text of before the placeholder was added is simply missing.
			if (!stale)
				broken.push({ key, placeholder: `{${placeholder}}`, lost: lost !== undefined, line });
			continue;
		}
		const state = stale ? 'stale' : from.draft ? 'draft' : 'ok';
		texts.set(key, { text: from.text, state, line: from.line });
	}
	return { texts, broken, orphans: strings.filter((each) => !used.has(each.key)) };
}

const stepPart = (key: string): string => key.split('.').slice(0, 2).join('.');

/** Counts of one audience in one language. `total = ok + stale + draft + missing`. */
export interface Count {
	readonly total: number;
	readonly ok: number;
	readonly stale: number;
	readonly draft: number;
	readonly missing: number;
}

/** Who reads: Phone, Stage, Facilitator, print (X). */
export type Reader = Exclude<Audience, '-'>;
export type Completeness = Readonly<Record<Reader, Count>>;

/** How complete a language is for phones, stage, facilitator and print. */
export function completenessOf(
	entries: readonly TextEntry[],
	state: (key: string) => TextState
): Completeness {
	const count = (reader: Reader): Count => {
		const states = entries.filter((each) => each.audience === reader).map(({ key }) => state(key));
		const of = (which: TextState) => states.filter((each) => each === which).length;
		return {
			total: states.length,
			ok: of('ok'),
			stale: of('stale'),
			draft: of('draft'),
			missing: of('missing')
		};
	};
	return { P: count('P'), S: count('S'), F: count('F'), X: count('X') };
}

/** Share of finished texts in whole percent, rounded down so that 100 means all. */
export const percentOf = ({ ok, total }: Count): number =>
	total === 0 ? 100 : Math.floor((100 * ok) / total);

/** Share of texts that are there in any state, in whole percent, rounded down so that 100 means all. */
export const presentPercentOf = ({ missing, total }: Count): number =>
	total === 0 ? 100 : Math.floor((100 * (total - missing)) / total);

/**
 * Whether a language may be offered to these readers: nothing is missing. Stale texts count as
 * present, drafts only while the workshop is a draft or pilot itself.
 */
export const mayOffer = (count: Count, status: 'draft' | 'pilot' | 'stable' | 'retired'): boolean =>
	count.missing === 0 && (count.draft === 0 || status === 'draft' || status === 'pilot');
