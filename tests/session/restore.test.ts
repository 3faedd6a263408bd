import { beforeAll, expect, it, describe } from 'vitest';
import * as Y from 'yjs';
import { workshops } from 'virtual:plenum/workshops';
import { seededRandom } from '#lib/base/random.ts';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { changeSetup, createSession, RECOVERY_SECRET, WRITER_SECRET } from '#lib/session/create.ts';
import type { SessionEnv } from '#lib/session/env.ts';
import { putEvents, readEvents, toEvents } from '#lib/session/event-log.ts';
import { handOver, packSession, readHandOver } from '#lib/session/hand-over.ts';
import { restoreSession } from '#lib/session/restore.ts';
import { testDevice } from '#lib/storage/device.fixture.ts';
import { getKeys } from '#lib/storage/keys.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { getSession, type SessionRow } from '#lib/storage/sessions.ts';
import { joinCodeOf, parseRecoveryCode, recoveryCode, stretchJoinCode } from '#lib/sync/keys.ts';
import { createFacilitatorRoom } from '#lib/sync/room.ts';
import { RelayBox } from '../sync/relay-box.ts';
import { nodeSuite } from '../sync/node-suite.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));

let workshop: CompiledWorkshop;

// Reading the whole workshop is slow on a busy machine and not what is tested here.
beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	workshop = found;
}, 60_000);

const must = <T>(value: T | undefined): T => {
	if (value === undefined) throw new Error('not there');
	return value;
};

async function firstDevice() {
	const random = seededRandom(seed);
	const box = new RelayBox(random);
	const storage = await testDevice(1).open();
	const wish = { workshop, variants: ['short'] };
	const { id } = await createSession(storage, wish, { clock: () => box.now, random });
	await changeSetup(storage, id, { place: 'Lindova', date: '2026-12-08' }, box.now);
	const secrets = must(await getKeys(storage, id));
	const recovery = must(secrets.get(RECOVERY_SECRET));
	const room = await createFacilitatorRoom({
		store: logStore(storage, id),
		links: [box.link()],
		join: stretchJoinCode(joinCodeOf(recovery)),
		recovery,
		writerSeed: must(secrets.get(WRITER_SECRET)),
		fresh: true,
		random,
		suite: nodeSuite,
		clock: () => box.now,
		every: (ms, run) => box.after(ms, run, ms)
	});
	await box.run(2000);
	return { random, box, storage, id, recovery, room, row: must(await getSession(storage, id)) };
}

async function secondDevice(box: RelayBox, isOnline = true) {
	const storage = await testDevice(2).open();
	const env: SessionEnv = {
		storage,
		clock: () => box.now,
		random: seededRandom(seed + 1),
		host: 'test',
		origin: 'http://test',
		links: () => (isOnline ? [box.link()] : []),
		tabs: {
			locks: undefined,
			channel: () => undefined,
			clock: () => box.now,
			random: seededRandom(seed + 2)
		}
	};
	return { storage, env };
}

