import type * as Y from 'yjs';
import { newId, type Random } from '#lib/base/random.ts';
import { readEvent, type Happening, type SessionEvent } from './events.ts';

const log = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('events');

/** Appends events to a facilitator's own log document. */
export function putEvents(doc: Y.Doc, events: readonly SessionEvent[]): void {
	log(doc).push(events.map((event) => structuredClone(event)));
}

/** Events of one facilitator device, in the order it wrote them; what is no event is left out. */
export function readEvents(doc: Y.Doc): readonly SessionEvent[] {
	return log(doc)
		.toArray()
		.flatMap((value) => readEvent(value) ?? []);
}

/** Gives happenings of one press their place in the log, after everything in `seen`. */
export function toEvents(
	happenings: readonly Happening[],
	seen: readonly SessionEvent[],
	at: number,
	by: string,
	random: Random
): readonly SessionEvent[] {
	const action = newId(random);
	let n = seen.reduce((highest, event) => Math.max(highest, event.n), 0);
	return happenings.map((happening) => ({
		...happening,
		id: newId(random),
		action,
		by,
		n: ++n,
		at
	}));
}
