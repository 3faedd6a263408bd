import { isLocale, pickLocale, type Locale } from './locales.ts';

const KEY = 'plenum.locale';

/**
 * The language to start with: the one chosen before on this device, else the first the browser
 * asks for. Read at once, so that nothing is painted in a wrong language.
 */
export function chosenLocale(storage: Pick<Storage, 'getItem'> | undefined): Locale {
	const kept = read(storage);
	if (kept !== undefined && isLocale(kept)) return kept;
	return pickLocale(typeof navigator === 'undefined' ? [] : navigator.languages);
}

/** Keeps the choice for the next visit. A device that keeps nothing (private window) is no error. */
export function rememberLocale(
	storage: Pick<Storage, 'setItem'> | undefined,
	locale: Locale
): void {
	try {
		storage?.setItem(KEY, locale);
	} catch {
		// The language then lasts as long as the page does; there is nothing to tell anybody.
	}
}

function read(storage: Pick<Storage, 'getItem'> | undefined): string | undefined {
	try {
		return storage?.getItem(KEY) ?? undefined;
	} catch {
		return undefined;
	}
}
