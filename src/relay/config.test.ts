import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommand, userDataRoot, type Command, type Config } from './config.ts';

const defaults = { app: '/plenum/build', dataRoot: '/home/eva/.local/share/plenum' };
const read = (line: string, environment: Record<string, string> = {}): Command =>
	readCommand(line.split(' ').filter(Boolean), environment, defaults);

function run(line: string, environment: Record<string, string> = {}): Config {
	const command = read(line, environment);
	if (command.type !== 'run') throw new Error(`not run: ${JSON.stringify(command)}`);
	return command.config;
}

function refused(line: string, environment: Record<string, string> = {}): string {
	const command = read(line, environment);
	return command.type === 'refuse' ? command.message : '';
}

describe('settings of the relay', () => {
	test('nothing given means port 8080 on every interface', () => {
		expect(run('')).toEqual({
			port: 8080,
			host: undefined,
			data: resolve('/home/eva/.local/share/plenum/port-8080'),
			app: resolve('/plenum/build'),
			origin: undefined
		});
	});

	test('a flag counts before the environment, and an empty variable does not count', () => {
		const environment = { PORT: '9000', HOST: '', DATA_DIR: '/var/rooms' };
		expect(run('--port 9001', environment)).toMatchObject({
			port: 9001,
			host: undefined,
			data: resolve('/var/rooms')
		});
		expect(run('', environment).port).toBe(9000);
		expect(run('--port=0').port).toBe(0);
	});

	test('relays on two ports keep their rooms apart', () => {
		expect(run('--port 8081').data).not.toBe(run('').data);
	});

	test.each([
		['--prot 80', '--prot'],
		['-x', '-x'],
		['serve', '"serve"'],
		['--', '--'],
		['--port', '--port needs a value'],
		['--port 80a', '"80a"'],
		['--port -1', '--port'],
		['--port 65536', '65535'],
		['--port 8080.5', '"8080.5"'],
		['--origin plenum.example', 'https://'],
		['--origin https://plenum.example/path', 'without a path'],
		['--origin javascript:alert(1)', 'web address'],
		['--data=', '--data']
	])('"%s" is refused with a sentence that names the mistake', (line, part) => {
		expect(refused(line)).toContain(part);
		expect(refused(line)).toMatch(/[.]$/);
	});

	test('a wrong variable is named by its own name', () => {
		expect(refused('', { PORT: 'eighty' })).toMatch(/^PORT: "eighty"/);
	});

	test('help names every flag and every variable', () => {
		const command = read('--help --port');
		const text = command.type === 'help' ? command.text : '';
		for (const word of ['--port', 'PORT', '--host', 'HOST', '--data', 'DATA_DIR', '--origin'])
			expect(text).toContain(word);
	});

	test('a public address loses its slash and its capitals', () => {
		expect(run('--origin https://Plenum.Example.org/').origin).toBe('https://plenum.example.org');
	});

	test('data lies where the system keeps the data of programs', () => {
		expect(userDataRoot('linux', { XDG_DATA_HOME: '/data/eva' })).toBe('/data/eva/plenum');
		expect(userDataRoot('linux', { XDG_DATA_HOME: 'relative' })).toMatch(/local.share.plenum$/);
		expect(userDataRoot('darwin', {})).toMatch(/Application Support.plenum$/);
	});
});
