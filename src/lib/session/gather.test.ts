import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { activities } from '#lib/activities/registry.ts';
import type { Activity, CommonSettings } from '#lib/activities/activity.ts';
import { acceptance, answeredPeople, gather, type PersonInbox } from './gather.ts';
import { putAnswer, putProfile, readAnswers, readProfile, removeAnswer } from './inbox.ts';
import { Results, type CountedPlace } from './results.ts';
import { foldRun, stepRun, type StepRun } from './run.ts';

const kind = (name: string): Activity => {
	const activity = activities.get(name);
	if (!activity) throw new Error(name);
	return activity;
};
const common: CommonSettings = {
	kind: 'vote',
	each: 'person',
	delivery: 'phone',
	names: 'hidden',
	change_answer: true,
	open: 'manual',
	show: 'on-reveal',
	moderation: 'off',
	sensitive: false,
	breakdown_by: 'none',
	min_cell: 5
};
const vote = {
	...common,
	dots: 2,
	items: [
		{ id: 'a', text: 'A' },
		{ id: 'b', text: 'B' }
	]
};
const ideas = {
	...common,
	kind: 'ideas',
	moderation: 'before' as const,
	max_answers: 3,
	max_length: 140,
	photo: false
};
const open: StepRun = stepRun(foldRun([]), 'none');

/** An inbox as it comes from a real document that was written the way phones write. */
function inbox(person: string, write: (doc: Y.Doc) => void, role?: string): PersonInbox {
	const doc = new Y.Doc();
	write(doc);
	if (role) putProfile(doc, { role, lang: 'cs' });
	return { person, profile: readProfile(doc), answers: readAnswers(doc).answers };
}
const dots = (person: string, given: Record<string, number>, id = 'me') =>
	inbox(person, (doc) => putAnswer(doc, { step: 's', id, kind: 'vote', body: { dots: given } }));
const idea = (person: string, ...texts: string[]) =>
	inbox(person, (doc) =>
		texts.forEach((text, i) =>
			putAnswer(doc, { step: 's', id: `i${i}`, kind: 'ideas', body: { text } })
		)
	);

describe('an inbox', () => {
	test('gives back what was put in, and not what was taken out', () => {
		const doc = new Y.Doc();
		putAnswer(doc, { step: 's:1', id: 'me', kind: 'vote', body: { dots: { a: 1 } }, lang: 'cs' });
		putAnswer(doc, { step: 's', id: 'x', kind: 'ideas', body: { text: 'hi' } });
		removeAnswer(doc, 's', 'x');
		expect(readAnswers(doc)).toEqual({
			answers: [{ step: 's:1', id: 'me', kind: 'vote', body: { dots: { a: 1 } }, lang: 'cs' }],
			refused: 0
		});
	});

	test('full of rubbish is read without harm', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (rubbish) => {
				const doc = new Y.Doc();
				for (const [key, value] of Object.entries(rubbish)) doc.getMap('answers').set(key, value);
				const read = readAnswers(doc);
				expect(read.answers.length + read.refused).toBe(Object.keys(rubbish).length);
			})
		);
	});
});

