import * as v from 'valibot';
import type { Activity, CommonSettings, Phase } from '#lib/activities/activity.ts';
import { newId, type Random } from '#lib/base/random.ts';
import type { SentState } from '#lib/components/sent-state.ts';
import type { OwnAnswer, Seat } from '#lib/session/seat.svelte.ts';
import { sameJson, shapedLike, strings } from './json.ts';
import type { KeptTexts } from './kept.ts';

/** Field under which a card is kept that was never sent; the card brings its own id along. */
const NEW = 'new';
const ONE = 'me';

/** The question somebody answers. Language and phase may change under it; the step may not. */
export interface Question {
	readonly step: string;
	readonly activity: Activity;
	readonly settings: CommonSettings;
	/** What was asked, in the person's language; kept beside words that came too late. */
	readonly prompt: string;
	readonly lang: string;
	readonly phase: Phase;
}

/**
 * Answering one question on a phone: what is in the form, where each answer is, what happens on a press.
 * Everything typed is kept on the device before anything else is done with it.
 */
export class Answering {
	readonly #seat: Seat;
	readonly #question: () => Question;
	readonly #kept: KeptTexts;
	readonly #random: Random;
	readonly #step: string;
	readonly #activity: Activity;
	#at = $state<string>(ONE);
	#editing = $state(false);
	#busy = $state(false);
	#trouble = $state<'join-not-kept' | 'join-too-large'>();
	#takenBack = $state(false);

	constructor(seat: Seat, question: () => Question, kept: KeptTexts, random: Random) {
		this.#seat = seat;
		this.#question = question;
		this.#kept = kept;
		this.#random = random;
		const { step, activity } = question();
		this.#step = step;
		this.#activity = activity;
		if (activity.perPerson === 'many') this.#at = this.#beginning();
	}

	/** Several answers per person. */
	get many(): boolean {
		return this.#activity.perPerson === 'many';
	}
	/** Answers that count: whole ones of this kind. */
	get own(): readonly OwnAnswer[] {
		return this.#seat
			.answers(this.#step)
			.filter(
				({ kind, body }) =>
					kind === this.#activity.kind && v.safeParse(this.#activity.body, body).success
			);
	}
	/** Id of the answer in the form; `new` for one that was never sent. */
	get at(): string {
		return this.#at;
	}
	get busy(): boolean {
		return this.#busy;
	}
	/** Message id of what went wrong with the last press. */
	get trouble(): 'join-not-kept' | 'join-too-large' | undefined {
		return this.#trouble;
	}
	get takenBack(): boolean {
		return this.#takenBack;
	}

	get #sent(): OwnAnswer | undefined {
		return this.own.find(({ id }) => id === this.#at);
	}
	get #blank(): unknown {
		return this.#activity.blank(this.#question().settings);
	}
	/** What was typed and not sent, as long as it still fits the form. */
	get #draft(): unknown {
		const kept = this.#at === NEW ? this.#newDraft()?.body : this.#seat.draft(this.#step, this.#at);
		return kept !== undefined && shapedLike(kept, this.#blank) ? kept : undefined;
	}

