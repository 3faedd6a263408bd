// `npm start`: builds when the sources changed since the last build, then runs the relay with the same flags.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, isFresh, relayFile, root } from './build-relay.mjs';

const fresh = await isFresh();
// The relay alone takes a blink, so a mistyped setting is not answered after a minute of building.
if (!fresh) await bundle(join(root, 'src', 'relay', 'main.ts'), relayFile);
const relay = await import(pathToFileURL(relayFile).href);
const command = relay.commandLine();

if (command.type === 'run' && !fresh && !(await build())) {
	console.error('The app could not be built. Run "npm ci", then "npm run build" to see why.');
	process.exit(2);
}
await relay.obey(command);

async function build() {
	console.log('Building the app. This takes a moment, and only after a change.');
	const isWindows = process.platform === 'win32';
	const child = spawn(isWindows ? 'npm.cmd' : 'npm', ['run', 'build', '--silent'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: isWindows
	});
	const code = await new Promise((resolve) => {
		child.once('exit', resolve);
		child.once('error', () => resolve(1));
	});
	return code === 0;
}
