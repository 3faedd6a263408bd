import type { StageFrame } from '#lib/session/frame.ts';

/** True when the frame draws its activity: a prompt, results, or both beside each other. */
export function showsActivity(frame: Pick<StageFrame, 'kind' | 'layout'>): boolean {
	return (
		frame.kind !== undefined &&
		(frame.layout === 'prompt' ||
			frame.layout === 'results' ||
			frame.layout === 'split' ||
			frame.kind === 'break')
	);
}

/** Seconds left and their share of the whole, never below 0: on stage nothing counts up. */
export function remaining(
	timer: NonNullable<StageFrame['timer']>,
	now: number
): { readonly seconds: number; readonly share: number } {
	const left = Math.max(0, (timer.endsAt - now) / 1000);
	return {
		seconds: Math.round(left),
		share: timer.total > 0 ? Math.min(1, left / timer.total) : 0
	};
}
