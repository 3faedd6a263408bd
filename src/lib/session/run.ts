import type { Contribution, Phase, Tally } from '#lib/activities/activity.ts';
import { inOrder, type Mask, type SessionEvent, type SkipReason, type Verdict } from './events.ts';

/** What happened in one step so far. */
export interface StepRun {
	/** Stretches in which the step was the current one, in ms; `to` is open while it is. */
	readonly stays: readonly { readonly from: number; readonly to?: number }[];
	/** Minutes added by the facilitator, may be negative. */
	readonly added: number;
	readonly part: number;
	readonly partSince?: number;
	readonly phase: Phase;
	/** Short hashes of what was in when answers were closed; undefined while open. */
	readonly accepted?: readonly string[];
	readonly skipped?: SkipReason;
	readonly verdicts: Readonly<Record<string, Verdict>>;
	readonly typed: readonly Contribution[];
	readonly tallies: readonly Tally[];
	readonly arranged?: unknown;
	readonly ticks: readonly number[];
	readonly note: string;
}

/** State of a run: nothing but the fold of its events. */
export interface RunState {
	readonly status: 'prepared' | 'running' | 'ended';
	readonly startedAt?: number;
	readonly endedAt?: number;
	/** Step people are in; a replaced step keeps its place and shows its replacement. */
	readonly step?: string;
	readonly air?: { readonly step: string; readonly screen: number; readonly page: number };
	readonly mask: Mask;
	readonly steps: Readonly<Record<string, StepRun>>;
	/** Step id → id of the alternate used instead. */
	readonly replaced: Readonly<Record<string, string>>;
	/** People in the room without a phone of their own, as the facilitator counted them. */
	readonly heads: number;
	/** Actions that can be taken back, oldest first, 20 at most. */
	readonly undoable: readonly { readonly action: string; readonly label: UndoLabel }[];
	/** Report lines the facilitator hid or reworded. */
	readonly edits: Readonly<Record<string, { readonly hidden: boolean; readonly text?: string }>>;
}

/** Message ids of what an undo takes back: `undo-<label>`. */
export type UndoLabel = Exclude<SessionEvent['type'], 'undone' | 'ticked' | 'noted' | 'took-over'>;

const EMPTY_STEP: StepRun = {
	stays: [],
	added: 0,
	part: 0,
	phase: 'waiting',
	verdicts: {},
	typed: [],
	tallies: [],
	ticks: [],
	note: ''
};

const UNDO_DEPTH = 20;

/** The first thing done in an action names it for people. */
function undoLabel(type: SessionEvent['type']): UndoLabel | undefined {
	const never = type === 'undone' || type === 'ticked' || type === 'noted' || type === 'took-over';
	return never ? undefined : type;
}

export const stepRun = (run: RunState, step: string): StepRun => run.steps[step] ?? EMPTY_STEP;

/** Folds a log into the state of the run. Any order of `events` gives the same state. */
export function foldRun(events: readonly SessionEvent[]): RunState {
	const ordered = inOrder(events);
	const undone = new Set(ordered.flatMap((e) => (e.type === 'undone' ? [e.undo] : [])));
	const kept = ordered.filter((e) => e.type !== 'undone' && !undone.has(e.action));
	let run: RunState = {
		status: 'prepared',
		mask: 'none',
		steps: {},
		replaced: {},
		heads: 0,
		undoable: undoable(kept),
		edits: {}
	};
	for (const event of kept) run = apply(run, event);
	return run;
}

function undoable(kept: readonly SessionEvent[]): RunState['undoable'] {
	const actions: { action: string; label: UndoLabel }[] = [];
	for (const event of kept) {
		const label = undoLabel(event.type);
		if (label && actions.at(-1)?.action !== event.action) {
			actions.push({ action: event.action, label });
		}
	}
	return actions.slice(-UNDO_DEPTH);
}

function patch(run: RunState, step: string, change: Partial<StepRun>): RunState {
	return { ...run, steps: { ...run.steps, [step]: { ...stepRun(run, step), ...change } } };
}

/** Ends the stay in the current step, if any. */
function leave(run: RunState, at: number): RunState {
	if (run.step === undefined) return run;
	const stays = stepRun(run, run.step).stays;
	const last = stays.at(-1);
	if (!last || last.to !== undefined) return run;
	return patch(run, run.step, { stays: [...stays.slice(0, -1), { from: last.from, to: at }] });
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function apply(run: RunState, event: SessionEvent): RunState {
	switch (event.type) {
		case 'started':
			return { ...run, status: 'running', startedAt: run.startedAt ?? event.at };
		case 'ended':
			return { ...leave(run, event.at), status: 'ended', endedAt: event.at };
		case 'step': {
			const left = leave(run, event.at);
			const stays = [...stepRun(left, event.step).stays, { from: event.at }];
			return { ...patch(left, event.step, { stays }), step: event.step };
		}
		case 'part':
			return patch(run, event.step, { part: event.part, partSince: event.at });
		case 'opened':
			return patch(run, event.step, { phase: 'open', accepted: undefined });
		case 'closed':
			return patch(run, event.step, { phase: 'closed', accepted: event.accepted });
		case 'revealed':
			return patch(run, event.step, {
				phase: event.on ? 'shown' : stepRun(run, event.step).accepted ? 'closed' : 'open'
			});
		case 'aired':
			return {
				...run,
				air: { step: event.step, screen: event.screen, page: event.page ?? 0 },
				mask: 'none'
			};
		case 'masked':
			return { ...run, mask: event.mask };
		case 'minutes':
			return patch(run, event.step, { added: stepRun(run, event.step).added + event.delta });
		case 'skipped':
			return patch(run, event.step, { skipped: event.reason });
		case 'replaced':
			return { ...run, replaced: { ...run.replaced, [event.step]: event.by } };
		case 'judged': {
			const judged = Object.fromEntries(event.texts.map((text) => [text, event.verdict]));
			const verdicts = { ...stepRun(run, event.step).verdicts, ...judged };
			return patch(run, event.step, { verdicts });
		}
		case 'typed': {
			const others = stepRun(run, event.step).typed.filter((c) => c.id !== event.contribution.id);
			return patch(run, event.step, { typed: [...others, event.contribution] });
		}
		case 'untyped': {
			const typed = stepRun(run, event.step).typed.filter((c) => c.id !== event.contribution);
			return patch(run, event.step, { typed });
		}
		case 'tallied': {
			const others = stepRun(run, event.step).tallies.filter((t) => t.id !== event.tally.id);
			const tallies = event.tally.people > 0 ? [...others, event.tally] : others;
			return patch(run, event.step, { tallies });
		}
		case 'arranged':
			return patch(run, event.step, { arranged: event.body });
		case 'heads':
			return { ...run, heads: event.people };
		case 'ticked': {
			const others = stepRun(run, event.step).ticks.filter((item) => item !== event.item);
			return patch(run, event.step, { ticks: event.on ? [...others, event.item] : others });
		}
		case 'noted':
			return patch(run, event.step, { note: event.text });
		case 'edited': {
			const { hidden = false, text } = event;
			if (!hidden && text === undefined) {
				return { ...run, edits: withoutKey(run.edits, event.line) };
			}
			const edit = text === undefined ? { hidden } : { hidden, text };
			return { ...run, edits: { ...run.edits, [event.line]: edit } };
		}
		case 'undone':
		case 'took-over':
			return run;
		default:
			event satisfies never;
			return run;
	}
}
