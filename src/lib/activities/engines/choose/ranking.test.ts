import { expect, test } from 'vitest';
import { onePerPerson, rankByCount } from './ranking.ts';

test('equal counts share a rank and keep their order', () => {
	const counts = new Map([
		['a', 1],
		['b', 3],
		['c', 3]
	]);
	expect(rankByCount(['a', 'b', 'c', 'd'], counts)).toEqual([
		{ id: 'b', count: 3, rank: 1, tied: true },
		{ id: 'c', count: 3, rank: 1, tied: true },
		{ id: 'a', count: 1, rank: 3, tied: false },
		{ id: 'd', count: 0, rank: 4, tied: false }
	]);
});

test('of two answers of one person the same one is kept in any order', () => {
	const one = { id: 'p.1', person: 'p', source: 'phone', body: 'old' } as const;
	const two = { ...one, id: 'p.2', body: 'new' };
	expect(onePerPerson([one, two])).toEqual([two]);
	expect(onePerPerson([two, one])).toEqual([two]);
});
