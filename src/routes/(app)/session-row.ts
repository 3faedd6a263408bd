import type { SessionRow } from '#lib/storage/sessions.ts';

/** Where the row of a session leads: to what it needs next. */
export type NextScreen = 'prepare' | 'run' | 'report';

/** The screen a session needs next. */
export function nextScreen({ status }: Pick<SessionRow, 'status'>): NextScreen {
	switch (status) {
		case 'prepared':
			return 'prepare';
		case 'running':
			return 'run';
		case 'ended':
			return 'report';
		default:
			return status satisfies never;
	}
}

/** Sessions this device leads, in two groups: those going on, and all others with the last used first. */
export function groupSessions(rows: readonly SessionRow[]): {
	readonly goingOn: readonly SessionRow[];
	readonly others: readonly SessionRow[];
} {
	const mine = rows.filter(({ role }) => role === 'facilitator');
	return {
		goingOn: mine.filter(({ status }) => status === 'running'),
		others: mine.filter(({ status }) => status !== 'running')
	};
}
