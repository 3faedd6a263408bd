import {
	Composer,
	isMap,
	isScalar,
	isSeq,
	Lexer,
	LineCounter,
	Parser,
	type Document,
	type ParsedNode,
	type YAMLError,
	type YAMLMap
} from 'yaml';
import type { Problem } from '#lib/base/problem.ts';
import { problem, type Code } from './messages.ts';
import type { MediaFile, Raw, RawEntry, WorkshopSource } from './raw.ts';

// Imported while vite.config.ts is read: only `yaml` and neighbours without import.meta.glob.

/** Largest script or text file, in bytes. */
export const MAX_FILE = 256 * 1024;
/** Deepest nesting of lists and fields. */
export const MAX_DEPTH = 32;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface Parsed {
	/** Absent when the file cannot be used at all. */
	readonly raw?: Raw;
	readonly problems: readonly Problem[];
}

/**
 * Reads the subset of YAML that scripts use: every value stays text. Hostile input (size, tabs,
 * anchors, tags, depth, keys that reach prototypes) is refused by a cheap scan before parsing.
 */
export function parseYaml(text: string, file: string): Parsed {
	const refuse = (code: Code, line?: number, args: Record<string, string | number> = {}) => ({
		problems: [problem(code, { file, line: line ?? 1, ...args }, { file, line })]
	});
	if (text.length > MAX_FILE || new TextEncoder().encode(text).length > MAX_FILE)
		return refuse('too-big', undefined, { kb: Math.round(text.length / 1024), max: 256 });
	if (text.includes('\0')) return refuse('not-readable', lineAt(text, text.indexOf('\0')));
	const tab = text.indexOf('\t');
	if (tab >= 0) {
		const start = text.lastIndexOf('\n', tab) + 1;
		const leading = text.slice(start, tab).trim() === '';
		return refuse(leading ? 'tab' : 'tab-inside', lineAt(text, tab));
	}
	const lines = new LineCounter();
	const scanned = scan(text.replace(/\r\n?/g, '\n'), lines);
	if ('code' in scanned) return refuse(scanned.code, scanned.line, scanned.args);
	const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
	const documents = [...composer.compose(scanned.tokens)];
	if (documents.length > 1) return refuse('several-documents', lineOf(documents[1], lines));
	const document = documents[0];
	if (!document) return refuse('empty-file');
	const errors = [...document.errors, ...document.warnings];
	if (errors[0]) return { problems: [explain(errors[0], file, lines)] };
	const problems = scanned.cut.map((line) => problem('hash', { line }, { file, line }));
	const raw = toRaw(document.contents, { file, lines, problems });
	if (raw.type === 'text' && raw.text.trim() === '') return refuse('empty-file');
	return problems.some((each) => each.level === 'error') ? { problems } : { raw, problems };
}

type Token = ReturnType<Parser['parse']> extends Iterable<infer T> ? T : never;
type Refusal = { code: Code; line: number; args?: Record<string, string | number> };

/** Signs by which the lexer marks the start of a document and of a scalar; they are not in the text. */
const MARKERS: ReadonlySet<string> = new Set(['\u0002', '\u001f']);
/** What may stand between a key and its colon. */
const BETWEEN: ReadonlySet<string> = new Set([...MARKERS, ' ', '\n']);

