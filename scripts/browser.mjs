// Finds Chromium for the tests that need a real browser; on Debian as root it installs it.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Arguments with which every run starts the browser: quiet, offline but for us, fit for a container. */
export const BROWSER_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Path of a Chromium that can be run, or undefined. Installs nothing. */
export function findBrowser(environment = process.env) {
	const onPath = (environment.PATH ?? '')
		.split(delimiter)
		.filter(Boolean)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	const candidates = environment.CHROMIUM_PATH
		? [environment.CHROMIUM_PATH]
		: [...onPath, chromium.executablePath()];
	return candidates.find(canRun);
}

/** Like `findBrowser`, but tries Debian's package once where it may. Throws a sentence for the person at the shell. */
export function needBrowser() {
	const found = findBrowser();
	if (found) return found;
	if (!process.env.CHROMIUM_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.error('Installing Chromium for the browser tests …');
		const options = {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		};
		execFileSync('apt-get', ['update', '-q'], options);
		execFileSync(
			'apt-get',
			['install', '-y', '-q', '--no-install-recommends', 'chromium'],
			options
		);
		const installed = findBrowser();
		if (installed) return installed;
	}
	throw new Error(
		process.env.CHROMIUM_PATH
			? `CHROMIUM_PATH points to ${process.env.CHROMIUM_PATH}, which cannot be run.`
			: 'The browser tests need Chromium. Install it, or set CHROMIUM_PATH to where it is.'
	);
}

function canRun(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
