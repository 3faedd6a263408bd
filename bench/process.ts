import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Milliseconds since 1970 with fractions; comparable between processes of one machine. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

/** What a process has used since it started: processor time in ms, bytes moved by system calls, memory now in KiB. */
export interface Usage {
	readonly cpu: number;
	readonly bytes: number;
	readonly rss: number;
}

/** Linux only: read from /proc. A clock tick is 10 ms there. */
export function usageOf(pid: number): Usage {
	const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
	const io = readFileSync(`/proc/${String(pid)}/io`, 'utf8');
	const number = (text: string, name: string): number =>
		Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
	return {
		cpu: (Number(fields[11]) + Number(fields[12])) * 10,
		bytes: number(io, 'rchar') + number(io, 'wchar'),
		rss: number(status, 'VmRSS')
	};
}

/** What the processes of phones tell. Times in ms since 1970; `acknowledged` and `received` are durations. */
export type Told =
	| { readonly type: 'in' }
	| {
			readonly type: 'sent';
			readonly at: readonly number[];
			readonly acknowledged: readonly number[];
	  }
	| {
			readonly type: 'noted';
			/** Every step that arrived, by a number that rises from step to step. */
			readonly steps: readonly { readonly key: number; readonly at: number }[];
			readonly received: readonly number[];
	  };

/** A process of this run; `stop` ends it and waits. */
export interface Helper {
	readonly pid: number;
	readonly child: ChildProcess;
	stop(): Promise<void>;
}

const helper = (child: ChildProcess): Helper => ({
	pid: child.pid ?? 0,
	child,
	async stop() {
		const gone = new Promise((resolve) => child.once('exit', resolve));
		if (child.exitCode !== null) return;
		child.kill('SIGTERM');
		await gone;
	}
});

/** Starts a module that lies beside this one once bundled. */
export const startModule = (name: string, args: readonly string[]): Helper =>
	helper(
		fork(fileURLToPath(new URL(`./${name}.mjs`, import.meta.url)), args, {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc']
		})
	);

/** Starts the bundled relay on any free port; resolves with the port it names. */
export async function startRelayProcess(
	relay: string,
	flags: readonly string[]
): Promise<Helper & { readonly port: number }> {
	const child = spawn(process.execPath, [relay, '--port', '0', '--host', '127.0.0.1', ...flags], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const port = await new Promise<number>((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (part) => {
			said += String(part);
			const found = /ready: \S+:(\d+)/.exec(said);
			if (found) resolve(Number(found[1]));
		});
		child.once('exit', () => reject(new Error('the relay did not start')));
	});
	return { ...helper(child), port };
}

/** The next message of this type from a helper. */
export const messageOf = <T>(from: Helper, type: string): Promise<T> =>
	new Promise((resolve, reject) => {
		const done = (message: unknown): void => {
			if (!(message instanceof Object && 'type' in message && message.type === type)) return;
			from.child.off('message', done);
			from.child.off('exit', lost);
			resolve(message as T);
		};
		const lost = (): void => reject(new Error(`a helper ended before "${type}"`));
		from.child.on('message', done);
		from.child.once('exit', lost);
	});