/** Runs lexer and parser side by side, so that the first bad token stops everything. */
function scan(text: string, lines: LineCounter): { tokens: Token[]; cut: number[] } | Refusal {
	const parser = new Parser(lines.addNewLine);
	lines.addNewLine(0);
	const tokens: Token[] = [];
	let at = 0;
	const cut: number[] = [];
	let last = '';
	let written = false;
	for (const lexeme of new Lexer().lex(text)) {
		const first = lexeme[0];
		const line = () => lines.linePos(at).line;
		if (first === '&' || first === '*') return { code: 'anchor', line: line() };
		if (first === '!') return { code: 'tag', line: line() };
		if (first === '%') return { code: 'not-readable', line: line() };
		if (lexeme === ':') {
			const key = last.replace(/^["']|["']$/g, '');
			if (key === '<<') return { code: 'merge', line: line() };
			if (FORBIDDEN_KEYS.has(key)) return { code: 'unsafe-key', line: line(), args: { key } };
		}
		// `Rule #1` is half a sentence and a comment; comments begin with `# ` or stand alone.
		if (written && /^#[^\s#!]/.test(lexeme)) cut.push(line());
		written = first === '\n' ? false : written || !BETWEEN.has(first ?? '');
		if (!BETWEEN.has(first ?? '')) last = lexeme;
		for (const token of parser.next(lexeme)) tokens.push(token);
		if (parser.stack.length > MAX_DEPTH + 2) return { code: 'too-deep', line: line() };
		if (!MARKERS.has(first ?? '')) at += lexeme.length;
	}
	for (const token of parser.end()) tokens.push(token);
	return { tokens, cut };
}

interface Reading {
	readonly file: string;
	readonly lines: LineCounter;
	readonly problems: Problem[];
}

function toRaw(node: ParsedNode | null, reading: Reading): Raw {
	const { file, lines, problems } = reading;
	const line = node?.range ? lines.linePos(node.range[0]).line : 0;
	if (isMap(node)) {
		const seen = new Map<string, number>();
		const entries: RawEntry[] = [];
		for (const pair of node.items) {
			const key = isScalar(pair.key) ? String(pair.key.value ?? '') : undefined;
			const keyLine = pair.key?.range ? lines.linePos(pair.key.range[0]).line : line;
			if (key === undefined) {
				problems.push(problem('not-readable', { line: keyLine }, { file, line: keyLine }));
				continue;
			}
			// A second wall: the scan has already refused these, quoted or escaped ones arrive here.
			if (FORBIDDEN_KEYS.has(key))
				problems.push(problem('unsafe-key', { key }, { file, line: keyLine }));
			const before = seen.get(key);
			if (before !== undefined) {
				const args = { key, where: nameOf(node), first: before, second: keyLine };
				problems.push(problem('duplicate-key', args, { file, line: keyLine }));
				continue;
			}
			seen.set(key, keyLine);
			entries.push({ key, line: keyLine, value: toRaw(pair.value, reading) });
		}
		return { type: 'map', entries, line };
	}
	if (isSeq(node)) {
		const items = node.items.map((item) => toRaw(item, reading));
		return { type: 'list', items, line };
	}
	const value = isScalar(node) ? node.value : '';
	return { type: 'text', text: typeof value === 'string' ? value : '', line };
}

/** " in *Welcome*" for things with a title. */
function nameOf(node: YAMLMap.Parsed): string {
	const title = node.items.find((pair) => isScalar(pair.key) && pair.key.value === 'title')?.value;
	return isScalar(title) && typeof title.value === 'string' ? ` in *${title.value}*` : '';
}

/** Words for what the YAML parser found. */
function explain(error: YAMLError, file: string, lines: LineCounter): Problem {
	const line = lines.linePos(error.pos[0]).line;
	const at = { file, line };
	switch (error.code) {
		case 'BLOCK_AS_IMPLICIT_KEY':
			return problem('colon', { line }, at);
		case 'TAB_AS_INDENT':
			return problem('tab', { line }, at);
		case 'TAG_RESOLVE_FAILED':
			return problem('tag', { line }, at);
		default:
			return problem('not-readable', { line }, at);
	}
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const lineOf = (document: Document.Parsed | undefined, lines: LineCounter): number =>
	document ? lines.linePos(document.range[0]).line : 1;

/** Files of one workshop as read from a disk or an archive; paths are relative to its folder. */
export interface WorkshopFiles {
	/** Name of the folder. */
	readonly folder: string;
	readonly texts: ReadonlyMap<string, string>;
	readonly media: ReadonlyMap<string, MediaFile>;
	/** Files that were not read at all: links to other places, or far too big (KB). */
	readonly refused?: readonly {
		readonly path: string;
		readonly link: boolean;
		readonly kb: number;
	}[];
}

/** Parses every file of one workshop. `source` is absent when `workshop.yaml` cannot be used. */
export function parseWorkshop(files: WorkshopFiles): {
	readonly source?: WorkshopSource;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const texts: Record<string, Raw> = {};
	const pages: Record<string, string> = {};
	let script: Raw | undefined;
	for (const { path: file, link, kb } of files.refused ?? [])
		problems.push(problem(link ? 'link' : 'too-big', { file, kb, max: 256 }, { file }));
	const main = files.texts.get('workshop.yaml');
	if (main === undefined && !problems.some(({ file }) => file === 'workshop.yaml'))
		problems.push(problem('no-script', { folder: files.folder }, { file: 'workshop.yaml' }));
	for (const [path, text] of files.texts) {
		const locale = /^i18n\/([A-Za-z0-9-]+)\.yaml$/.exec(path)?.[1];
		if (path === 'workshop.yaml' || locale) {
			const parsed = parseYaml(text, path);
			problems.push(...parsed.problems);
			if (!parsed.raw) continue;
			if (locale) texts[locale] = parsed.raw;
			else script = parsed.raw;
		} else if (/^pages\/[^/]+\.md$/.test(path)) {
			if (text.length > MAX_FILE) {
				const kb = Math.round(text.length / 1024);
				problems.push(problem('too-big', { file: path, kb, max: 256 }, { file: path }));
			} else pages[path] = text;
		}
	}
	if (!script) return { problems };
	const media = Object.fromEntries(files.media);
	return { source: { folder: files.folder, script, texts, pages, media }, problems };
}

// What the Vite plugin needs besides parsing comes through this file, its one door to the scripts.
export { listing } from './listing.ts';
export { plainWorkshop as plainOf, type PlainWorkshop } from './raw.ts';
