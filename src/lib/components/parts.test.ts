import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenTextSize, chosenTheme, nextTextSize } from './appearance.ts';
import { dayMinutes, ringArcs } from './day.ts';
import { seatStates } from './seats.ts';
import { stationsReached } from './sent-state.ts';
import { mixedSeats, sphereOfRole } from './spheres.ts';
import { timerState } from './timer-state.ts';
import { localVoice } from './voices.ts';

test('the ring never shows more seats than people, nor fewer than have answered', () => {
	fc.assert(
		fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (answered, present, offline) => {
			const seats = seatStates(answered, present, offline);
			const count = (state: string): number => seats.filter((seat) => seat === state).length;
			expect(seats.length).toBe(Math.max(answered, present));
			expect(count('answered')).toBe(answered);
			expect(count('offline')).toBeLessThanOrEqual(offline);
		})
	);
});

test('the timer changes when a fifth or two minutes are left, and when nothing is', () => {
	expect([601, 600, 1, 0, -5].map((left) => timerState(left, 3000))).toEqual([
		'calm',
		'amber',
		'amber',
		'over',
		'over'
	]);
	expect(timerState(121, 300)).toBe('calm');
	expect(timerState(120, 300)).toBe('amber');
});

test('stretches of the day keep their share of seven hours and never overlap', () => {
	const day = [
		{ minutes: 105, pause: false },
		{ minutes: 0, pause: false },
		{ minutes: 105, pause: true }
	];
	const arcs = ringArcs(day);
	expect(arcs.map(({ pause }) => pause)).toEqual([false, true]);
	expect(arcs[0]?.to).toBeLessThan(0.25);
	expect(arcs[1]?.from).toBeGreaterThan(0.25);
	expect(arcs[1]?.to).toBeLessThan(0.5);
	expect(dayMinutes(day)).toEqual({ work: 105, pauses: 105 });
});

test('a day longer than seven hours still fits one turn', () => {
	const arcs = ringArcs(Array.from({ length: 12 }, () => ({ minutes: 60, pause: false })));
	expect(arcs.at(-1)?.to).toBeLessThanOrEqual(1);
});

test('every invited seat is at the table, and no sphere sits in one block', () => {
	const seats = mixedSeats([
		{ sphere: 'town', seats: 8 },
		{ sphere: 'newcomers', seats: 8 }
	]);
	expect(seats).toHaveLength(16);
	expect(seats.filter((seat) => seat === 'town')).toHaveLength(8);
	expect(seats.some((seat, index) => seat === seats[index + 1] && seat === seats[index + 2])).toBe(
		false
	);
});

test('a role of the author’s own making belongs to no sphere', () => {
	expect(sphereOfRole('town')).toBe('town');
	expect(sphereOfRole('fire-brigade')).toBe('none');
});

test('an answer passes three stations in order', () => {
	expect((['writing', 'phone', 'sent', 'room'] as const).map(stationsReached)).toEqual([
		0, 1, 2, 3
	]);
});

test('a device that keeps nothing has the system’s theme and normal text', () => {
	const refuse = {
		getItem: () => {
			throw new DOMException('refused', 'SecurityError');
		}
	};
	expect([chosenTheme(refuse), chosenTextSize(refuse)]).toEqual(['system', 100]);
	expect([chosenTheme(undefined), chosenTextSize({ getItem: () => '113' })]).toEqual([
		'system',
		100
	]);
});

test('text grows and shrinks in steps and stops at both ends', () => {
	expect([nextTextSize(100, 1), nextTextSize(200, 1), nextTextSize(100, -1)]).toEqual([
		112, 200, 100
	]);
});

test('only a voice that needs no network reads aloud', () => {
	const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
		lang,
		localService,
		default: false,
		name: lang,
		voiceURI: lang
	});
	const remote = voice('cs-CZ', false);
	const local = voice('cs_CZ', true);
	expect(localVoice([remote], 'cs')).toBeUndefined();
	expect(localVoice([remote, voice('en-GB', true), local], 'cs')).toBe(local);
});
