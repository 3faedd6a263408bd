import type { BrowserContext } from 'playwright-core';

/** What Chromium itself writes when a host cannot be reached; expected only while the test has cut it off. */
const NETWORK =
	/^(WebSocket connection to '[^']*' failed|Failed to load resource: net::ERR_(CONNECTION_|EMPTY_RESPONSE|SOCKET_|INTERNET_DISCONNECTED|FAILED))/;

/** Writes down everything a browser complains of: errors, warnings, the policy, requests to other hosts. */
export class Watch {
	readonly #complaints: string[] = [];
	#requests = 0;
	#cuts = 0;
	#pages = 0;

	/** What was wrong, one line each. Must be empty. */
	get complaints(): readonly string[] {
		return this.#complaints;
	}

	/** For the line a test prints. */
	get figures(): string {
		return `${String(this.#pages)} pages watched, ${String(this.#requests)} requests, all to the relay, ${String(this.#complaints.length)} complaints`;
	}

	/** From now on the network of a test may be gone: the browser's own lines about that are no complaint. */
	networkMayFail(): void {
		this.#cuts++;
	}

	/** Watches every page of a context. `hosts` answers which hosts are ours. */
	async over(context: BrowserContext, name: string, hosts: () => readonly string[]): Promise<void> {
		const note = (what: string): void => void this.#complaints.push(`${name}: ${what}`);
		context.on('page', () => this.#pages++);
		context.on('console', (message) => {
			const type = message.type();
			if (type !== 'error' && type !== 'warning') return;
			const text = message.text();
			if (this.#cuts > 0 && NETWORK.test(text)) return;
			note(`${type}: ${text} (${message.location().url})`);
		});
		context.on('weberror', (error) => note(`thrown: ${String(error.error())}`));
		context.on('request', (request) => {
			const { host, protocol } = new URL(request.url());
			if (!/^(http|ws)s?:$/.test(protocol)) return;
			this.#requests++;
			if (!hosts().includes(host)) note(`asked another host: ${request.url()}`);
		});
		await context.addInitScript(() =>
			addEventListener('securitypolicyviolation', (event) =>
				console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
			)
		);
	}
}
