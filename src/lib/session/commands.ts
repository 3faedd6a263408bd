import type { Contribution, Tally } from '#lib/activities/activity.ts';
import { fail, ok, type Outcome } from '#lib/base/problem.ts';
import type { Happening, Mask, SkipReason, Verdict } from './events.ts';
import { stepRun, type RunState } from './run.ts';
import type { TimedStep } from './timing.ts';

/** A step as the run needs it: its place in the day and what can be done in it. */
export interface RunStep extends TimedStep {
	/** Stage screens of the step, at least 1. */
	readonly screens: number;
	readonly parts: number;
	readonly activity?: { readonly opensByItself: boolean };
}

/** One press of a facilitator. */
export type Command =
	| { readonly type: 'start' }
	| { readonly type: 'end' }
	| { readonly type: 'take-over' }
	| { readonly type: 'go'; readonly step: string }
	| { readonly type: 'next' }
	| { readonly type: 'back' }
	| { readonly type: 'part'; readonly part: number }
	| { readonly type: 'open' }
	| { readonly type: 'close' }
	| { readonly type: 'reveal'; readonly on: boolean }
	| { readonly type: 'air'; readonly step: string; readonly screen: number; readonly page?: number }
	| { readonly type: 'mask'; readonly mask: Mask }
	| { readonly type: 'minutes'; readonly delta: number }
	| { readonly type: 'skip'; readonly reason: SkipReason; readonly to?: string }
	| { readonly type: 'replace'; readonly step: string; readonly by: string }
	| {
			readonly type: 'judge';
			readonly step: string;
			readonly texts: readonly string[];
			readonly verdict: Verdict;
	  }
	| { readonly type: 'type'; readonly step: string; readonly contribution: Contribution }
	| { readonly type: 'untype'; readonly step: string; readonly contribution: string }
	| { readonly type: 'tally'; readonly step: string; readonly tally: Tally }
	| { readonly type: 'arrange'; readonly step: string; readonly body: unknown }
	| { readonly type: 'heads'; readonly people: number }
	| { readonly type: 'tick'; readonly step: string; readonly item: number; readonly on: boolean }
	| { readonly type: 'note'; readonly step: string; readonly text: string }
	| {
			readonly type: 'edit';
			readonly line: string;
			readonly hidden?: boolean;
			readonly text?: string;
	  }
	| { readonly type: 'undo' };

/** What a command needs to know beyond the run: computed by the caller at the moment of the press. */
export interface Facts {
	readonly steps: readonly RunStep[];
	/** Acceptance hashes of everything in for a step now. */
	readonly acceptedNow: (step: string) => readonly string[];
}

const no = (code: string): Outcome<never> =>
	fail({ code, level: 'error', path: '', message: code });

/** The step after (or before) the current one that is not skipped; undefined at the ends of the day. */
export function neighbour(
	run: RunState,
	steps: readonly RunStep[],
	by: 1 | -1
): RunStep | undefined {
	let i = steps.findIndex((step) => step.id === run.step);
	if (i < 0) return by === 1 ? steps.find((s) => !stepRun(run, s.id).skipped) : undefined;
	do i += by;
	while (steps[i] && stepRun(run, steps[i]?.id ?? '').skipped);
	return steps[i];
}

/** Closes open answers of the step that is left: nothing typed is lost, and it stops counting late. */
function leaving(run: RunState, facts: Facts): Happening[] {
	const { step } = run;
	if (step === undefined || stepRun(run, step).phase !== 'open') return [];
	return [{ type: 'closed', step, accepted: facts.acceptedNow(step) }];
}

function entering(step: RunStep, run: RunState): Happening[] {
	const arrive: Happening[] = [{ type: 'step', step: step.id }];
	const fresh = stepRun(run, step.id).phase === 'waiting';
	if (step.activity?.opensByItself && fresh) arrive.push({ type: 'opened', step: step.id });
	return arrive;
}

function inChunks<T>(all: readonly T[], size: number): (readonly T[])[] {
	const chunks: (readonly T[])[] = [];
	for (let at = 0; at < all.length; at += size) chunks.push(all.slice(at, at + size));
	return chunks;
}

/**
 * What a press makes happen, or why it cannot. Pure: the same run, command and facts give the same answer.
 * Problem codes are message ids of the run screen.
 */
