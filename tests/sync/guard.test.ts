import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { examine, judge } from '#lib/sync/guard.ts';
import { writerKeys } from '#lib/sync/keys.ts';
import { clientIdOf } from '#lib/sync/payload.ts';

const anna = writerKeys(seededRandom(42)(32));
const own = clientIdOf(anna.writer, `in/${anna.writer}`, Uint8Array.of(1, 2, 3, 4));

function update(client: number, edit: (doc: Y.Doc) => void, base?: Uint8Array): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = client;
	if (base) Y.applyUpdate(doc, base);
	const before = Y.encodeStateVector(doc);
	edit(doc);
	return Y.encodeStateAsUpdate(doc, before);
}
const hello = update(own, (doc) => doc.getMap('answers').set('q', 'hello'));

/** Attacks of sync.md 7.1 and reliability.md 3.3 by somebody who may write the document. */
describe('the guard', () => {
	const clients = new Set([own]);
	const victim = 12345;
	const nothing = { known: new Map<number, number>(), owners: new Map<number, string>() };
	const known = { known: new Map([[victim, 10]]), owners: new Map([[victim, 'victim']]) };
	const varint = (value: number): number[] =>
		value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
	const verdict = (
		bytes: Uint8Array,
		clocks: Parameters<typeof judge>[0] = known
	): 'refused' | 'waits' | 'taken' => {
		const examined = examine(bytes, clients);
		if (!examined) return 'refused';
		return judge(clocks, [{ author: anna.writer, items: [examined] }])[0] === 1 ? 'taken' : 'waits';
	};

	it('lets an honest update through', () => {
		expect(verdict(hello)).toBe('taken');
	});

	it('holds back a delete of what the victim has not written yet (A7, 9 bytes)', () => {
		const bomb = Uint8Array.from([0, 1, ...varint(victim), 1, 0, ...varint(1_000_000)]);
		expect(verdict(bomb)).toBe('waits');
		expect(verdict(bomb, nothing)).toBe('waits');
	});

	it('refuses words under the client id of somebody else (A3, clock squatting)', () => {
		expect(verdict(update(victim, (doc) => doc.getText('t').insert(0, 'forged')))).toBe('refused');
	});

	it('holds back one client id used by two authors (A2)', () => {
		const taken = { known: new Map([[own, 0]]), owners: new Map([[own, 'somebody else']]) };
		expect(verdict(hello, taken)).toBe('waits');
	});

	it('refuses a struct that claims 2^40 clock values (A6)', () => {
		const gc = Uint8Array.from([1, 1, ...varint(own), 0, 0, ...varint(2 ** 40), 0]);
		expect(verdict(gc)).toBe('refused');
	});

	it('holds back orphans: words that hang on something unknown (A5)', () => {
		const base = update(victim, (doc) => doc.getText('t').insert(0, 'x'.repeat(50)));
		const orphan = update(own, (doc) => doc.getText('t').insert(40, 'y'), base);
		expect(verdict(orphan)).toBe('waits');
		expect(verdict(orphan, { ...known, known: new Map([[victim, 50]]) })).toBe('taken');
	});

	it('holds back a gap in the own clock and refuses a skip', () => {
		const doc = new Y.Doc();
		doc.clientID = own;
		doc.getText('t').insert(0, 'abc');
		const later = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map([[own, 2]])));
		expect(verdict(later)).toBe('waits');
		const first = update(own, (d) => d.getText('t').insert(0, 'a'));
		expect(verdict(Y.mergeUpdates([first, later]))).toBe('refused');
	});

	it('refuses a bomb of delete ranges and any garbage', () => {
		const ranges = Array.from({ length: 60_000 }, () => [1, 1]).flat();
		const bomb = Uint8Array.from([0, 1, ...varint(victim), ...varint(60_000), ...ranges]);
		expect(verdict(bomb)).toBe('refused');
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
				expect(['refused', 'waits', 'taken']).toContain(verdict(bytes));
			}),
			{ numRuns: 3000 }
		);
	});

	it('lets two snapshots in that refer to each other, judged together', () => {
		const a = new Y.Doc();
		const b = new Y.Doc();
		a.clientID = 1;
		b.clientID = 2;
		a.getText('t').insert(0, 'aa');
		Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
		b.getText('t').insert(1, 'b');
		Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
		a.getText('t').delete(1, 1);
		b.getText('t').delete(0, 1);
		const without = (doc: Y.Doc, client: number): Uint8Array => {
			const others = Y.decodeStateVector(Y.encodeStateVector(doc));
			others.delete(client);
			return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others));
		};
		const one = examine(without(a, 1), new Set([1]));
		const two = examine(without(b, 2), new Set([2]));
		if (!one || !two) throw new Error('honest snapshots must be readable');
		expect(judge(nothing, [{ author: 'a', items: [one] }])).toEqual([0]);
		expect(
			judge(nothing, [
				{ author: 'a', items: [one] },
				{ author: 'b', items: [two] }
			])
		).toEqual([1, 1]);
	});
});
