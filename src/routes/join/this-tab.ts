const KEY = 'plenum.seat';

// A private window may refuse even this; a reload then starts at the code, and the seat is offered there.
function store(): Storage | undefined {
	try {
		return globalThis.sessionStorage;
	} catch {
		return undefined;
	}
}

/** The session this tab was in before it was reloaded. */
export const recallSeat = (): string | undefined => store()?.getItem(KEY) ?? undefined;

/** Remembers the session this tab is in, for as long as the tab lives. */
export function rememberSeat(session: string | undefined): void {
	try {
		if (session === undefined) store()?.removeItem(KEY);
		else store()?.setItem(KEY, session);
	} catch {
		// A full or closed store costs one tap after a reload, nothing more.
	}
}
