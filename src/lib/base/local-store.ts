/** The browser's small synchronous store, or undefined where it is switched off or refused. */
export function localStore(): Storage | undefined {
	try {
		return globalThis.localStorage;
	} catch {
		return undefined;
	}
}

/** The same for as long as this tab lives. */
export function tabStore(): Storage | undefined {
	try {
		return globalThis.sessionStorage;
	} catch {
		return undefined;
	}
}
