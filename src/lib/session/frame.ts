import type { CommonSettings, Disclosed, Phase } from '#lib/activities/activity.ts';
import type { Screen } from '#lib/script/script.ts';
import type { Mask } from './events.ts';

/**
 * Everything the stage window draws, as plain data. The window is a dumb renderer: it keeps the last
 * frame when the controller is gone and never asks for anything but the next one.
 */
export interface StageFrame {
	/** Rises with every frame of one controller. */
	readonly n: number;
	readonly mask: Mask;
	readonly layout: Screen['layout'];
	/** Page of results that fill several, from 0. */
	readonly page: number;
	/** First and, if chosen, second language. */
	readonly languages: readonly [FrameText, ...FrameText[]];
	readonly kind?: string;
	readonly phase: Phase;
	readonly shown?: Disclosed<unknown>;
	/** Result of the step compared with. */
	readonly before?: Disclosed<unknown>;
	readonly answered: number;
	readonly present: number;
	/** Show the answered-of-present ring. */
	readonly count: boolean;
	/** This device's clock, ms, and seconds in all; only when the screen asks for a timer. */
	readonly timer?: { readonly endsAt: number; readonly total: number };
	readonly join?: {
		readonly code: string;
		readonly url: string;
		/** Host of the relay, named before anybody joins. */
		readonly host: string;
		readonly check: readonly number[];
	};
}

export interface FrameText {
	readonly locale: string;
	/** Name of the workshop. */
	readonly workshop: string;
	readonly title?: string;
	readonly body?: string;
	readonly alt?: string;
	/** Settings of the activity in this language, placeholders filled in. */
	readonly settings?: CommonSettings;
	/** Steps of the day for the agenda screen; `now` marks the current one. */
	readonly agenda?: readonly { readonly title: string; readonly now: boolean }[];
}

/** Messages between a controller and its stage windows on one device. */
export type StageMessage =
	| { readonly type: 'frame'; readonly frame: StageFrame }
	| { readonly type: 'hello' }
	| { readonly type: 'here' };

/** Name of the same-device channel of one session's stage. */
export const stageChannel = (session: string): string => `plenum-stage-${session}`;
