import * as v from 'valibot';
import type * as Y from 'yjs';

/** What one person says about themself, all of it optional. */
export interface Profile {
	/** Sphere, or `none` for "prefer not to say". */
	readonly role?: string;
	/** BCP 47 tag of the language the phone shows. */
	readonly lang?: string;
}

/** One answer as it lies in a person's inbox. `body` is checked by its kind when it is read for a step. */
export interface Answer {
	/** Place of the step in the run. */
	readonly step: string;
	/** Id within this person and step: `me` where a person has one answer. */
	readonly id: string;
	readonly kind: string;
	readonly body: unknown;
	readonly lang?: string;
}

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const profile = v.object({ role: v.exactOptional(short), lang: v.exactOptional(short) });
const answer = v.object({ kind: short, body: v.unknown(), lang: v.exactOptional(short) });

/** Answers kept per person; what lies beyond is not read, so that one phone cannot flood the desk. */
const MOST_ANSWERS = 400;

const key = (step: string, id: string): string => `${step}:${id}`;
const answers = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('answers');

/** Puts an answer in the place of the one with the same step and id. */
export function putAnswer(doc: Y.Doc, given: Answer): void {
	const { kind, body, lang } = given;
	answers(doc).set(
		key(given.step, given.id),
		lang === undefined ? { kind, body } : { kind, body, lang }
	);
}

/** Takes an answer back. */
export function removeAnswer(doc: Y.Doc, step: string, id: string): void {
	answers(doc).delete(key(step, id));
}

/** Every well-formed answer in an inbox; what is not well-formed is counted in `refused` and left out. */
export function readAnswers(doc: Y.Doc): {
	readonly answers: readonly Answer[];
	readonly refused: number;
} {
	const found: Answer[] = [];
	let refused = 0;
	for (const [name, value] of answers(doc).entries()) {
		const at = name.lastIndexOf(':');
		const read = v.safeParse(answer, value);
		if (at < 1 || !read.success || found.length >= MOST_ANSWERS) {
			refused++;
			continue;
		}
		found.push({ step: name.slice(0, at), id: name.slice(at + 1), ...read.output });
	}
	return { answers: found, refused };
}

export function putProfile(doc: Y.Doc, given: Profile): void {
	doc.getMap('profile').set('me', { ...given });
}

export function readProfile(doc: Y.Doc): Profile {
	const read = v.safeParse(profile, doc.getMap('profile').get('me'));
	return read.success ? read.output : {};
}
