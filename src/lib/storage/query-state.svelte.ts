import { createSubscriber } from 'svelte/reactivity';
import type { Observable } from './backend.ts';

/** What a query answers, as a value that components can read; it follows every change. */
export class QueryState<T> {
	#current: T | undefined;
	#error: unknown;
	readonly #subscribe: () => void;

	constructor(observable: Observable<T>) {
		this.#subscribe = createSubscriber((update) => {
			const running = observable.subscribe({
				next: (value) => {
					this.#current = value;
					this.#error = undefined;
					update();
				},
				error: (error) => {
					this.#error = error;
					update();
				}
			});
			return () => running.unsubscribe();
		});
	}

	/** The newest answer; undefined until the first one is here. */
	get current(): T | undefined {
		this.#subscribe();
		return this.#current;
	}

	/** Why there is no newer answer; undefined while all is well. */
	get error(): unknown {
		this.#subscribe();
		return this.#error;
	}
}