	/** What the form shows: what is being typed, else what was sent, else the empty answer. */
	get value(): unknown {
		return this.#draft ?? this.#sent?.body ?? this.#blank;
	}
	/** There are words or marks in the form that were not sent. */
	get unsent(): boolean {
		const draft = this.#draft;
		return draft !== undefined && !sameJson(draft, this.#sent?.body ?? this.#blank);
	}
	/** Where the answer in the form is: the truth, and nothing better than the truth. */
	get state(): SentState {
		const sent = this.#sent;
		// While a press is being carried out nothing is known yet, so nothing is claimed.
		return !sent || this.#busy || this.unsent || this.#editing ? 'writing' : sent.where;
	}
	/** A sent answer is being changed. */
	get changing(): boolean {
		return this.state === 'writing' && this.#sent !== undefined;
	}
	get mayChange(): boolean {
		const { phase, settings } = this.#question();
		return phase === 'open' && settings.change_answer;
	}
	/** The form can be filled in now. */
	get open(): boolean {
		return this.#question().phase === 'open' && (this.#sent === undefined || this.mayChange);
	}
	/** What is in the form may be sent. */
	get ready(): boolean {
		if (!this.open || this.#busy) return false;
		const parsed = v.safeParse(this.#activity.body, this.value);
		return parsed.success && this.#activity.complete(this.#question().settings, parsed.output);
	}
	/** Another answer may be begun. */
	get mayWriteAnother(): boolean {
		const { phase, settings } = this.#question();
		const most = this.#activity.limit?.(settings) ?? Infinity;
		return this.many && phase === 'open' && this.own.length < most;
	}
	/** Answers were closed over what was typed. */
	get late(): boolean {
		const { phase } = this.#question();
		return (phase === 'closed' || phase === 'shown') && this.unsent;
	}

	/** Takes over every change of the form; it is kept on the device before the next one. */
	change(value: unknown): void {
		if (!this.open) return;
		this.#trouble = undefined;
		this.#takenBack = false;
		const base = this.#sent?.body ?? this.#blank;
		if (this.#at === NEW) {
			if (sameJson(value, base)) this.#seat.dropDraft(this.#step, NEW);
			else {
				const id = this.#newDraft()?.id ?? newId(this.#random);
				this.#seat.keepDraft(this.#step, NEW, { id, body: value });
			}
		} else this.#seat.keepDraft(this.#step, this.#at, value);
		this.#note();
	}

	/** Gives what is in the form. Resolves when it is on this phone, or the words say why not. */
	async send(): Promise<void> {
		if (!this.ready) return;
		const { lang } = this.#question();
		const fresh = this.#at === NEW;
		const id = fresh ? (this.#newDraft()?.id ?? newId(this.#random)) : this.#at;
		const parsed = v.safeParse(this.#activity.body, this.value);
		if (!parsed.success) return;
		this.#busy = true;
		this.#trouble = undefined;
		try {
			await this.#seat.give({
				step: this.#step,
				id,
				kind: this.#activity.kind,
				body: parsed.output,
				lang
			});
			if (fresh) this.#seat.dropDraft(this.#step, NEW);
			this.#at = id;
			this.#editing = false;
			this.#takenBack = false;
			this.#note();
		} catch (error) {
			const tooLarge = error instanceof Error && error.name === 'TooLargeError';
			this.#trouble = tooLarge ? 'join-too-large' : 'join-not-kept';
		} finally {
			this.#busy = false;
		}
	}

	/** Begins to change what was sent. */
	edit(): void {
		if (this.mayChange) this.#editing = true;
	}

	/** Leaves a sent answer as it was. */
	leave(): void {
		this.#editing = false;
		this.#trouble = undefined;
		this.#seat.dropDraft(this.#step, this.#at);
		this.#note();
	}

	/** An empty form for one more answer, or the one that was begun. */
	another(): void {
		if (!this.mayWriteAnother) return;
		this.#at = NEW;
		this.#editing = false;
		this.#takenBack = false;
	}

	/** Shows one of the own answers. */
	look(id: string): void {
		this.#at = id;
		this.#editing = false;
		this.#takenBack = false;
	}

	/** Takes the answer in the form back. Its words stay in the form: nothing typed is destroyed. */
	async takeBack(): Promise<void> {
		const sent = this.#sent;
		if (!sent || !this.mayChange || this.#busy) return;
		this.#busy = true;
		this.#trouble = undefined;
		try {
			const words = this.value;
			const spare = this.many && this.#newDraft() === undefined;
			if (spare) this.#seat.keepDraft(this.#step, NEW, { id: newId(this.#random), body: words });
			else this.#seat.keepDraft(this.#step, sent.id, words);
			await this.#seat.takeBack(this.#step, sent.id);
			if (spare) {
				this.#seat.dropDraft(this.#step, sent.id);
				this.#at = NEW;
			}
			this.#editing = false;
			this.#takenBack = true;
			this.#note();
		} catch {
			this.#trouble = 'join-not-kept';
		} finally {
			this.#busy = false;
		}
	}

	// A card that was sent just before a crash may have left its draft behind.
	#newDraft(): { readonly id: string; readonly body: unknown } | undefined {
		const kept = this.#seat.draft(this.#step, NEW);
		if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('body' in kept))
			return undefined;
		const { id, body } = kept;
		if (typeof id !== 'string' || this.own.some((answer) => answer.id === id)) return undefined;
		return { id, body };
	}

	#beginning(): string {
		if (this.#newDraft()) return NEW;
		const begun = this.own.find(({ id }) => this.#seat.draft(this.#step, id) !== undefined);
		return begun?.id ?? this.own.at(-1)?.id ?? NEW;
	}

	#note(): void {
		const { prompt, lang } = this.#question();
		const unsent = this.unsent;
		const text = unsent ? this.#words(this.value) : '';
		this.#kept.note({ step: this.#step, prompt, lang, text });
	}

	// What is too long to be sent is no whole answer, and must be kept all the same.
	#words(value: unknown): string {
		const { texts, body } = this.#activity;
		if (!texts) return '';
		const parsed = v.safeParse(body, value);
		const found = parsed.success ? texts(parsed.output).map(({ text }) => text) : strings(value);
		return found
			.map((text) => text.trim())
			.filter(Boolean)
			.join('\n');
	}
}
