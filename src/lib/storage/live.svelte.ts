import { createSubscriber } from 'svelte/reactivity';
import type { Observable } from './backend.ts';

/**
 * What is kept on this device, as a rune: reading `current` in an effect or template keeps it up to date. Make it in a `$derived`
 * when the query depends on reactive values. A query that fails throws where `current` is read.
 */
export class QueryState<T> {
	readonly #subscribe: () => void;
	#state: { readonly value: T } | { readonly error: unknown } | undefined;

	constructor(query: Observable<T>) {
		this.#subscribe = createSubscriber((update) => {
			const subscription = query.subscribe({
				next: (value) => {
					this.#state = { value };
					update();
				},
				error: (error) => {
					this.#state = { error };
					update();
				}
			});
			return () => subscription.unsubscribe();
		});
	}

	/** Undefined = not read yet. */
	get current(): T | undefined {
		this.#subscribe();
		if (!this.#state) return undefined;
		if ('error' in this.#state) throw this.#state.error;
		return this.#state.value;
	}
}