/** Lets the relay work until the other side is done. */
async function during<T>(box: RelayBox, work: Promise<T>): Promise<T> {
	let isDone = false;
	const settled = work.finally(() => (isDone = true));
	while (!isDone) {
		await box.run(200);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return settled;
}

describe(`a second facilitator device (SEED=${seed})`, () => {
	it('gets the whole session and its log with the recovery code alone', async () => {
		const { box, room, row, id, recovery, random } = await firstDevice();
		expect((await handOver(room, row)).ok).toBe(true);
		const events = toEvents(
			[{ type: 'step', step: 'arrive' }],
			[],
			box.now,
			room.self.slice(0, 16),
			random
		);
		await room.change(`in/${room.self}`, (doc) => putEvents(doc, events));
		await box.run(3000);
		const { storage, env } = await secondDevice(box);
		const states: string[] = [];
		const restored = await during(
			box,
			restoreSession(recoveryCode(recovery).toLowerCase(), env, {
				onstate: (state) => states.push(state)
			})
		);
		expect(restored).toEqual({ ok: true, value: { id } });
		expect(states).toEqual(['connecting', 'looking', 'storing']);
		const there = must(await getSession(storage, id));
		expect(there.snapshot).toEqual(row.snapshot);
		expect(there.setup).toEqual(row.setup);
		expect([there.place, there.date, there.status]).toEqual(['Lindova', '2026-12-08', 'prepared']);
		const secrets = must(await getKeys(storage, id));
		expect(secrets.get(RECOVERY_SECRET)).toEqual(recovery);
		expect(secrets.has('restored')).toBe(true);

		// Offline now: the desk on the second device still knows what was done on the first.
		const again = await createFacilitatorRoom({
			store: logStore(storage, id),
			links: [],
			join: stretchJoinCode(joinCodeOf(recovery)),
			recovery,
			writerSeed: must(secrets.get(WRITER_SECRET)),
			fresh: false,
			random,
			suite: nodeSuite,
			clock: () => box.now,
			every: (ms, run) => box.after(ms, run, ms)
		});
		expect(again.self).not.toBe(room.self);
		expect(again.check).toEqual(room.check);
		expect(readEvents(again.doc(`in/${room.self}`))).toEqual(events);
		await again.close();
		await room.close();
	}, 60_000);

	it('says what is wrong: a typing mistake, nobody there, nothing left there, no connection', async () => {
		const { box, room, recovery } = await firstDevice();
		await box.run(2000);
		const { storage, env } = await secondDevice(box);
		const codeOf = async (text: string, given: SessionEnv) => {
			const outcome = await during(box, restoreSession(text, given, { patience: 1500 }));
			return outcome.ok ? 'ok' : outcome.problems[0]?.code;
		};
		const code = recoveryCode(recovery);
		// One mistake in 4,096 is not noticed by the check digits; it then leads to no room, which is said as well.
		const typo = ['7', '8', '9', 'A']
			.map((first) => first + code.slice(1))
			.find((text) => text !== code && !parseRecoveryCode(text).ok);
		if (typo === undefined) throw new Error('no mistake is noticed');
		expect(await codeOf(typo, env)).toBe('recovery-typo');
		expect(await codeOf(code.slice(0, 20), env)).toBe('recovery-length');
		expect(await codeOf(recoveryCode(seededRandom(seed + 9)(16)), env)).toBe('restore-no-room');
		expect(await codeOf(code, env)).toBe('restore-nothing');
		expect(await codeOf(code, { ...env, links: () => [] })).toBe('restore-offline');
		expect(await storage.read(['sessions'], (tx) => tx.list('sessions'))).toEqual([]);
		await room.close();
	}, 60_000);
});

describe('a session in parts', () => {
	const rowOf = async (): Promise<SessionRow> => {
		const storage = await testDevice(5).open();
		const random = seededRandom(seed);
		const { id } = await createSession(
			storage,
			{ workshop, variants: [] },
			{ clock: () => 5, random }
		);
		return must(await getSession(storage, id));
	};
	const docOf = async (row: SessionRow) => {
		const packed = await packSession(row);
		if (!packed.ok) throw new Error('not packed');
		const doc = new Y.Doc();
		const map = doc.getMap<unknown>('carry');
		map.set('head', packed.value.head);
		packed.value.parts.forEach((part, index) => map.set(`${packed.value.digest}/${index}`, part));
		return { doc, map, ...packed.value };
	};

	it('comes back as it was, each part small enough for one entry', async () => {
		const row = await rowOf();
		const { doc, parts, head } = await docOf(row);
		for (const part of [head, ...parts]) expect(part.length).toBeLessThanOrEqual(11 * 1024);
		const read = await readHandOver([new Y.Doc(), doc]);
		expect(read.ok && read.value.snapshot).toEqual(row.snapshot);
		expect(read.ok && read.value.setup).toEqual(row.setup);
	});

	it('is refused when a byte is changed, and waited for when a part is missing', async () => {
		const row = await rowOf();
		const { doc, map, parts, digest } = await docOf(row);
		const code = async () => {
			const read = await readHandOver([doc]);
			return read.ok ? 'ok' : read.problems[0]?.code;
		};
		const last = parts.length - 1;
		const part = must(parts[last]);
		for (const at of [0, Math.floor(part.length / 2), part.length - 1]) {
			const broken = part.slice();
			broken[at] = (broken[at] ?? 0) ^ 1;
			map.set(`${digest}/${last}`, broken);
			expect(await code()).toBe('restore-damaged');
		}
		map.delete(`${digest}/${last}`);
		expect(await code()).toBe('restore-incomplete');
		map.set(`${digest}/${last}`, part);
		expect(await code()).toBe('ok');
		map.set('head', Uint8Array.of(1, 2, 3));
		expect(await code()).toBe('restore-damaged');
	});

	it('of two devices the one changed last counts, and a broken one does not hide it', async () => {
		const row = await rowOf();
		const newer = await docOf({ ...row, title: 'Newer', updated: row.updated + 5 });
		const older = await docOf({ ...row, title: 'Older' });
		const broken = new Y.Doc();
		broken.getMap('carry').set('head', 'nonsense');
		for (const docs of [
			[newer.doc, older.doc, broken],
			[broken, older.doc, newer.doc]
		]) {
			const read = await readHandOver(docs);
			expect(read.ok && read.value.title).toBe('Newer');
		}
	});

	it('is not blown up by a small entry that unpacks to a huge one', async () => {
		const zeros = new Blob([new Uint8Array(64 * 1024 * 1024)]);
		const packed = await new Response(
			zeros.stream().pipeThrough(new CompressionStream('deflate'))
		).arrayBuffer();
		const doc = new Y.Doc();
		doc.getMap('carry').set('head', new Uint8Array(packed));
		const read = await readHandOver([doc]);
		expect(read.ok ? 'ok' : read.problems[0]?.code).toBe('restore-damaged');
	});
});
