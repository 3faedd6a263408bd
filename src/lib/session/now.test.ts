import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { publish, readNow, type Now } from './now.ts';

const settings = { kind: 'vote', each: 'person', delivery: 'phone', names: 'hidden' };
const moment = (step: string, phase: 'waiting' | 'open' | 'shown', body = 'Choose'): Now =>
	({
		session: {
			title: { en: 'Workshop', cs: 'Dílna' },
			place: 'Lindova',
			facilitator: 'Eva',
			languages: ['en', 'cs'],
			roles: [{ id: 'town', icon: 'landmark', title: { en: 'Town hall', cs: 'Radnice' } }],
			status: 'running'
		},
		step: { id: step, index: 2, total: 9, part: 0, kind: 'vote', phase },
		texts: {
			en: {
				title: step,
				titleLang: 'en',
				phone: { lang: 'en', body },
				activity: { lang: 'en', settings }
			},
			cs: {
				title: step,
				titleLang: 'cs',
				phone: { lang: 'cs', body },
				activity: { lang: 'cs', settings }
			}
		},
		items: [{ id: 'a', text: 'Letters' }],
		...(phase === 'shown' ? { shown: { people: 9, total: { a: 3 }, cells: [] } } : {})
	}) as unknown as Now;

function apply(doc: Y.Doc, wanted: Now): number {
	const edits = publish(doc, wanted);
	for (const edit of edits) doc.transact(() => edit(doc));
	return edits.length;
}

test('a phone reads exactly the moment that was published', () => {
	const doc = new Y.Doc();
	for (const wanted of [
		moment('vote', 'waiting'),
		moment('vote', 'open'),
		moment('vote', 'shown'),
		moment('plan', 'open')
	]) {
		apply(doc, wanted);
		expect(readNow(doc)).toEqual(wanted);
	}
});

test('an unchanged moment is not sent again, a changed phase sends only the step', () => {
	const doc = new Y.Doc();
	apply(doc, moment('vote', 'waiting'));
	expect(apply(doc, moment('vote', 'waiting'))).toBe(0);
	const before = Y.encodeStateVector(doc);
	apply(doc, moment('vote', 'open'));
	expect(Y.encodeStateAsUpdate(doc, before).length).toBeLessThan(300);
});

test('a long moment is cut into edits that each fit one entry', () => {
	const doc = new Y.Doc();
	const wanted = moment('vote', 'open', 'ř'.repeat(3900));
	expect(apply(doc, wanted)).toBeGreaterThan(1);
	expect(readNow(doc)).toEqual(wanted);
});

test('texts of one step are never shown under another while edits arrive one by one', () => {
	const doc = new Y.Doc();
	apply(doc, moment('vote', 'shown', 'ř'.repeat(3900)));
	for (const edit of publish(doc, moment('plan', 'open', 'š'.repeat(3900)))) {
		doc.transact(() => edit(doc));
		const read = readNow(doc);
		for (const text of Object.values(read?.texts ?? {})) expect(text.title).toBe(read?.step?.id);
		if (read?.step?.id === 'plan') expect(read.shown).toBeUndefined();
	}
});

test('an empty or broken stage is no moment', () => {
	const doc = new Y.Doc();
	expect(readNow(doc)).toBeUndefined();
	doc.getMap('now').set('session', { title: 'x' });
	expect(readNow(doc)).toBeUndefined();
});
