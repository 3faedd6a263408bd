import * as v from 'valibot';
import type { Seat } from '#lib/session/seat.svelte.ts';

/** Words that were typed for a question and not sent. */
export interface KeptText {
	readonly step: string;
	/** What was asked, as it was shown. */
	readonly prompt: string;
	/** Language of `prompt`. */
	readonly lang: string;
	readonly text: string;
}

const LIST = v.array(
	v.object({ step: v.string(), prompt: v.string(), lang: v.string(), text: v.string() })
);
/** Where the list lies among the drafts; no step of a script has such an id. */
const PLACE = ['-kept', 'list'] as const;
/** Words of so many questions are remembered; the oldest go first. */
const MOST = 40;

/**
 * What was typed and came too late, so that it can still be read, copied and said aloud. One entry per
 * question; kept on the device like every draft.
 */
export class KeptTexts {
	readonly #seat: Pick<Seat, 'draft' | 'keepDraft'>;

	constructor(seat: Pick<Seat, 'draft' | 'keepDraft'>) {
		this.#seat = seat;
	}

	get all(): readonly KeptText[] {
		const read = v.safeParse(LIST, this.#seat.draft(...PLACE));
		return read.success ? read.output : [];
	}

	/** Remembers what is being typed for a question; an empty text forgets it. */
	note(entry: KeptText): void {
		const before = this.all;
		const others = before.filter(({ step }) => step !== entry.step);
		if (entry.text === '' && others.length === before.length) return;
		const next = entry.text === '' ? others : [...others, entry].slice(-MOST);
		this.#seat.keepDraft(...PLACE, next);
	}

	forget(step: string): void {
		this.note({ step, prompt: '', lang: '', text: '' });
	}

	/** Kept words of questions other than the present one. */
	elsewhere(step: string | undefined): readonly KeptText[] {
		return this.all.filter((entry) => entry.step !== step);
	}
}
