/**
 * Keeps the app on this device for use without network, and knows when a newer version waits. Nothing is
 * swapped before `apply`, and `apply` does nothing while another window of the app is open.
 */
export class AppUpdate {
	/** A newer version was loaded and waits to be taken. */
	waiting = $state(false);
	#apply: (() => Promise<boolean>) | undefined;

	/** Call once, after the page can be used. Without effect where the browser offers no service worker (plain http). */
	async start(): Promise<void> {
		if (!window.isSecureContext || !('serviceWorker' in navigator) || import.meta.env.DEV) return;
		const { Workbox, messageSW } = await import('workbox-window');
		const workbox = new Workbox(scriptUrl('/service-worker.js'));
		workbox.addEventListener('waiting', () => (this.waiting = true));
		const registration = await workbox.register();
		this.#apply = async () => {
			if (!registration?.waiting) return false;
			workbox.addEventListener('controlling', () => location.reload());
			return (await messageSW(registration.waiting, { type: 'SKIP_WAITING' })) === true;
		};
	}

	/** Takes the newer version and reloads. False = not now: other windows of the app must be closed first. */
	async apply(): Promise<boolean> {
		return (await this.#apply?.()) ?? false;
	}
}

/** Trusted Types, as far as this file needs them; not in TypeScript's own description of a window. */
interface TrustedTypesWindow {
	readonly trustedTypes?: {
		createPolicy(
			name: string,
			rules: { createScriptURL: (url: string) => string }
		): { createScriptURL(url: string): string };
	};
}

/** The one script address this page may start as a worker, stamped where the browser asks for a stamp. */
function scriptUrl(url: '/service-worker.js'): string {
	const { trustedTypes } = window as TrustedTypesWindow;
	const policy = trustedTypes?.createPolicy('app-service-worker', {
		createScriptURL: (wanted) => (wanted === url ? wanted : '')
	});
	return policy?.createScriptURL(url) ?? url;
}
