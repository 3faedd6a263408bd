import { beforeAll, expect, test } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import { seededRandom } from '#lib/base/random.ts';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { testDevice } from '#lib/storage/device.fixture.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { getSession } from '#lib/storage/sessions.ts';
import { openSessionFile, saveSession } from './carry.ts';
import { createSession, RECOVERY_SECRET, WRITER_SECRET } from './create.ts';

const env = { clock: () => 1_790_000_000_000, random: seededRandom(11) };
const OPEN = { type: 'none', chosen: true } as const;

let workshop: CompiledWorkshop;

// Reading the whole workshop is slow on a busy machine and not what is tested here.
beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	workshop = found;
}, 60_000);

async function preparedSession() {
	const storage = await testDevice(1).open();
	const { id } = await createSession(storage, { workshop, variants: [] }, env);
	return { storage, id };
}

test('a session goes to another device whole, which writes a log of its own there', async () => {
	const { storage, id } = await preparedSession();
	const file = await saveSession(storage, id, OPEN, env.random);
	if (!file.ok) throw new Error('not saved');
	const other = await testDevice(2).open();
	const opened = await openSessionFile(other, file.value.bytes, undefined, env);
	expect(opened.ok && opened.value.isNew).toBe(true);
	expect(await getSession(other, id)).toEqual(await getSession(storage, id));
	const [here, there] = [await getKeys(storage, id), await getKeys(other, id)];
	expect(there?.get(RECOVERY_SECRET)).toEqual(here?.get(RECOVERY_SECRET));
	expect(there?.get(WRITER_SECRET)).toHaveLength(32);
	expect(there?.get(WRITER_SECRET)).not.toEqual(here?.get(WRITER_SECRET));
	expect(there?.has('restored')).toBe(true);
	storage.close();
	other.close();
});

test('opening the same file again keeps the log this device has begun', async () => {
	const { storage, id } = await preparedSession();
	const file = await saveSession(storage, id, OPEN, env.random);
	if (!file.ok) throw new Error('not saved');
	const before = await getKeys(storage, id);
	const opened = await openSessionFile(storage, file.value.bytes, undefined, env);
	expect(opened.ok && opened.value.isNew).toBe(false);
	expect(await getKeys(storage, id)).toEqual(before);
	storage.close();
});

test('a damaged file is refused whole', async () => {
	const { storage, id } = await preparedSession();
	const file = await saveSession(storage, id, OPEN, env.random);
	if (!file.ok) throw new Error('not saved');
	const broken = file.value.bytes.slice();
	broken[200] = (broken[200] ?? 0) ^ 1;
	const other = await testDevice(3).open();
	const opened = await openSessionFile(other, broken, undefined, env);
	expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['file-damaged']);
	expect(await getSession(other, id)).toBeUndefined();
	storage.close();
	other.close();
});
