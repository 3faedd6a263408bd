import { beforeAll, expect, test, vi } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import { seededRandom } from '#lib/base/random.ts';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { parseSnapshot, planOf } from '#lib/script/snapshot.ts';
import { createSession } from '#lib/session/create.ts';
import { readSetup } from '#lib/session/setup.ts';
import { testDevice } from '#lib/storage/device.fixture.ts';
import { getSession, updateSession } from '#lib/storage/sessions.ts';
import { languageOffers } from './languages.ts';
import { Preparation } from './preparation.svelte.ts';

let workshop: CompiledWorkshop;

// Reading the whole workshop is slow on a busy machine and not what is tested here.
beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	workshop = found;
}, 60_000);

async function prepared() {
	const storage = await testDevice(1).open();
	const env = { clock: () => 1_790_000_000_000, random: seededRandom(3) };
	const { id } = await createSession(storage, { workshop, variants: [] }, env);
	const stored = async () => {
		const row = await getSession(storage, id);
		const snapshot = parseSnapshot(row?.snapshot);
		if (!row || !snapshot.ok) throw new Error('The session cannot be read.');
		return { row, snapshot: snapshot.value, setup: readSetup(row.setup) };
	};
	const open = async () => {
		const { row, snapshot } = await stored();
		return new Preparation(storage, row, snapshot, () => 1_790_000_000_001);
	};
	return { storage, id, stored, open };
}

test('what is typed shows at once, is stored by itself, and says so only then', async () => {
	const { stored, open } = await prepared();
	const preparation = await open();
	preparation.change({ place: 'Lin' });
	preparation.change({ place: 'Lindova' });
	expect(preparation.setup.place).toBe('Lindova');
	expect(preparation.saved).toBe('saving');
	await preparation.flush();
	await Promise.resolve();
	expect(preparation.saved).toBe('saved');
	const { row } = await stored();
	expect([row.place, readSetup(row.setup).place]).toEqual(['Lindova', 'Lindova']);
});

test('two windows that change different things do not undo each other', async () => {
	const { stored, open } = await prepared();
	const [one, two] = [await open(), await open()];
	one.change({ place: 'Lindova' });
	two.tick('done', 'mandate', true);
	await Promise.all([one.flush(), two.flush()]);
	expect((await stored()).setup).toMatchObject({ place: 'Lindova', done: ['mandate'] });
});

test('an edition with a clash is stored with its answer, so that the session can be opened', async () => {
	const { stored, open } = await prepared();
	const preparation = await open();
	preparation.choose(['no-phones', 'simple'], {});
	await preparation.flush();
	expect(planOf((await stored()).snapshot).type).toBe('plan');
	preparation.choose(['no-phones', 'simple'], { priorities: 'simple' });
	await preparation.flush();
	const { snapshot } = await stored();
	expect(snapshot.choices).toEqual({ priorities: 'simple' });
	const plan = planOf(snapshot);
	expect(plan.type === 'plan' && plan.plan.steps.some(({ id }) => id === 'counter-vote')).toBe(
		true
	);
});

test('after the start edition and languages stay, the rest can be put right', async () => {
	const { storage, id, stored, open } = await prepared();
	await updateSession(storage, id, () => ({ status: 'running' }), 1_790_000_000_002);
	const before = await stored();
	const preparation = await open();
	expect(preparation.started).toBe(true);
	preparation.choose(['short'], {});
	preparation.change({ phoneLanguages: ['en'], stageLanguages: ['cs'], room: 'Hall' });
	await preparation.flush();
	const after = await stored();
	expect(after.setup).toEqual({ ...before.setup, room: 'Hall' });
	expect(after.snapshot).toEqual(before.snapshot);
});

test('a device that cannot store says so', async () => {
	const { storage, open } = await prepared();
	const preparation = await open();
	const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	storage.close();
	preparation.change({ place: 'Lindova' });
	await preparation.flush();
	expect(preparation.saved).toBe('failed');
	expect(complaint).toHaveBeenCalledOnce();
	complaint.mockRestore();
});

test('a language with a missing text for phones is not offered there', async () => {
	const { stored } = await prepared();
	const { snapshot } = await stored();
	const whole = languageOffers(snapshot).find(({ locale }) => locale === 'cs');
	expect(whole).toMatchObject({ onPhones: true, onStage: true });
	const { 'steps.arrive.phone.title': gone, ...rest } = snapshot.texts['cs'] ?? {};
	expect(gone).toBeDefined();
	const offers = languageOffers({ ...snapshot, texts: { ...snapshot.texts, cs: rest } });
	const cut = offers.find(({ locale }) => locale === 'cs');
	expect(cut).toMatchObject({ onPhones: false, onStage: true });
	expect(cut?.phone.missing).toBe(1);
	expect(offers.some(({ locale }) => locale.endsWith('-simple'))).toBe(false);
});
