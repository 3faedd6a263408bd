import { createContext } from 'svelte';
import { directionOf } from '#lib/base/direction.ts';
import { localStore } from '#lib/base/local-store.ts';
import { chosenLocale, rememberLocale } from './chosen-locale.ts';
import type { Locale } from './locales.ts';
import { loadTranslator, type Area } from './messages.ts';
import type { Translate } from './translator.ts';

/** Gives further Fluent texts for a language, for example those of the activity kinds in use. */
export type ExtraMessages = (locale: string) => Promise<readonly string[]>;

/**
 * The language this person reads the interface in. One per page, made in the root layout.
 * Changing it changes every text at once, without a reload; nothing typed is touched.
 */
export class Interface {
	#locale = $state<Locale>('en');
	#t = $state.raw<Translate>((id) => id);
	#areas: readonly Area[] = [];
	#extra: Readonly<Record<string, ExtraMessages>> = {};
	#wanted: Locale;
	#last: Promise<void> = Promise.resolve();

	constructor(locale: Locale = chosenLocale(localStore())) {
		this.#locale = locale;
		this.#wanted = locale;
	}

	/** BCP 47 tag of the present language. */
	get locale(): Locale {
		return this.#locale;
	}

	/** Reading direction of the present language. */
	get dir(): 'ltr' | 'rtl' {
		return directionOf(this.#locale);
	}

	/** Message id and arguments to text, in the present language. Reactive. */
	get t(): Translate {
		return this.#t;
	}

	/** Loads the words of these areas, unless they are there. Await it in `load` of a page. */
	async need(...areas: readonly Area[]): Promise<void> {
		const missing = areas.filter((area) => !this.#areas.includes(area));
		this.#areas = [...this.#areas, ...missing];
		if (missing.length > 0) await this.#reload();
		else await this.#last;
	}

	/** Adds further messages under a name; they follow every change of language. */
	async needExtra(name: string, messages: ExtraMessages): Promise<void> {
		this.#extra = { ...this.#extra, [name]: messages };
		await this.#reload();
	}

	/** Changes the language and remembers it on this device. Until its words are here the old one stays. */
	async use(locale: Locale): Promise<void> {
		rememberLocale(localStore(), locale);
		this.#wanted = locale;
		await this.#reload();
	}

	// One after the other: each load takes everything wanted by then, so none undoes another.
	#reload(): Promise<void> {
		this.#last = this.#last.then(
			() => this.#load(),
			() => this.#load()
		);
		return this.#last;
	}

	async #load(): Promise<void> {
		const locale = this.#wanted;
		const extra = await Promise.all(Object.values(this.#extra).map((words) => words(locale)));
		this.#t = await loadTranslator(locale, this.#areas, extra.flat());
		this.#locale = locale;
	}
}

/** The interface of this page: `useInterface()` in any component below the root layout. */
export const [useInterface, setInterface] = createContext<Interface>();
