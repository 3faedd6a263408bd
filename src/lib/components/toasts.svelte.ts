import { createContext } from 'svelte';

/** Something that happened, with a way back where there is one. */
export interface Toast {
	readonly text: string;
	readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a toast stays when nobody touches it. */
export const TOAST_MS = 10_000;

/** The one message at the bottom of the screen; a new one takes the place of the old one. */
export class Toasts {
	#current = $state.raw<Toast | undefined>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	get current(): Toast | undefined {
		return this.#current;
	}

	/** Says what happened for ten seconds. */
	show(toast: Toast): void {
		this.#current = toast;
		this.resume();
	}

	/** Runs the way back and closes. */
	act(): void {
		const action = this.#current?.action;
		this.close();
		action?.run();
	}

	/** Stops the clock while somebody reads, points or has the focus there. */
	hold(): void {
		clearTimeout(this.#timer);
	}

	/** Starts the ten seconds anew. */
	resume(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.close(), TOAST_MS);
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#current = undefined;
	}
}

/** The toasts of this page, where a layout has set them. */
export const [useToasts, setToasts] = createContext<Toasts>();
