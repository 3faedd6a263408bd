/** Light or dark, or as the system has it. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Size of all text, in percent of what the browser has set. */
export const TEXT_SIZES = [100, 112, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const THEME_KEY = 'plenum.theme';
const TEXT_SIZE_KEY = 'plenum.text-size';

type Reader = Pick<Storage, 'getItem'> | undefined;
type Writer = Pick<Storage, 'setItem'> | undefined;

/** The theme chosen on this device; `system` when none was chosen or nothing can be read. */
export function chosenTheme(storage: Reader): Theme {
	const kept = read(storage, THEME_KEY);
	return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** The text size chosen on this device; 100 when none was chosen or nothing can be read. */
export function chosenTextSize(storage: Reader): TextSize {
	const kept = read(storage, TEXT_SIZE_KEY);
	return TEXT_SIZES.find((size) => String(size) === kept) ?? 100;
}

/** The size one step away; the same size at either end. */
export function nextTextSize(size: TextSize, step: 1 | -1): TextSize {
	return TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size;
}

/** Paints the theme and keeps it for the next visit. */
export function chooseTheme(theme: Theme, root: HTMLElement, storage: Writer): void {
	write(storage, THEME_KEY, theme);
	paintTheme(theme, root);
}

/** Sets `data-theme` on the root: the tokens know only light and dark. */
export function paintTheme(theme: Theme, root: HTMLElement): void {
	const dark =
		theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	root.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Sets the size of all text and keeps it for the next visit. */
export function chooseTextSize(size: TextSize, root: HTMLElement, storage: Writer): void {
	write(storage, TEXT_SIZE_KEY, String(size));
	paintTextSize(size, root);
}

/** Sets the root's font size, which every rem follows. Through CSSOM: style attributes are forbidden. */
export function paintTextSize(size: TextSize, root: HTMLElement): void {
	root.style.fontSize = size === 100 ? '' : `${size}%`;
}

// A private window may refuse to read or keep anything; the choice then lasts as long as the page.
function read(storage: Reader, key: string): string | null {
	try {
		return storage?.getItem(key) ?? null;
	} catch {
		return null;
	}
}

function write(storage: Writer, key: string, value: string): void {
	try {
		storage?.setItem(key, value);
	} catch {
		return;
	}
}
