import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { relayFile, root } from '../../scripts/build-relay.mjs';

/** The relay as people start it: the built module, a process of its own, one port and one data folder for good. */
export class RelayProcess {
	readonly #app: string;
	readonly #data: string;
	#child: ChildProcess | undefined;
	#port = 0;

	constructor(app: string, data: string) {
		this.#app = app;
		this.#data = data;
	}

	get port(): number {
		return this.#port;
	}

	/** Starts it, the second time on the port it had; resolves when it answers. */
	async start(): Promise<void> {
		if (!existsSync(relayFile) || !existsSync(join(this.#app, '200.html')))
			throw new Error('There is no built app. Run "npm run build" first.');
		const flags = ['--port', String(this.#port), '--host', '127.0.0.1', '--data', this.#data];
		const child = spawn(process.execPath, [relayFile, ...flags, '--app', this.#app], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#child = child;
		let said = '';
		await new Promise<void>((resolve, reject) => {
			const hear = (part: unknown): void => {
				said += String(part);
				const port = /ready: http:\/\/[^\n]*:(\d+)/.exec(said)?.[1];
				if (port === undefined || !said.includes('Stop with')) return;
				this.#port = Number(port);
				resolve();
			};
			child.stdout.on('data', hear);
			child.stderr.on('data', hear);
			child.once('exit', (code) => reject(new Error(`relay ended with ${String(code)}: ${said}`)));
		});
		const health = await fetch(`http://127.0.0.1:${String(this.#port)}/health`);
		if (!health.ok) throw new Error(`/health answered ${String(health.status)}`);
	}

	/** As a power cut does it: no goodbye. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	stop(): Promise<void> {
		return this.#end('SIGTERM');
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child;
		this.#child = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}
}
