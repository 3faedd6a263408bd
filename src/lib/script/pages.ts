import { digestOfText } from './digest.ts';
import type { Script } from './script.ts';

/** One page in one language or for one country. */
export interface CompiledPage {
	/** BCP 47 tag. */
	readonly lang: string;
	/** Markdown without front matter. */
	readonly text: string;
	readonly state: 'source' | 'ok' | 'draft' | 'stale';
	/** Country whose law the page describes; such pages are localised, not translated. */
	readonly region?: string;
	readonly checked_by?: string;
	readonly checked_on?: string;
}

interface FrontMatter {
	readonly fields: Readonly<Record<string, string>>;
	readonly body: string;
}

/** Splits a page into its front matter (`name: value` lines between `---`) and its text. */
export function readPage(source: string): FrontMatter {
	const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const match = /^---\n([\s\S]{0,2000}?)\n---(?:\n|$)/.exec(text);
	if (!match) return { fields: {}, body: text.trim() };
	const fields: Record<string, string> = {};
	for (const line of (match[1] ?? '').split('\n')) {
		const pair = /^(of|status|region|language|checked_by|checked_on):\s*(.*?)\s*$/.exec(line);
		if (pair?.[1] && pair[2]) fields[pair[1]] = pair[2].replace(/^(["'])(.*)\1$/, '$2');
	}
	return { fields, body: text.slice(match[0].length).trim() };
}

/** Language or region in a page's file name: `cs` in `pages/who-does-what.cs.md`. */
export function pageVariants(
	file: string,
	paths: Iterable<string>
): readonly { readonly path: string; readonly suffix: string }[] {
	const stem = file.replace(/\.md$/, '');
	return [...paths].flatMap((path) => {
		if (!path.startsWith(`${stem}.`) || path === file) return [];
		const suffix = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/.exec(
			path.slice(stem.length + 1)
		)?.[1];
		return suffix === undefined ? [] : [{ path, suffix }];
	});
}

export function compilePages(
	script: Script,
	files: Readonly<Record<string, string>>
): Readonly<Record<string, readonly CompiledPage[]>> {
	const out: Record<string, readonly CompiledPage[]> = {};
	for (const page of script.pages ?? []) {
		const source = files[page.file];
		if (source === undefined) continue;
		const original = readPage(source);
		const digest = digestOfText(original.body);
		const translations = pageVariants(page.file, Object.keys(files)).map(({ path, suffix }) =>
			variant(readPage(files[path] ?? ''), suffix, script.language, digest)
		);
		out[page.id] = [
			{ lang: script.language, text: original.body, state: 'source', ...checked(original) },
			...translations
		];
	}
	return out;
}

function variant(page: FrontMatter, suffix: string, source: string, digest: string): CompiledPage {
	const { of, status, region, language } = page.fields;
	if (region !== undefined)
		return { lang: language ?? source, text: page.body, state: 'ok', region, ...checked(page) };
	const state = of !== undefined && of !== digest ? 'stale' : status === 'draft' ? 'draft' : 'ok';
	return { lang: suffix, text: page.body, state, ...checked(page) };
}

const checked = ({ fields: { checked_by, checked_on } }: FrontMatter) => ({
	...(checked_by === undefined ? {} : { checked_by }),
	...(checked_on === undefined ? {} : { checked_on })
});
