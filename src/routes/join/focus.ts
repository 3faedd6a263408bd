const TYPED = 'textarea, input:not([type]), input[type="text"], input[type="search"]';

/** Somebody is writing right now. */
export const isTyping = (): boolean => document.activeElement?.matches(TYPED) ?? false;

/**
 * The screen is another one: reading and keyboard begin at its heading. Someone who is in a dialog, in the
 * bar above, or writing, is left there.
 */
export function turnTo(): void {
	window.scrollTo?.({ top: 0 });
	const held = document.activeElement;
	if (isTyping() || document.querySelector('dialog[open]') || held?.closest('header')) return;
	const heading = document.querySelector<HTMLElement>('main h1');
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}
