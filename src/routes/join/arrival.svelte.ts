import { isLocale } from '#lib/i18n/locales.ts';
import type { Seat } from '#lib/session/seat.svelte.ts';

const STEP = '-arrival';

/**
 * What a person is told and asked between the door and the first step: language where the workshop offers
 * others than the interface has, what happens with answers, sphere. Each once; a reload asks nothing again.
 */
export class Arrival {
	readonly #seat: Seat;
	#locale = $state<string>();
	readonly #first: string;

	constructor(seat: Seat, locale: string) {
		this.#seat = seat;
		this.#first = locale;
	}

	/** Language of everything from the script: what was chosen here, or by this person before. */
	get locale(): string {
		return this.#locale ?? this.#seat.profile.lang ?? this.#first;
	}

	get asks(): 'language' | 'notice' | 'sphere' | 'nothing' {
		const session = this.#seat.now?.session;
		if (!session || this.#done('sphere')) return 'nothing';
		const others = session.languages.some((tag) => !isLocale(tag));
		if (others && !this.#done('language') && !this.#done('notice')) return 'language';
		if (!this.#done('notice')) return 'notice';
		return session.roles.length > 0 ? 'sphere' : 'nothing';
	}

	/** Everything from the script comes in this language from now on, and the facilitators know it. */
	speak(locale: string): void {
		this.#locale = locale;
		this.#mark('language');
		this.#introduce({ ...this.#seat.profile, lang: locale });
	}

	/** Has read what happens with answers. */
	accept(): void {
		this.#mark('notice');
		if (this.#seat.profile.lang !== this.locale) {
			this.#introduce({ ...this.#seat.profile, lang: this.locale });
		}
	}

	/** Says the sphere; `none` = prefers not to say. */
	stand(role: string): void {
		this.#mark('sphere');
		this.#introduce({ lang: this.locale, role });
	}

	#done(what: string): boolean {
		return this.#seat.draft(STEP, what) === true;
	}

	#mark(what: string): void {
		this.#seat.keepDraft(STEP, what, true);
	}

	// Nothing depends on it for the person: a device that cannot keep it says so elsewhere.
	#introduce(profile: Parameters<Seat['introduce']>[0]): void {
		this.#seat.introduce(profile).catch((error: unknown) => console.error(error));
	}
}
