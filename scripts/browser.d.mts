/** Arguments with which every run starts the browser. */
export const BROWSER_ARGS: string[];
/** Path of a Chromium that can be run, or undefined. */
export function findBrowser(
	environment?: Readonly<Record<string, string | undefined>>
): string | undefined;
/** Like `findBrowser`, but installs it where it may; throws a sentence when there is none. */
export function needBrowser(): string;
