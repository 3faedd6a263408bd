import { expect, test } from 'vitest';
import { addHeap, dissolve, move, rename } from './board.ts';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { proposals } from './reduce.ts';

const heaps = [
	{ id: 'h1', name: 'Letters', items: ['i1', 'i2'] },
	{ id: 'h2', name: '', items: ['i3'] }
];

test('moved cards leave their heap and come last in the new one, unknown targets make them loose', () => {
	expect(move(heaps, new Set(['i1', 'i3']), 'h2').clusters).toEqual([
		{ id: 'h1', name: 'Letters', items: ['i2'] },
		{ id: 'h2', name: '', items: ['i1', 'i3'] }
	]);
	expect(move(heaps, new Set(['i3']), undefined).clusters[1]?.items).toEqual([]);
});

test('a new heap takes the chosen cards, a heap taken apart gives its cards back', () => {
	const { clusters } = addHeap(heaps, 'h3', new Set(['i2', 'i4']));
	expect(clusters[2]).toEqual({ id: 'h3', name: '', items: ['i2', 'i4'] });
	expect(clusters[0]?.items).toEqual(['i1']);
	const apart = { ...dissolve(heaps, 'h1') };
	const one = { id: 'b', person: 'f', source: 'facilitator' as const, body: apart };
	expect(activity.reduce(settings, [one], []).loose).toEqual(['i1', 'i2', 'i4']);
});

test('only named heaps with cards go on, with the cards they were made from', () => {
	const body = rename([...heaps, { id: 'h3', name: 'Empty', items: [] }], 'h2', ' Flats ');
	const one = { id: 'b', person: 'f', source: 'facilitator' as const, body };
	const result = activity.reduce(settings, [one], []);
	expect(activity.items?.(settings, result)).toEqual([
		{ id: 'h1', text: 'Letters', count: 2, from: ['i1', 'i2'] },
		{ id: 'h2', text: 'Flats', count: 1, from: ['i3'] }
	]);
});

test('a heap without a name holds the board back only where the script wants names', () => {
	const body = { clusters: heaps };
	expect(activity.complete(settings, body)).toBe(false);
	expect(activity.complete({ ...settings, name_required: false }, body)).toBe(true);
});

test('proposed names are counted for the facilitator and are not in the result', () => {
	const from = (person: string, name: string) => ({
		id: person,
		person,
		source: 'phone' as const,
		body: { names: [{ cluster: 'h1', name }] }
	});
	const all = [from('p1', 'Paper'), from('p2', 'Post'), from('p3', ' Post ')];
	expect(proposals(all).get('h1')).toEqual([
		{ name: 'Post', count: 2 },
		{ name: 'Paper', count: 1 }
	]);
	expect(JSON.stringify(activity.reduce(settings, all, []))).not.toContain('Post');
});
