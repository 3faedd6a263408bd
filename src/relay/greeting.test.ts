import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import decodeQR from 'qr/decode.js';
import { greeting, lanAddresses, terminalQr } from './greeting.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
	address,
	internal,
	family: 'IPv4',
	netmask: '255.255.255.0',
	mac: '00:00:00:00:00:00',
	cidr: null
});

const interfaces = {
	lo: [ipv4('127.0.0.1', true)],
	docker0: [ipv4('172.17.0.1')],
	eth0: [ipv4('169.254.3.4')],
	wlan0: [ipv4('192.168.1.20')]
};

/** Reads the half blocks back as pixels, 4 a module, black on white as a camera sees them. */
function picture(terminal: string): { width: number; height: number; data: Uint8Array } {
	const rows = terminal
		.split('\x1b')
		.map((part) => part.replace(/^\[[\d;]*m/, ''))
		.join('')
		.split('\n')
		.flatMap((line) => [
			[...line].map((cell) => cell === '█' || cell === '▀'),
			[...line].map((cell) => cell === '█' || cell === '▄')
		]);
	const scale = 4;
	const width = (rows[0]?.length ?? 0) * scale;
	const height = rows.length * scale;
	const data = new Uint8Array(width * height * 4).fill(255);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
				data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
	return { width, height, data };
}

describe('greeting of the relay', () => {
	test('the address that phones can most likely reach comes first', () => {
		expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '172.17.0.1', '169.254.3.4']);
	});

	test('a camera reads the address off the terminal', () => {
		const address = 'http://192.168.1.20:8080';
		expect(decodeQR(picture(terminalQr(address)))).toBe(address);
	});

	test('it names this computer, the network and the folder', () => {
		const text = greeting({
			port: 8080,
			host: undefined,
			origin: undefined,
			data: '/rooms',
			interfaces,
			showQr: true
		});
		for (const part of ['http://localhost:8080', 'http://192.168.1.20:8080', '/rooms', '▀'])
			expect(text).toContain(part);
	});

	test('the public address is the one to scan', () => {
		const text = greeting({
			port: 8080,
			host: '127.0.0.1',
			origin: 'https://plenum.example.org',
			data: '/rooms',
			interfaces,
			showQr: true
		});
		expect(text).toContain('https://plenum.example.org');
		expect(text).not.toContain('192.168.1.20');
	});

	test('no network is said, not hidden', () => {
		const text = greeting({
			port: 8080,
			host: undefined,
			origin: undefined,
			data: '/rooms',
			interfaces: { lo: interfaces.lo },
			showQr: true
		});
		expect(text).toContain('only this computer');
		expect(text).not.toContain('▀');
	});
});
