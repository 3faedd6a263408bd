import MarkdownIt from 'markdown-it';
import type { Problem } from '#lib/base/problem.ts';
import { digestOfText } from './digest.ts';
import { workshopField } from './fields.ts';
import type { Kinds } from './kinds.ts';
import { problem } from './messages.ts';
import { pageVariants, readPage } from './pages.ts';
import type { WorkshopSource } from './raw.ts';
import type { Script } from './script.ts';
import { walk } from './walk.ts';

/** One picture or sound should stay below this. */
const MAX_PICTURE_KB = 200;
const MAX_ALL_MB = 25;

/** Pages and pictures: inside the folder, there, small, and without anything that runs. */
export function checkFiles(
	script: Script,
	source: WorkshopSource,
	kinds: Kinds
): readonly Problem[] {
	const problems: Problem[] = [];
	walk(script, workshopField, kinds, ({ value, field, path, name, where }) => {
		if (field.type !== 'string' || typeof value !== 'string') return;
		if (name !== 'file' && name !== 'image' && name !== 'audio') return;
		const args = { field: name, where, value };
		if (!isInside(value)) problems.push(problem('path', args, { path }));
		else if (!Object.hasOwn(source.pages, value) && !Object.hasOwn(source.media, value))
			problems.push(problem('file-missing', args, { path }));
	});
	let total = 0;
	for (const [value, { size }] of Object.entries(source.media)) {
		const kb = Math.round(size / 1024);
		total += size;
		if (kb > MAX_PICTURE_KB && size <= MAX_ALL_MB * 1024 * 1024)
			problems.push(problem('image-big', { value, kb, max: MAX_PICTURE_KB }, { file: value }));
	}
	const mb = Math.round(total / 1024 / 1024);
	if (total > MAX_ALL_MB * 1024 * 1024)
		problems.push(problem('media-big', { mb, max: MAX_ALL_MB }, { file: 'media' }));
	for (const page of script.pages ?? []) {
		const original = source.pages[page.file];
		if (original === undefined) continue;
		const digest = digestOfText(readPage(original).body);
		for (const { path } of pageVariants(page.file, Object.keys(source.pages))) {
			const { of, region } = readPage(source.pages[path] ?? '').fields;
			if (of !== undefined && of !== digest && region === undefined)
				problems.push(problem('page-stale', { file: path, digest }, { file: path }));
		}
	}
	for (const [file, text] of Object.entries(source.pages)) problems.push(...checkPage(file, text));
	return problems;
}

/** A path that stays in the workshop's folder. */
export const isInside = (path: string): boolean =>
	/^(?:pages|media)\/[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)?$/.test(path) &&
	!path.includes('..');

/** Markdown of a page: no web page tags, no links that run something or lead out of the folder. */
export function checkPage(file: string, source: string): readonly Problem[] {
	const markdown = new MarkdownIt({ html: true, linkify: false });
	const problems: Problem[] = [];
	const { body } = readPage(source);
	const offset = source.replace(/\r\n?/g, '\n').indexOf(body);
	const before = source.slice(0, Math.max(0, offset)).split('\n').length - 1;
	markdown.validateLink = (value) => {
		if (!isSafeLink(value)) problems.push(problem('page-link', { file, value }, { file }));
		return true;
	};
	for (const token of markdown.parse(body, {})) {
		const inside = token.children?.some((child) => child.type === 'html_inline');
		if (token.type !== 'html_block' && !inside) continue;
		const line = before + (token.map?.[0] ?? 0) + 1;
		problems.push(problem('page-html', { file, line }, { file, line }));
	}
	return problems;
}

/** True for web, mail and phone links, and for files of the same workshop. */
export function isSafeLink(link: string): boolean {
	// Browsers ignore spaces and control characters before and inside a scheme.
	const bare = [...link.toLowerCase()].filter((each) => each > ' ' && !isControl(each)).join('');
	const scheme = /^([a-z][a-z0-9+.-]*):/.exec(bare)?.[1];
	if (scheme !== undefined) return ['http', 'https', 'mailto', 'tel'].includes(scheme);
	return !bare.startsWith('/') && !bare.startsWith('\\') && !bare.split(/[/\\]/).includes('..');
}

const isControl = (character: string): boolean => {
	const code = character.codePointAt(0) ?? 0;
	return code >= 0x7f && code <= 0xa0;
};
