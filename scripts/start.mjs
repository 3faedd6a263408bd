// `npm start`: builds when the sources changed since the last build, then runs the relay with the same flags.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isFresh, root } from './build-relay.mjs';

const flags = process.argv.slice(2);
const needsNoApp = flags.includes('--help') || flags.includes('-h');

if (!(await isFresh()) && !needsNoApp) {
	console.log('Building the app. This takes about a minute, and only after a change.');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const build = spawn(npm, ['run', 'build', '--silent'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32'
	});
	const code = await new Promise((resolve) => build.once('exit', resolve));
	if (code !== 0) {
		console.error('The app could not be built. Run "npm ci", then "npm run build" to see why.');
		process.exit(2);
	}
}
