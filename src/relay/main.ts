import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { readCommand, userDataRoot, type Command } from './config.ts';
import { greeting } from './greeting.ts';
import { CannotStart, startRelay } from './relay.ts';

/** Folder that holds `dist/`, where this module lies once bundled, and `build/` beside it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What this process was asked to do. */
export const commandLine = (): Command =>
	readCommand(process.argv.slice(2), process.env, {
		app: join(root, 'build'),
		dataRoot: userDataRoot(process.platform, process.env)
	});

/** Carries it out: runs the relay until a signal ends it, or prints and sets the exit code. */
export async function obey(command: Command): Promise<void> {
	switch (command.type) {
		case 'help':
			console.log(command.text);
			return;
		case 'refuse':
			refuse(command.message);
			return;
		case 'run':
			break;
		default:
			command satisfies never;
			return;
	}
	const { config } = command;
	try {
		const relay = await startRelay(config, {
			version,
			report: (sentence) => console.error(sentence)
		});
		const stop = (): void => void relay.close().then(() => process.exit(0));
		process.once('SIGINT', stop);
		process.once('SIGTERM', stop);
		console.log(
			greeting({
				...config,
				port: relay.port,
				interfaces: networkInterfaces(),
				showQr: process.stdout.isTTY
			})
		);
	} catch (error) {
		if (!(error instanceof CannotStart)) throw error;
		refuse(error.message);
	}
}

function refuse(message: string): void {
	console.error(message);
	process.exitCode = 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await obey(commandLine());