export function decide(
	run: RunState,
	command: Command,
	facts: Facts
): Outcome<readonly Happening[]> {
	const { steps } = facts;
	const find = (id: string | undefined): RunStep | undefined => steps.find((s) => s.id === id);
	const current = find(run.step);
	switch (command.type) {
		case 'start': {
			const first = neighbour(run, steps, 1);
			if (run.status !== 'prepared') return no('run-already-started');
			if (!first) return no('run-no-steps');
			return ok([
				{ type: 'started' },
				...entering(first, run),
				{ type: 'aired', step: first.id, screen: 0 }
			]);
		}
		case 'end':
			if (run.status !== 'running') return no('run-not-running');
			return ok([...leaving(run, facts), { type: 'ended' }]);
		case 'take-over':
			return ok([{ type: 'took-over' }]);
		case 'go':
		case 'next':
		case 'back': {
			if (run.status !== 'running') return no('run-not-running');
			const to =
				command.type === 'go'
					? find(command.step)
					: neighbour(run, steps, command.type === 'next' ? 1 : -1);
			if (!to) return no(command.type === 'back' ? 'run-first-step' : 'run-last-step');
			if (to.id === run.step) return ok([]);
			return ok([...leaving(run, facts), ...entering(to, run)]);
		}
		case 'part':
			if (!current || command.part < 0 || command.part >= current.parts) return no('run-no-part');
			return ok([{ type: 'part', step: current.id, part: command.part }]);
		case 'open':
			if (!current?.activity) return no('run-nothing-to-open');
			return ok([{ type: 'opened', step: current.id }]);
		case 'close':
			if (!current?.activity) return no('run-nothing-to-open');
			return ok([{ type: 'closed', step: current.id, accepted: facts.acceptedNow(current.id) }]);
		case 'reveal':
			if (!current?.activity) return no('run-nothing-to-open');
			return ok([{ type: 'revealed', step: current.id, on: command.on }]);
		case 'air': {
			const step = find(command.step);
			if (!step || command.screen < 0 || command.screen >= step.screens) return no('run-no-screen');
			return ok([
				{ type: 'aired', step: step.id, screen: command.screen, page: command.page ?? 0 }
			]);
		}
		case 'mask':
			return ok(run.mask === command.mask ? [] : [{ type: 'masked', mask: command.mask }]);
		case 'minutes':
			if (!current) return no('run-not-running');
			return ok([{ type: 'minutes', step: current.id, delta: command.delta }]);
		case 'skip': {
			if (!current) return no('run-not-running');
			const after = {
				...run,
				steps: {
					...run.steps,
					[current.id]: { ...stepRun(run, current.id), skipped: command.reason }
				}
			};
			const to = command.to === undefined ? neighbour(after, steps, 1) : find(command.to);
			if (!to) return no('run-last-step');
			return ok([
				...leaving(run, facts),
				{ type: 'skipped', step: current.id, reason: command.reason },
				...entering(to, run)
			]);
		}
		case 'replace':
			return find(command.step)
				? ok([{ type: 'replaced', step: command.step, by: command.by }])
				: no('run-no-step');
		case 'judge':
			return ok(
				inChunks(command.texts, 100).map((texts) => ({
					type: 'judged',
					step: command.step,
					texts,
					verdict: command.verdict
				}))
			);
		case 'type':
			return ok([{ type: 'typed', step: command.step, contribution: command.contribution }]);
		case 'untype':
			return ok([{ type: 'untyped', step: command.step, contribution: command.contribution }]);
		case 'tally':
			return ok([{ type: 'tallied', step: command.step, tally: command.tally }]);
		case 'arrange':
			return ok([{ type: 'arranged', step: command.step, body: command.body }]);
		case 'heads':
			return ok(run.heads === command.people ? [] : [{ type: 'heads', people: command.people }]);
		case 'tick':
			return ok([{ type: 'ticked', step: command.step, item: command.item, on: command.on }]);
		case 'note':
			return ok([{ type: 'noted', step: command.step, text: command.text }]);
		case 'edit': {
			const { line, hidden, text } = command;
			return ok([
				{
					type: 'edited',
					line,
					...(hidden === undefined ? {} : { hidden }),
					...(text === undefined ? {} : { text })
				}
			]);
		}
		case 'undo': {
			const last = run.undoable.at(-1);
			return last ? ok([{ type: 'undone', undo: last.action }]) : no('run-nothing-to-undo');
		}
		default:
			return command satisfies never;
	}
}
