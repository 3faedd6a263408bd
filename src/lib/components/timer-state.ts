/** How near the end of a step is. The form of the timer changes with it, not only its colour. */
export type TimerState = 'calm' | 'amber' | 'over';

/**
 * State of the timer. Amber begins when 20 % of the time or two minutes are left, whichever is
 * more; over begins when nothing is left. Seconds may be negative.
 */
export function timerState(secondsLeft: number, totalSeconds: number): TimerState {
	if (secondsLeft <= 0) return 'over';
	return secondsLeft <= Math.max(totalSeconds * 0.2, 120) ? 'amber' : 'calm';
}
