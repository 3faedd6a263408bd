import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the relay needs to know to run. Every value was checked, but for what only opening it can show. */
export interface Config {
	/** TCP port, 0–65535; 0 lets the system choose one. */
	readonly port: number;
	/** Address to listen on; undefined = every interface, IPv4 and IPv6. */
	readonly host: string | undefined;
	/** Absolute folder of the store. */
	readonly data: string;
	/** Absolute folder of the built app. */
	readonly app: string;
	/** Public address such as `https://plenum.example.org`, without a path; undefined = whatever people typed. */
	readonly origin: string | undefined;
}

/** What the command line asks for. `refuse` carries a sentence for the person who typed it. */
export type Command =
	| { readonly type: 'run'; readonly config: Config }
	| { readonly type: 'help'; readonly text: string }
	| { readonly type: 'refuse'; readonly message: string };

type Name = 'port' | 'host' | 'data' | 'origin' | 'app';

interface Setting {
	readonly variable: string;
	readonly value: string;
	readonly help: string;
}

const settings: Readonly<Record<Name, Setting>> = {
	port: {
		variable: 'PORT',
		value: 'NUMBER',
		help: 'port to listen on (8080; 0 = any free port)'
	},
	host: {
		variable: 'HOST',
		value: 'ADDRESS',
		help: 'address to listen on (all, so that phones can join)'
	},
	data: {
		variable: 'DATA_DIR',
		value: 'FOLDER',
		help: 'folder for the rooms, made when missing (see below)'
	},
	origin: {
		variable: 'ORIGIN',
		value: 'URL',
		help: 'public address, when the relay stands behind https'
	},
	app: {
		variable: 'APP_DIR',
		value: 'FOLDER',
		help: 'folder of the built app (build/ beside the relay)'
	}
};

const names: readonly Name[] = ['port', 'host', 'data', 'origin', 'app'];

/** Reads flags, then environment, then defaults. Pure: nothing is opened, made or looked up. */
export function readCommand(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
	defaults: { readonly app: string; readonly dataRoot: string }
): Command {
	const flags = readFlags(args);
	if (typeof flags === 'string') return { type: 'refuse', message: flags };
	if (flags.help) return { type: 'help', text: help(defaults.dataRoot) };

	const given = (name: Name): { text: string; source: string } | undefined => {
		const flag = flags.values[name];
		if (flag !== undefined) return { text: flag, source: `--${name}` };
		const { variable } = settings[name];
		const text = environment[variable];
		return text === undefined || text === '' ? undefined : { text, source: variable };
	};
	const refuse = (message: string): Command => ({ type: 'refuse', message });

	const port = given('port');
	const portNumber = port ? wholeNumber(port.text, 0, 65535) : 8080;
	if (port && portNumber === undefined)
		return refuse(
			`${port.source}: "${port.text}" is not a port. Give a whole number from 0 to 65535.`
		);

	const origin = given('origin');
	const publicOrigin = origin ? webOrigin(origin.text) : undefined;
	if (origin && publicOrigin === undefined)
		return refuse(
			`${origin.source}: "${origin.text}" is not a web address. Give something like https://plenum.example.org, without a path.`
		);

	for (const name of ['data', 'app', 'host'] as const) {
		const value = given(name);
		if (value?.text.trim() === '')
			return refuse(`${value.source} is empty. Give ${settings[name].value.toLowerCase()}.`);
	}
	return {
		type: 'run',
		config: {
			port: portNumber ?? 8080,
			host: given('host')?.text,
			data: resolve(
				given('data')?.text ?? join(defaults.dataRoot, `port-${String(portNumber ?? 8080)}`)
			),
			app: resolve(given('app')?.text ?? defaults.app),
			origin: publicOrigin
		}
	};
}

/** Where programs of this person keep their data on this system; rooms of different ports lie apart in it. */
export function userDataRoot(
	platform: NodeJS.Platform,
	environment: Readonly<Record<string, string | undefined>>
): string {
	if (platform === 'win32')
		return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'plenum');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'plenum');
	const xdg = environment.XDG_DATA_HOME;
	return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.local', 'share'), 'plenum');
}

interface Flags {
	readonly help: boolean;
	readonly values: Readonly<Partial<Record<Name, string>>>;
}

/** The flags, or a sentence that says which one is wrong. */
function readFlags(args: readonly string[]): Flags | string {
	const { tokens } = parseArgs({
		args: [...args],
		strict: false,
		tokens: true,
		options: {
			help: { type: 'boolean', short: 'h' },
			...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
		}
	});
	const values: Partial<Record<Name, string>> = {};
	// Who asks for help is not lectured about the rest of the line.
	if (tokens.some((token) => token.kind === 'option' && token.name === 'help'))
		return { help: true, values };
	for (const token of tokens) {
		if (token.kind !== 'option')
			return token.kind === 'positional'
				? `"${token.value}" is not understood. Settings begin with two dashes; see --help.`
				: 'A lone "--" is not understood. See --help for the settings.';
		const name = names.find((known) => known === token.name);
		if (name === undefined)
			return `There is no setting ${token.rawName}. See --help for those that exist.`;
		if (token.value === undefined)
			return `${token.rawName} needs a value: ${token.rawName} ${settings[name].value}.`;
		values[name] = token.value;
	}
	return { help: false, values };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
	if (!/^\d{1,5}$/.test(text)) return undefined;
	const number = Number(text);
	return number >= least && number <= most ? number : undefined;
}

function webOrigin(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
	const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
	return isWeb && isBare ? url.origin : undefined;
}

function help(dataRoot: string): string {
	const lines = names.map((name) => {
		const { variable, value, help: words } = settings[name];
		return `  ${`--${name} ${value}`.padEnd(20)} ${variable.padEnd(10)} ${words}`;
	});
	return [
		'Plenum: serves the app and carries what phones and facilitators send each other.',
		'',
		'  npm start -- [settings]',
		'',
		`  ${'setting'.padEnd(20)} ${'variable'.padEnd(10)}`,
		...lines,
		`  ${'--help, -h'.padEnd(20)} ${''.padEnd(10)} this text`,
		'',
		'A setting given as a flag counts before the variable of the environment.',
		`Without --data, rooms are kept in ${join(dataRoot, 'port-<port>')}.`,
		'They hold only sealed entries, which the relay cannot read.'
	].join('\n');
}
