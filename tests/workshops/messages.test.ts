import { mkdtemp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFolder } from '#lib/script/check.ts';
import { messages } from '#lib/script/messages.ts';
import type { WorkshopFiles } from '#lib/script/parse.ts';
import { readWorkshop } from '../../src/vite/read-workshop.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const JARGON = /schema|null|undefined|string|regex/i;

/** Too big for the repository, or links: made while the test runs. */
const MADE = ['too-big', 'link', 'image-big', 'media-big'] as const;
/** Not about files of a workshop; tested beside the snapshot. */
const ELSEWHERE = ['snapshot'];

let made = '';
const valid = () => readWorkshop(join(FIXTURES, 'valid'), false);

beforeAll(async () => {
	made = await mkdtemp(join(tmpdir(), 'plenum-workshops-'));
	const script = (await valid()).texts.get('workshop.yaml') ?? '';
	for (const code of MADE) {
		await mkdir(join(made, code, 'media'), { recursive: true });
		const own = script.replace('id: valid', `id: ${code}`);
		const filled = code === 'too-big' ? own + '#'.repeat(300 * 1024) : own;
		await writeFile(join(made, code, 'workshop.yaml'), filled);
	}
	await symlink('/etc/hostname', join(made, 'link', 'media', 'town.svg'));
	await writeFile(join(made, 'image-big', 'media', 'town.svg'), Buffer.alloc(201 * 1024));
});
afterAll(() => rm(made, { recursive: true }));

async function filesOf(code: string): Promise<WorkshopFiles> {
	const isMade = MADE.some((each) => each === code);
	const files = await readWorkshop(join(isMade ? made : FIXTURES, code), false);
	if (code !== 'media-big') return files;
	const size = 30 * 1024 * 1024;
	return { ...files, media: new Map([['media/film.webp', { size, sha256: '0'.repeat(64) }]]) };
}

test('the smallest valid workshop has no problems', async () => {
	expect(checkFolder(await valid())).toEqual([]);
});

test('every message has a fixture and every fixture a message', async () => {
	const folders = (await readdir(FIXTURES)).filter((each) => !['valid', 'local-integration'].includes(each));
	const codes = Object.keys(messages).filter((each) => !ELSEWHERE.includes(each));
	expect([...folders, ...MADE].sort()).toEqual(codes.sort());
});

test('no message speaks the language of programmers', () => {
	for (const [code, { text }] of Object.entries(messages)) expect(text, code).not.toMatch(JARGON);
});

describe('each fixture triggers its message and nothing else', () => {
	for (const code of Object.keys(messages).filter((each) => !ELSEWHERE.includes(each))) {
		test(code, async () => {
			const problems = checkFolder(await filesOf(code));
			expect(problems.map((each) => each.code)).toEqual([code]);
			for (const { message, file } of problems) {
				expect(message).not.toMatch(JARGON);
				if (!code.startsWith('placeholder')) expect(message).not.toMatch(/\{\w+\}/);
				expect(file).toBeTruthy();
			}
		});
	}
});