describe('gathering', () => {
	test('one person has one ballot, whatever ids they use', () => {
		const twice = inbox('p1', (doc) => {
			putAnswer(doc, { step: 's', id: 'me', kind: 'vote', body: { dots: { a: 1 } } });
			putAnswer(doc, { step: 's', id: 'me2', kind: 'vote', body: { dots: { a: 2 } } });
		});
		const gathered = gather(kind('vote'), vote, 's', open, [twice, dots('p2', { b: 2 })]);
		expect(gathered.all.map((c) => c.body)).toEqual([{ dots: { a: 1 } }, { dots: { b: 2 } }]);
		expect(gathered.refused).toBe(1);
	});

	test('more dots than allowed, unknown items and other kinds do not count', () => {
		const bad = [dots('p1', { a: 3 }), dots('p2', { z: 1 }), idea('p3', 'not a vote')];
		expect(gather(kind('vote'), vote, 's', open, bad).all).toEqual([]);
	});

	test('more cards than a person may send do not count', () => {
		const many = idea('p1', 'one', 'two', 'three', 'four', 'five');
		expect(gather(kind('ideas'), ideas, 's', open, [many]).all).toHaveLength(3);
	});

	test('a ballot changed after closing does not count until answers are closed again', () => {
		const before = gather(kind('vote'), vote, 's', open, [
			dots('p1', { a: 1 }),
			dots('p2', { a: 1 })
		]);
		const closed: StepRun = { ...open, phase: 'closed', accepted: before.all.map(acceptance) };
		const changed = [dots('p1', { a: 1 }), dots('p2', { b: 2 }), dots('p3', { b: 2 })];
		const after = gather(kind('vote'), vote, 's', closed, changed);
		expect(after.all.map((c) => c.person)).toEqual(['p1']);
		expect(after.late).toBe(2);
	});

	test('a text waits for its look; when it is changed it waits again', () => {
		const first = gather(kind('ideas'), ideas, 's', open, [idea('p1', 'flats')]);
		expect(first.cleared).toEqual([]);
		const [text] = first.texts;
		const judged: StepRun = { ...open, verdicts: { [text?.key ?? '']: 'shown' } };
		expect(gather(kind('ideas'), ideas, 's', judged, [idea('p1', 'flats')]).cleared).toHaveLength(
			1
		);
		expect(gather(kind('ideas'), ideas, 's', judged, [idea('p1', 'insult')]).cleared).toEqual([]);
		const hidden: StepRun = { ...open, verdicts: { [text?.key ?? '']: 'hidden' } };
		const after = { ...ideas, moderation: 'after' as const };
		expect(gather(kind('ideas'), after, 's', hidden, [idea('p1', 'flats')]).cleared).toEqual([]);
		expect(gather(kind('ideas'), after, 's', open, [idea('p1', 'flats')]).cleared).toHaveLength(1);
	});

	test('people are counted once, with those of sheets and hands', () => {
		const step: StepRun = {
			...open,
			typed: [
				{ id: 't1', person: 'paper-1', source: 'paper', body: { text: 'bus' } },
				{ id: 't2', person: 'paper-1', source: 'paper', body: { text: 'train' } }
			],
			tallies: [{ id: 'h', source: 'hands', people: 4, counts: {} }]
		};
		const gathered = gather(kind('ideas'), ideas, 's', step, [idea('p1', 'one', 'two')]);
		expect(answeredPeople(gathered, step)).toBe(1 + 1 + 4);
		expect(gathered.cleared.map((c) => c.source)).toEqual(['paper', 'paper']);
	});
});

describe('results', () => {
	const places: readonly CountedPlace[] = [
		{ id: 's', activity: kind('ideas'), settings: ideas },
		{
			id: 'vote',
			activity: kind('vote'),
			settings: { ...vote, items: undefined } as unknown as CommonSettings,
			from: { place: 's', take: 2, pick: 'top', fallback: ['Letters', 'Flats'] }
		}
	];
	const run = foldRun([]);

	test('a vote takes the approved ideas, and the fallback list when there are none', () => {
		const people = [idea('p1', 'flats', 'letters', 'buses')];
		const empty = new Results(places, run, people, () => '');
		expect(empty.of('vote')?.settings.items?.map((i) => i.text)).toEqual(['Letters', 'Flats']);
		const keys = empty.of('s')?.gathered.texts.map((t) => t.key) ?? [];
		const judged = foldRun([
			{
				type: 'judged',
				step: 's',
				texts: keys,
				verdict: 'shown',
				id: 'e',
				action: 'a',
				by: 'd',
				n: 1,
				at: 0
			}
		]);
		const results = new Results(places, judged, people, () => '');
		expect(results.of('vote')?.settings.items).toHaveLength(2);
		expect(results.of('vote')?.settings.items?.every((i) => i.text !== 'Letters')).toBe(true);
	});

	test('below k people the room sees nothing, the facilitator everything', () => {
		const place: CountedPlace = { id: 's', activity: kind('vote'), settings: vote };
		const of = (n: number) =>
			new Results(
				[place],
				run,
				Array.from({ length: n }, (_, i) => dots(`p${i}`, { a: 1, b: 1 })),
				() => ''
			).of('s');
		expect(of(4)?.disclosed.total).toBeUndefined();
		expect(of(4)?.answered).toBe(4);
		expect(of(5)?.disclosed.total).toBeDefined();
	});

	test('answers in at closing are accepted whatever order they came in', () => {
		const place: CountedPlace = { id: 's', activity: kind('vote'), settings: vote };
		const people = [dots('p1', { a: 1 }), dots('p2', { b: 1 })];
		const forward = new Results([place], run, people, () => '').acceptedNow('s');
		const backward = new Results([place], run, [...people].reverse(), () => '').acceptedNow('s');
		expect(forward).toEqual(backward);
		expect(forward).toHaveLength(2);
	});
});
