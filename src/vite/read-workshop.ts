import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { WorkshopFiles } from '../lib/script/parse.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
	svg: 'image/svg+xml',
	webp: 'image/webp',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	opus: 'audio/ogg'
};
const TEXT = /^(?:workshop\.yaml|i18n\/[^/]+\.yaml|pages\/[^/]+\.md)$/;
/** Larger text files are not even read. */
const MAX_TEXT = 256 * 1024;
const MAX_MEDIA = 25 * 1024 * 1024;

/**
 * Reads one workshop's folder. Links are never followed and files far above the limit never read;
 * files that belong to no workshop (changelog, pilots) are passed over. `withBytes` puts pictures
 * into `url`.
 */
export async function readWorkshop(folder: string, withBytes: boolean): Promise<WorkshopFiles> {
	const texts = new Map<string, string>();
	const media = new Map<string, { sha256: string; size: number; url?: string }>();
	const refused: { path: string; link: boolean; kb: number }[] = [];
	for (const file of await listFiles(folder)) {
		const path = relative(folder, file).split(sep).join('/');
		const isText = TEXT.test(path);
		const type = path.startsWith('media/') ? MEDIA_TYPES[path.split('.').at(-1) ?? ''] : undefined;
		if (!isText && !type && !(await lstat(file)).isSymbolicLink()) continue;
		const { size, ...stat } = await lstat(file).then((it) => ({
			size: it.size,
			link: !it.isFile()
		}));
		if (stat.link || size > (isText ? MAX_TEXT : MAX_MEDIA)) {
			refused.push({ path, link: stat.link, kb: Math.round(size / 1024) });
		} else if (isText) {
			texts.set(path, await readFile(file, 'utf8'));
		} else {
			const bytes = await readFile(file);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const url = `data:${type};base64,${bytes.toString('base64')}`;
			media.set(path, { sha256, size, ...(withBytes ? { url } : {}) });
		}
	}
	return { folder: basename(folder), texts, media, refused };
}

/** Files and links below a folder, in a stable order, at most three levels deep. */
async function listFiles(folder: string, depth = 3): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const lists = await Promise.all(
		entries
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(async (entry) => {
				const path = join(folder, entry.name);
				if (!entry.isDirectory()) return [path];
				return depth > 1 ? listFiles(path, depth - 1) : [];
			})
	);
	return lists.flat();
}

/** Folders of workshops below a folder: those with a `workshop.yaml`, by name. */
export async function workshopFolders(root: string): Promise<string[]> {
	const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
	const names = entries.filter((each) => each.isDirectory() && /^[a-z]/.test(each.name));
	const found = await Promise.all(
		names.map(async ({ name }) => {
			const inside = await readdir(join(root, name));
			return inside.includes('workshop.yaml') ? [join(root, name)] : [];
		})
	);
	return found.flat().sort();
}
