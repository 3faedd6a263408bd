import { createSubscriber } from 'svelte/reactivity';
import { readInvitation, type Invitation } from '#lib/base/join-code.ts';
import type { Outcome, Problem } from '#lib/base/problem.ts';
import type { StorageHealth } from '#lib/storage/health.ts';
import type { Doors, Joined, KeptSeat } from './doors.ts';
import { troubleOf, type TroubleCode } from './trouble.ts';

/** Where a person stands who comes to the join page. */
export type Place = 'code' | 'language' | 'entering' | 'trouble' | 'inside' | 'erased';

/** What the entrance stands on; a browser tab by default, plain values in tests. */
export interface Threshold {
	/** Loads network, storage and cryptography. Called early, so that they are here when needed. */
	readonly doors: () => Promise<Doors>;
	/** Session this tab was in before a reload. */
	readonly recall: () => string | undefined;
	/** False where nothing was ever stored: then there is no earlier seat to look for. */
	readonly everStored: () => boolean;
	readonly remember: (session: string | undefined) => void;
}

/**
 * The way from an opened page to a seat: code or link, then language, then the room. What a scanned link
 * brought is kept here only; the address bar forgets it at once.
 */
export class Entrance {
	readonly #threshold: Threshold;
	#place = $state<Place>('code');
	#trouble = $state<TroubleCode>();
	#invitation = $state.raw<Invitation>();
	#kept = $state.raw<readonly KeptSeat[]>([]);
	#inside = $state.raw<Joined>();
	#session: string | undefined;
	#doors = $state.raw<Doors>();
	#heed: (() => void) | undefined;

	constructor(threshold: Threshold) {
		this.#threshold = threshold;
	}

	get place(): Place {
		return this.#place;
	}
	get trouble(): TroubleCode | undefined {
		return this.#trouble;
	}
	/** Seats of this device to go back to, last used first. */
	get kept(): readonly KeptSeat[] {
		return this.#kept;
	}
	get inside(): Joined | undefined {
		return this.#inside;
	}
	/** True when a whole link was scanned: the code need not be typed. */
	get invited(): boolean {
		return this.#invitation !== undefined;
	}
	/** How far this device's storage can be trusted, once it is open. Reactive. */
	get health(): StorageHealth | undefined {
		const doors = this.#doors;
		if (!doors) return undefined;
		this.#heed ??= createSubscriber((update) => doors.onHealth(update));
		this.#heed();
		return doors.health();
	}

	/**
	 * Begins: a link leads to the language, a reload back to the seat, anything else to the code. Answers
	 * false for a link that is cut off.
	 */
	begin(fragment: string): boolean {
		const link = fragment.length > 1;
		this.#invitation = link ? readInvitation(fragment) : undefined;
		const session = this.#threshold.recall();
		if (this.#invitation) this.#place = 'language';
		else if (!link && session !== undefined) void this.resume(session);
		// Loading starts at once and is waited for only by who is faster.
		else if (this.#threshold.everStored()) void this.#listKept();
		else this.#kept = [];
		return !link || this.#invitation !== undefined;
	}

	/** Loads what is heavy while the person reads. A failure shows when it is needed. */
	async warm(): Promise<void> {
		await this.#open().catch(() => undefined);
	}

	/** A typed code, a pasted link. False when it is neither. */
	type(text: string): boolean {
		const invitation = readInvitation(text);
		if (!invitation) return false;
		this.#invitation = invitation;
		this.#place = 'language';
		return true;
	}

	/** Goes in with what was typed or scanned. `takeOver`: another tab gives the seat up. */
	async enter(takeOver = false): Promise<void> {
		const invitation = this.#invitation;
		if (!invitation) this.#place = 'code';
		else await this.#try((doors) => doors.joinSession(invitation, takeOver));
	}

	/** Goes back to a seat kept on this device. */
	async resume(session: string, takeOver = false): Promise<void> {
		this.#session = session;
		await this.#try((doors) => doors.resumeSeat(session, takeOver));
	}

	/** Tries again what did not work, or takes the seat from the other tab. */
	async retry(takeOver = false): Promise<void> {
		if (this.#session !== undefined) await this.resume(this.#session, takeOver);
		else await this.enter(takeOver);
	}

	/** Another tab has taken the seat: this one only says so. */
	yielded(): void {
		this.#inside = undefined;
		this.#fail('join-other-tab');
	}

	/** Back to the empty code. */
	again(): void {
		this.#invitation = undefined;
		this.#session = undefined;
		this.#trouble = undefined;
		this.#place = 'code';
	}

	/** Gives the seat up and erases everything of it on this device. */
	async erase(): Promise<void> {
		const inside = this.#inside;
		if (!inside || !this.#doors) return;
		this.#inside = undefined;
		this.#place = 'entering';
		try {
			await inside.seat.leave();
			await this.#doors.forgetSeat(inside.session);
			this.again();
			this.#threshold.remember(undefined);
			this.#place = 'erased';
		} catch {
			this.#fail('join-storage');
		}
	}

	async #open(): Promise<Doors> {
		this.#doors ??= await this.#threshold.doors();
		return this.#doors;
	}

	async #listKept(): Promise<void> {
		try {
			this.#kept = await (await this.#open()).seatsOnThisDevice();
		} catch {
			// Without storage there is nothing to go back to; joining says what is wrong.
			this.#kept = [];
		}
	}

	async #try(attempt: (doors: Doors) => Promise<Outcome<Joined>>): Promise<void> {
		this.#trouble = undefined;
		this.#place = 'entering';
		let doors: Doors;
		try {
			doors = await this.#open();
		} catch {
			this.#fail('join-no-connection');
			return;
		}
		try {
			const outcome = await attempt(doors);
			if (outcome.ok) this.#settle(outcome.value);
			else this.#refuse(outcome.problems);
		} catch (error) {
			this.#fail('join-unknown');
			console.error(error);
		}
	}

	#refuse(problems: readonly Problem[]): void {
		const code = troubleOf(problems.map((problem) => problem.code));
		if (code === 'join-no-such-room') this.#threshold.remember(undefined);
		this.#fail(code);
	}

	#settle(joined: Joined): void {
		this.#inside = joined;
		this.#session = joined.session;
		this.#threshold.remember(joined.session);
		this.#place = 'inside';
	}

	#fail(code: TroubleCode): void {
		this.#trouble = code;
		this.#place = 'trouble';
	}
}
