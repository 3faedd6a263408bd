import { fail, ok, type Outcome, type Problem } from '#lib/base/problem.ts';
import { convertScript } from './convert.ts';
import { digestOf } from './digest.ts';
import { allKinds, type Kinds } from './kinds.ts';
import { compilePages, type CompiledPage } from './pages.ts';
import type { MediaFile, WorkshopSource } from './raw.ts';
import type { Script } from './script.ts';
import { textsOf, type TextEntry } from './texts.ts';
import {
	completenessOf,
	convertTextFile,
	matchTexts,
	mayOffer,
	type Completeness,
	type Matching,
	type TextFile
} from './translate.ts';

/** A translated text that can be shown. `stale` ones still can: a slightly old question beats a foreign one. */
export interface CompiledText {
	readonly text: string;
	readonly state: 'ok' | 'draft' | 'stale';
}

/** Translated texts of one language by key. */
export type Texts = Readonly<Record<string, CompiledText>>;

/** What is needed to run a workshop, as plain JSON: the same content always has the same digest. */
export interface WorkshopContent {
	readonly script: Script;
	/** By BCP 47 tag; the script's own language is not in it. */
	readonly texts: Readonly<Record<string, Texts>>;
	/** By page id: the source and its translations. */
	readonly pages: Readonly<Record<string, readonly CompiledPage[]>>;
	readonly media: Readonly<Record<string, MediaFile>>;
}

export interface CompiledWorkshop extends WorkshopContent {
	readonly id: string;
	readonly version: string;
	/** `sha256-…` over the content; unchanged by comments, order of fields and quoting. */
	readonly digest: string;
	/** By BCP 47 tag, the script's own language included. */
	readonly completeness: Readonly<Record<string, Completeness>>;
}

/** The parts of a compilation that checks and translators look at. */
export interface Compilation {
	readonly script: Script;
	readonly entries: readonly TextEntry[];
	readonly files: Readonly<Record<string, TextFile>>;
	readonly matchings: Readonly<Record<string, Matching>>;
	readonly problems: readonly Problem[];
}

/** Converts script and translation files and matches them. Fails only when the script cannot be used. */
export function convertWorkshop(
	source: WorkshopSource,
	kinds: Kinds = allKinds
): { readonly compilation?: Compilation; readonly problems: readonly Problem[] } {
	const converted = convertScript(source.script, kinds);
	const script = converted.value;
	const problems: Problem[] = [...converted.problems];
	if (!script) return { problems };
	const entries = textsOf(script, kinds);
	const files: Record<string, TextFile> = {};
	const matchings: Record<string, Matching> = {};
	for (const [locale, raw] of Object.entries(source.texts)) {
		const file = convertTextFile(raw, locale);
		problems.push(...file.problems);
		if (!file.value) continue;
		files[locale] = file.value;
		matchings[locale] = matchTexts(entries, file.value.strings);
	}
	return { compilation: { script, entries, files, matchings, problems }, problems };
}

/** Makes the runnable workshop. Problems that stop nothing are left to `checkWorkshop`. */
export function compileWorkshop(
	source: WorkshopSource,
	kinds: Kinds = allKinds
): Outcome<CompiledWorkshop> {
	const { compilation, problems } = convertWorkshop(source, kinds);
	if (!compilation) return fail(...problems);
	const { script, entries, matchings } = compilation;
	const texts: Record<string, Texts> = {};
	const completeness: Record<string, Completeness> = {
		[script.language]: completenessOf(entries, () => 'ok')
	};
	for (const [locale, matching] of Object.entries(matchings)) {
		texts[locale] = Object.fromEntries(
			[...matching.texts].map(([key, { text, state }]) => [key, { text, state }])
		);
		completeness[locale] = completenessOf(
			entries,
			(key) => matching.texts.get(key)?.state ?? 'missing'
		);
	}
	const content = { script, texts, pages: compilePages(script, source.pages), media: source.media };
	return ok({
		id: script.id,
		version: script.version,
		digest: digestOfContent(content),
		...content,
		completeness
	});
}

/** Digest of a workshop's content; a session's snapshot can be verified with it. */
export const digestOfContent = ({ script, texts, pages, media }: WorkshopContent): string =>
	digestOf({
		script,
		texts,
		pages,
		media: Object.fromEntries(Object.entries(media).map(([path, { sha256 }]) => [path, sha256]))
	});

/** Languages that may be offered on phones (`P`) or on the stage (`S`), the script's own first. */
export const offeredLanguages = (
	{ script, completeness }: Pick<CompiledWorkshop, 'script' | 'completeness'>,
	reader: 'P' | 'S'
): readonly string[] =>
	Object.entries(completeness)
		.filter(([, of]) => mayOffer(of[reader], script.status))
		.map(([locale]) => locale)
		.sort((a, b) => Number(b === script.language) - Number(a === script.language));
