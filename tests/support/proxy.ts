import { connect, createServer, type Server, type Socket } from 'node:net';

/** One phone's own way to the relay, on loopback. `cut` ends every connection and lets none in until `heal`. */
export class Proxy {
	readonly #server: Server;
	readonly #open = new Set<Socket>();
	#cut = false;

	private constructor(target: () => number) {
		this.#server = createServer((near) => {
			if (this.#cut) return void near.resetAndDestroy();
			const far = connect(target(), '127.0.0.1');
			for (const [from, to] of [
				[near, far],
				[far, near]
			] as const) {
				this.#open.add(from);
				from.on('error', () => to.destroy());
				from.once('close', () => {
					this.#open.delete(from);
					to.destroy();
				});
				from.pipe(to);
			}
		});
	}

	static async start(target: () => number): Promise<Proxy> {
		const proxy = new Proxy(target);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get port(): number {
		const address = this.#server.address();
		return typeof address === 'object' && address ? address.port : 0;
	}

	cut(): void {
		this.#cut = true;
		for (const socket of this.#open) socket.resetAndDestroy();
	}

	heal(): void {
		this.#cut = false;
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
