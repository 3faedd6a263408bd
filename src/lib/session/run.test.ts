import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, neighbour, type Command, type Facts, type RunStep } from './commands.ts';
import type { Happening, SessionEvent } from './events.ts';
import { readEvent } from './events.ts';
import { foldRun, stepRun } from './run.ts';
import { timing } from './timing.ts';

const MINUTE = 60_000;
const step = (id: string, best: number, activity = true): RunStep => ({
	id,
	minutes: { best, least: best, most: best },
	screens: 2,
	parts: 1,
	...(activity ? { activity: { opensByItself: false } } : {})
});
const steps = [
	step('welcome', 10, false),
	step('ideas', 30),
	step('coffee', 15, false),
	step('vote', 20)
];
const facts: Facts = { steps, acceptedNow: () => ['aaaaaaaa'] };

/** Plays commands one after the other, each at its minute, as a desk does. */
function play(...presses: readonly [minute: number, command: Command][]): SessionEvent[] {
	const events: SessionEvent[] = [];
	presses.forEach(([minute, command], action) => {
		const decided = decide(foldRun(events), command, facts);
		if (!decided.ok) throw new Error(decided.problems[0]?.code);
		for (const happening of decided.value) {
			events.push({
				...happening,
				id: `e${events.length}`,
				action: `a${action}`,
				by: 'desk',
				n: events.length + 1,
				at: minute * MINUTE
			});
		}
	});
	return events;
}

const running: [number, Command][] = [
	[0, { type: 'start' }],
	[12, { type: 'next' }],
	[13, { type: 'open' }]
];

describe('a run', () => {
	test('starts in the first step with its first screen on air', () => {
		const run = foldRun(play([0, { type: 'start' }]));
		expect(run.status).toBe('running');
		expect(run.step).toBe('welcome');
		expect(run.air).toEqual({ step: 'welcome', screen: 0, page: 0 });
	});

	test('closes open answers when its step is left, with what was in at that moment', () => {
		const run = foldRun(play(...running, [40, { type: 'next' }]));
		expect(run.step).toBe('coffee');
		expect(stepRun(run, 'ideas').phase).toBe('closed');
		expect(stepRun(run, 'ideas').accepted).toEqual(['aaaaaaaa']);
	});

	test('is the same whatever order the events of two devices arrive in', () => {
		const events = play(...running, [20, { type: 'minutes', delta: 5 }], [40, { type: 'next' }]);
		fc.assert(
			fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
				expect(foldRun(shuffled)).toEqual(foldRun(events));
			})
		);
	});

	test('undo takes back the whole of the last press, and the one before after that', () => {
		const before = foldRun(play(...running));
		const undone = play(...running, [40, { type: 'next' }], [41, { type: 'undo' }]);
		expect({ ...foldRun(undone), undoable: [] }).toEqual({ ...before, undoable: [] });
		expect(foldRun(undone).undoable.at(-1)?.label).toBe('opened');
		const twice = play(
			...running,
			[40, { type: 'next' }],
			[41, { type: 'undo' }],
			[42, { type: 'undo' }]
		);
		expect(stepRun(foldRun(twice), 'ideas').phase).toBe('waiting');
	});

	test('offers at most the last twenty actions for undo', () => {
		const presses = Array.from({ length: 30 }, (): [number, Command] => [
			20,
			{ type: 'minutes', delta: 1 }
		]);
		expect(foldRun(play(...running, ...presses)).undoable).toHaveLength(20);
	});

	test('skips to the next step that is not skipped itself', () => {
		const run = foldRun(
			play(...running, [20, { type: 'skip', reason: 'late' }], [21, { type: 'back' }])
		);
		expect(run.step).toBe('welcome');
		expect(neighbour(run, steps, 1)?.id).toBe('coffee');
	});

	test('says why a press cannot be', () => {
		const code = (command: Command, events: readonly SessionEvent[] = []) => {
			const decided = decide(foldRun(events), command, facts);
			return decided.ok ? 'ok' : decided.problems[0]?.code;
		};
		expect(code({ type: 'next' })).toBe('run-not-running');
		expect(code({ type: 'undo' })).toBe('run-nothing-to-undo');
		const started = play([0, { type: 'start' }]);
		expect(code({ type: 'open' }, started)).toBe('run-nothing-to-open');
		expect(code({ type: 'back' }, started)).toBe('run-first-step');
		expect(code({ type: 'start' }, started)).toBe('run-already-started');
		expect(code({ type: 'air', step: 'welcome', screen: 9 }, started)).toBe('run-no-screen');
	});

	test('every event a command makes is read back from the log as it was', () => {
		const made = play(
			...running,
			[14, { type: 'judge', step: 'ideas', texts: ['a/b/c'], verdict: 'shown' }],
			[
				14,
				{
					type: 'tally',
					step: 'ideas',
					tally: { id: 't', source: 'hands', people: 3, counts: { a: 3 } }
				}
			],
			[15, { type: 'mask', mask: 'blank' }],
			[15, { type: 'edit', line: 'x', hidden: true }],
			[16, { type: 'heads', people: 4 }],
			[20, { type: 'skip', reason: 'late' }],
			[21, { type: 'undo' }],
			[22, { type: 'end' }]
		);
		for (const event of made) expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
	});

	test('what is no event is not read', () => {
		fc.assert(fc.property(fc.anything(), (value) => readEvent(value) === undefined));
		const alien: Happening = { type: 'started' };
		expect(
			readEvent({ ...alien, type: 'launched', id: 'a', action: 'a', by: 'd', n: 1, at: 1 })
		).toBeUndefined();
	});
});

describe('timing', () => {
	const at = (minute: number, buffer: number, ...presses: [number, Command][]) =>
		timing(foldRun(play(...presses)), steps, buffer, minute * MINUTE);

	test('counts down the step, is behind by what earlier steps overran, and the buffer covers it', () => {
		const now = at(22, 5, ...running);
		expect(now.left).toBe(20 * 60);
		expect(now.behind).toBe(2);
		expect(now.bufferLeft).toBe(3);
		expect(now.late).toBe(0);
		expect(now.mood).toBe('calm');
	});

	test('is late only by what the buffer does not cover', () => {
		const now = at(50, 5, ...running);
		expect(now.left).toBe(-8 * 60);
		expect(now.mood).toBe('over');
		expect(now.behind).toBe(10);
		expect(now.bufferLeft).toBe(0);
		expect(now.late).toBe(5);
		expect((now.expectedEnd - now.plannedEnd) / MINUTE).toBe(5);
	});

	test('minutes added move the end, minutes of a skipped step come back', () => {
		const added = at(13, 0, ...running, [13, { type: 'minutes', delta: 5 }]);
		expect(added.planned).toBe(35 * 60);
		const skipped = at(
			14,
			0,
			...running,
			[14, { type: 'next' }],
			[14, { type: 'skip', reason: 'late' }]
		);
		expect(skipped.late).toBe(0);
		expect(skipped.behind).toBe(0);
	});

	test('turns amber in the last fifth and late in the last half minute', () => {
		expect(at(37, 0, ...running).mood).toBe('amber');
		expect(at(41, 0, ...running).mood).toBe('late');
	});

	test('never gives an end before now, whatever happened', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 600 }),
				fc.integer({ min: 0, max: 60 }),
				(minute, buffer) => {
					const now = at(12 + minute, buffer, ...running);
					expect(now.expectedEnd).toBeGreaterThanOrEqual((12 + minute) * MINUTE);
					expect(now.behind).toBeGreaterThanOrEqual(0);
				}
			)
		);
	});
});
