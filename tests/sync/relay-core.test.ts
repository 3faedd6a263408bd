import { describe, expect, it } from 'vitest';
import { facilitatorKeys, writerKeys } from '#lib/sync/keys.ts';
import { HOUR } from '#lib/sync/protocol/limits.ts';
import { makeLock, makeRegistration } from '#lib/sync/protocol/statements.ts';
import { nodeSuite } from './node-suite.ts';
import {
	anna,
	Bench,
	boris,
	boss,
	entry,
	hash,
	inbox,
	join,
	random,
	ready,
	registration,
	root,
	ZEROS
} from './relay-bench.ts';

describe('the relay', () => {
	it('refuses who knows no room, another root or another version', () => {
		const bench = new Bench();
		bench.login('early', anna);
		expect(bench.last('early')).toBe('no-room');
		expect(bench.closed.has('early')).toBe(true);
		bench.login('boss', boss, true);
		bench.step({ type: 'open', connection: 'old', nonce: random(32), now: 0 });
		bench.step({ type: 'frame', connection: 'old', bytes: Uint8Array.of(3, 9, 9), now: 0 });
		expect(bench.last('old')).toBe('version');
	});

	it('acknowledges and hands on only what is durable', () => {
		const bench = ready();
		bench.post('anna', entry(anna, inbox, 1, ZEROS));
		expect(bench.types('anna')).not.toContain('ack');
		expect(bench.types('boss')).not.toContain('entries');
		bench.flush();
		expect(bench.last('anna')).toBe('ack');
		expect(bench.types('boss')).toContain('entries');
		expect(bench.types('boris')).not.toContain('entries');
	});

	it('never acknowledges what could not be stored, and asks to start over', () => {
		const bench = ready();
		bench.post('anna', entry(anna, inbox, 1, ZEROS));
		bench.failCommit();
		expect(bench.types('anna')).not.toContain('ack');
		expect([...bench.closed].sort()).toEqual(['anna', 'boris', 'boss']);
		bench.restart();
		bench.login('again', anna);
		bench.post('again', entry(anna, inbox, 1, ZEROS));
		bench.flush();
		expect(bench.last('again')).toBe('ack');
	});

	it('lets a participant write its own inbox and nothing else', () => {
		const bench = ready();
		bench.post('anna', entry(anna, 'stage', 1, ZEROS));
		expect(bench.last('anna')).toBe('forbidden');
		bench.post('anna', entry(anna, `in/${boris.writer}`, 1, ZEROS));
		expect(bench.last('anna')).toBe('forbidden');
		bench.post('anna', entry(anna, `in/${boris.writer}`, 1, ZEROS, { author: boris.writer }));
		expect(bench.last('anna')).toBe('forbidden');
		bench.post('anna', entry(boris, `in/${boris.writer}`, 1, ZEROS));
		expect(bench.last('anna')).toBe('forbidden');
		bench.post('boss', entry(boss, 'stage', 1, ZEROS), entry(boss, inbox, 1, ZEROS));
		bench.flush();
		expect(bench.last('boss')).toBe('ack');
		expect(bench.types('anna')).toContain('entries');
	});

	it('refuses forged signatures, gaps, forks and what is too large, and closes after three forgeries', () => {
		const bench = ready();
		const one = entry(anna, inbox, 1, ZEROS);
		bench.post('anna', one);
		bench.post('anna', entry(anna, inbox, 3, hash(one)));
		expect(bench.last('anna')).toBe('gap');
		bench.post('anna', entry(anna, inbox, 1, ZEROS));
		expect(bench.last('anna')).toBe('fork');
		bench.post('anna', entry(anna, inbox, 2, random(16)));
		expect(bench.last('anna')).toBe('fork');
		bench.post('anna', entry(anna, inbox, 2, hash(one), { size: 17_000 }));
		expect(bench.last('anna')).toBe('bad');
		bench.post('anna', entry(anna, inbox, 2, hash(one), { size: 70_000, kind: 'snapshot' }));
		expect(bench.last('anna')).toBe('bad');
		for (let i = 0; i < 3; i++) {
			const forged = entry(boris, inbox, 2, hash(one), { author: anna.writer });
			expect(bench.closed.has('anna')).toBe(false);
			bench.post('anna', forged);
		}
		expect(bench.closed.has('anna')).toBe(true);
	});

	it('acknowledges the same entry again instead of storing it twice', () => {
		const bench = ready();
		const one = entry(anna, inbox, 1, ZEROS);
		bench.post('anna', one);
		bench.flush();
		const before = bench.stored.size;
		bench.post('anna', one);
		bench.flush();
		expect(bench.stored.size).toBe(before);
		expect(bench.types('anna').filter((type) => type === 'ack')).toHaveLength(2);
	});

	it('slows one writer down without touching another', () => {
		const bench = ready();
		let prev: Uint8Array = ZEROS;
		for (let seq = 1; seq <= 45; seq++) {
			const next = entry(anna, inbox, seq, prev);
			bench.post('anna', next);
			prev = hash(next);
		}
		expect(bench.types('anna')).toContain('quota');
		bench.post('boris', entry(boris, `in/${boris.writer}`, 1, ZEROS));
		bench.flush();
		expect(bench.last('boris')).toBe('ack');
	});

	it('keeps two snapshots and what follows, and gives a newcomer the latest', () => {
		const bench = ready();
		let prev: Uint8Array = ZEROS;
		for (let seq = 1; seq <= 9; seq++) {
			const next = entry(boss, 'stage', seq, prev, { kind: seq % 3 === 0 ? 'snapshot' : 'update' });
			bench.post('boss', next);
			prev = hash(next);
		}
		bench.flush();
		const kept = [...bench.stored.keys()].filter((key) => key.includes('/e/-/'));
		expect(kept).toHaveLength(4);
		bench.say('anna', { type: 'have', last: true, logs: [] });
		const frames = bench.got.get('anna') ?? [];
		expect(frames.at(-1)?.type).toBe('synced');
		const page = frames.at(-2);
		expect(page?.type === 'entries' ? page.entries.length : 0).toBe(1);
	});

	it('reads everything again after a restart', () => {
		const bench = ready();
		const one = entry(anna, inbox, 1, ZEROS);
		bench.post('anna', one);
		bench.flush();
		bench.restart();
		bench.login('boss 2', boss, true);
		bench.say('boss 2', { type: 'have', last: true, logs: [] });
		expect(bench.types('boss 2')).toContain('entries');
		bench.login('anna 2', anna);
		bench.post('anna 2', entry(anna, inbox, 2, hash(one)));
		bench.flush();
		expect(bench.last('anna 2')).toBe('ack');
	});

	it('obeys a lock signed by the root and no other', () => {
		const bench = ready();
		const { sign } = nodeSuite;
		const fields = { counter: 5, locked: true, removed: [boris.writer] };
		bench.say('anna', { type: 'lock', lock: makeLock(join.roomId, fields, anna.seed, sign) });
		bench.say('boss', { type: 'lock', lock: makeLock(join.roomId, fields, anna.seed, sign) });
		expect(bench.closed.has('boris')).toBe(false);
		bench.say('boss', { type: 'lock', lock: makeLock(join.roomId, fields, root.rootSeed, sign) });
		expect(bench.last('boris')).toBe('removed');
		bench.login('new', writerKeys(random(32), nodeSuite));
		expect(bench.last('new')).toBe('locked');
		bench.login('anna 2', anna);
		expect(bench.types('anna 2')).toContain('ready');
	});

	it('keeps a room for its life and then forgets every byte', () => {
		const bench = ready();
		bench.post('anna', entry(anna, inbox, 1, ZEROS));
		bench.flush();
		bench.now += 23 * HOUR;
		bench.step({ type: 'tick', now: bench.now });
		expect(bench.relay.counts().rooms).toBe(1);
		bench.now += 2 * HOUR;
		bench.step({ type: 'tick', now: bench.now });
		bench.flush();
		expect(bench.relay.counts().rooms).toBe(0);
		expect(bench.stored.size).toBe(0);
	});

	it('keeps two rooms of one code apart by their root keys', () => {
		const bench = ready();
		const squatter = facilitatorKeys(random(16), nodeSuite);
		const other = makeRegistration(
			{ ...registration, root: squatter.root, rootBox: squatter.box },
			squatter.rootSeed,
			join.joinSeed,
			nodeSuite.sign
		);
		bench.step({ type: 'open', connection: 'squatter', nonce: random(32), now: 0 });
		bench.say('squatter', { type: 'register', registration: other });
		expect(bench.relay.counts().rooms).toBe(2);
		bench.login('late', writerKeys(random(32), nodeSuite));
		const welcome = (bench.got.get('late') ?? []).find(({ type }) => type === 'ready');
		expect(welcome?.type === 'ready' && welcome.registration.root).toEqual(root.root);
	});

	it('survives any frame in any state', () => {
		const bench = ready();
		for (let i = 0; i < 3000; i++) {
			const bytes = random(1 + Math.floor(random.next() * 200));
			bytes[0] = Math.floor(random.next() * 16);
			bench.step({ type: 'open', connection: `f${i}`, nonce: random(32), now: 1 });
			bench.step({ type: 'frame', connection: `f${i}`, bytes, now: 1 });
			bench.step({ type: 'close', connection: `f${i}`, now: 1 });
		}
		expect(bench.relay.counts().connections).toBe(3);
	});
});
