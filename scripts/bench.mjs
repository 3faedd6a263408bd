// `npm run bench <name>`: join or room. Prints JSON and keeps it in bench/results/.
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, isFresh, relayFile, root } from './build-relay.mjs';
import { BROWSER_ARGS, needBrowser } from './browser.mjs';

const [name, ...rest] = process.argv.slice(2);
const app = join(root, 'build');

/** What each bench is given after the relay and the app: its own settings, or the browser it drives. */
const benches = {
	room: () => [rest[0] ?? '30,100,300', rest[1] ?? '1', needBrowser(), ...BROWSER_ARGS],
	join: () => [needBrowser(), ...BROWSER_ARGS]
};

if (!Object.hasOwn(benches, name ?? '')) {
	console.error('Which one? npm run bench join, or npm run bench room [sizes] [repeats].');
	process.exit(2);
}
if (!(await isFresh())) {
	console.error('Building first, so that the figures are those of the sources.');
	const code = await run('npm', ['run', 'build', '--silent'], ['ignore', 'ignore', 'inherit']);
	if (code !== 0) process.exit(2);
}
const modules = join(root, 'dist', 'bench');
for (const file of await readdir(join(root, 'bench')))
	if (file.endsWith('.ts'))
		await bundle(join(root, 'bench', file), join(modules, file.replace('.ts', '.mjs')));

let printed = '';
const args = [join(modules, `${name}.mjs`), relayFile, app, ...benches[name]()];
const code = await run(process.execPath, args, ['ignore', 'pipe', 'inherit'], (part) => {
	printed += part;
});
if (code === 0) {
	process.stdout.write(printed);
	const results = join(root, 'bench', 'results');
	await mkdir(results, { recursive: true });
	const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
	await writeFile(join(results, `${name}-${stamp}.json`), printed);
}
process.exitCode = code;

function run(program, args, stdio, onText = () => undefined) {
	const child = spawn(program, args, { cwd: root, stdio, shell: process.platform === 'win32' });
	child.stdout?.on('data', (part) => onText(String(part)));
	return new Promise((resolve) => {
		child.once('exit', (code) => resolve(code ?? 1));
		child.once('error', () => resolve(1));
	});
}
