// `npm test`: everything CI runs, in order. Ends with "N passed, N failed" alone on the last line.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build-relay.mjs';
import { needBrowser } from './browser.mjs';

const scratch = await mkdtemp(join(tmpdir(), 'plenum-test-'));
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** A step is one passed or failed check, unless it is a runner that writes how many tests it ran. */
const steps = [
	{ name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
	{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
	{ name: 'types', command: ['npm', 'run', '--silent', 'check'] },
	{ name: 'workshops', command: ['npm', 'run', '--silent', 'check:workshops'] },
	{ name: 'build', command: ['npm', 'run', '--silent', 'build'] },
	{ name: 'unit and component tests', projects: ['unit', 'component'] },
	{ name: 'end-to-end tests', projects: ['e2e'], browser: true }
];

let passed = 0;
let failed = 0;
for (const step of steps) {
	const started = Date.now();
	console.log(`\n▶ ${step.name}`);
	const outcome = step.projects ? await runTests(step) : await runCheck(step);
	passed += outcome.passed;
	failed += outcome.failed;
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`${outcome.failed ? '✗' : '✓'} ${step.name}, ${seconds} s: ${summary(outcome)}`);
}
await rm(scratch, { recursive: true, force: true });
console.log(`\n${summary({ passed, failed })}`);
process.exitCode = failed > 0 ? 1 : 0;

async function runCheck({ command: [program, ...args] }) {
	const code = await run(program, args);
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests({ projects, browser }) {
	const environment = {};
	if (browser) {
		try {
			environment.CHROMIUM_PATH = needBrowser();
		} catch (error) {
			console.error(error.message);
			return { passed: 0, failed: 1 };
		}
	}
	const report = join(scratch, `${projects.join('-')}.json`);
	const args = ['run', ...projects.flatMap((project) => ['--project', project])];
	args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
	const code = await run(bin('vitest'), args, environment);
	const counts = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
	if (!counts) return { passed: 0, failed: 1 };
	// A file that could not even be loaded, or an error outside a test, fails the run without a failed test.
	const unseen = code !== 0 && counts.numFailedTests === 0 ? 1 : 0;
	return { passed: counts.numPassedTests, failed: counts.numFailedTests + unseen };
}

function run(program, args, environment = {}) {
	const child = spawn(program, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...environment },
		shell: process.platform === 'win32'
	});
	return new Promise((resolve) => {
		child.once('exit', (code) => resolve(code ?? 1));
		child.once('error', () => resolve(1));
	});
}

function summary(counts) {
	return `${counts.passed} passed, ${counts.failed} failed`;
}
