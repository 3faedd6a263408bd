import type { DayPlace } from '#lib/session/day.ts';
import { stepRun, type RunState } from '#lib/session/run.ts';

/** Steps of the day line, with what is done and what is now. */
export function dayLine(
	day: readonly DayPlace[],
	run: RunState,
	title: (place: DayPlace) => string
): {
	readonly id: string;
	readonly title: string;
	readonly minutes: number;
	readonly pause: boolean;
	readonly state: 'done' | 'now' | 'ahead';
	readonly mark?: string;
}[] {
	return day.map((place) => {
		const pause = place.step.category === 'break';
		const been = stepRun(run, place.id);
		const state =
			place.id === run.step ? 'now' : been.stays.length > 0 || been.skipped ? 'done' : 'ahead';
		return {
			id: place.id,
			title: title(place),
			minutes: Math.max(1, place.minutes.best),
			pause,
			state,
			...(pause ? { mark: title(place) } : {})
		};
	});
}

/** What the arrow key and the main button do next: another screen, part or the next step. */
export type NextMove =
	| { readonly type: 'start' }
	| { readonly type: 'part'; readonly part: number }
	| { readonly type: 'screen'; readonly screen: number }
	| { readonly type: 'step'; readonly place: DayPlace }
	| { readonly type: 'end' };

/**
 * The next thing to do: start, the step's first screen if it is not on air, its further screens, its
 * further parts, then the next step that is not skipped, then the end.
 */
export function nextMove(day: readonly DayPlace[], run: RunState): NextMove {
	if (run.status === 'prepared') return { type: 'start' };
	const index = day.findIndex((place) => place.id === run.step);
	const place = day[index];
	if (place) {
		const { part } = stepRun(run, place.id);
		if (part + 1 < place.run.parts) return { type: 'part', part: part + 1 };
	}
	const next = day.slice(index + 1).find((other) => !stepRun(run, other.id).skipped);
	return next ? { type: 'step', place: next } : { type: 'end' };
}

/** The screen that would go on air next: the current step's next one, or its first. */
export function previewScreen(
	day: readonly DayPlace[],
	run: RunState
): { readonly step: string; readonly screen: number } | undefined {
	const index = day.findIndex((place) => place.id === run.step);
	const place = day[index];
	if (!place) {
		const first = day[0];
		return first && { step: first.id, screen: 0 };
	}
	if (run.air?.step !== place.id) return { step: place.id, screen: 0 };
	if (run.air.screen + 1 < place.run.screens) return { step: place.id, screen: run.air.screen + 1 };
	const next = day.slice(index + 1).find((other) => !stepRun(run, other.id).skipped);
	return next && { step: next.id, screen: 0 };
}

/** What a key does on the run screen. Nothing destructive hangs on a single key. */
export type KeyAction =
	'next' | 'back' | 'blank' | 'reveal' | 'open' | 'more' | 'less' | 'note' | 'undo' | 'help';

const KEYS: Readonly<Record<string, KeyAction>> = {
	ArrowRight: 'next',
	PageDown: 'next',
	ArrowLeft: 'back',
	PageUp: 'back',
	b: 'blank',
	'.': 'blank',
	r: 'reveal',
	o: 'open',
	'+': 'more',
	'-': 'less',
	n: 'note',
	z: 'undo',
	'?': 'help'
};

/** The action of a key press, unless somebody is typing or a modifier is held. */
export function keyAction(event: {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly target: EventTarget | null;
}): KeyAction | undefined {
	if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
	const element = event.target instanceof HTMLElement ? event.target : undefined;
	if (element?.closest('input, textarea, select, [contenteditable], dialog, [role="menu"]')) {
		return undefined;
	}
	return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
