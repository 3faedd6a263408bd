import { expect, test } from 'vitest';
import { cleanAddress, isOnlyHere, roomPoints, type RoomFindings } from './room-points.ts';

const READY: RoomFindings = {
	relay: 'connected',
	host: 'plenum.example',
	stageAgo: 3000,
	phones: 1,
	clockOffset: 800,
	time: '08:30',
	zone: 'Europe/Prague',
	battery: { percent: 35, charging: true },
	persisted: true,
	unready: []
};
const state = (change: Partial<RoomFindings>) =>
	Object.fromEntries(roomPoints({ ...READY, ...change }).map(({ id, state }) => [id, state]));

test('a room that is ready has no open point', () => {
	expect(new Set(Object.values(state({})))).toEqual(new Set(['good']));
});

test('each thing that is missing opens its own point and no other', () => {
	const changes = {
		relay: { relay: 'offline' },
		projector: { stageAgo: undefined },
		phone: { phones: 0 },
		clock: { clockOffset: -120_000 },
		battery: { battery: { percent: 79, charging: false } },
		storage: { persisted: false },
		languages: { unready: ['Czech'] }
	} satisfies Record<string, Partial<RoomFindings>>;
	for (const [id, change] of Object.entries(changes)) {
		const open = Object.entries(state(change)).filter(([, value]) => value !== 'good');
		expect(open).toEqual([[id, 'open']]);
	}
	expect(state({ stageAgo: 60_000 })['projector']).toBe('open');
});

test('what a browser does not tell is not called good', () => {
	const unknown = state({ battery: undefined, persisted: undefined, clockOffset: undefined });
	expect([unknown['battery'], unknown['storage'], unknown['clock']]).toEqual([
		'unknown',
		'unknown',
		'unknown'
	]);
});

test('an address of this laptop alone is told apart from one phones can reach', () => {
	for (const address of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:1']) {
		expect(isOnlyHere(address)).toBe(true);
	}
	for (const address of ['http://192.168.1.5:8080', 'https://plenum.example', 'nonsense']) {
		expect(isOnlyHere(address)).toBe(false);
	}
});

test('a typed address is put in order or refused', () => {
	expect(cleanAddress(' 192.168.1.5:8080/ ')).toBe('http://192.168.1.5:8080');
	expect(cleanAddress('https://plenum.example')).toBe('https://plenum.example');
	expect(cleanAddress('')).toBe('');
	for (const bad of ['http://a b', 'http://x/?q=1', 'http://me:pw@x', 'http://']) {
		expect(cleanAddress(bad)).toBeUndefined();
	}
});
