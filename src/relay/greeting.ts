import type { NetworkInterfaceInfo } from 'node:os';
import encodeQR from 'qr';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Names that belong to containers, virtual machines and tunnels: a phone in the room can reach none of them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|zt|tailscale|wg)/;

/** IPv4 addresses on which phones in the same network may reach this machine, likeliest first. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
	const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
		addresses
			.filter(({ family, internal }) => family === 'IPv4' && !internal)
			.map(({ address }) => ({ address, rank: rank(name, address) }))
	);
	return found.toSorted((a, b) => a.rank - b.rank).map(({ address }) => address);
}

function rank(name: string, address: string): number {
	if (address.startsWith('169.254.')) return 3;
	if (VIRTUAL.test(name)) return 2;
	return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1;
}

/** A QR code out of half blocks, black on white whatever the terminal's colours are. */
export function terminalQr(text: string): string {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
	const lines: string[] = [];
	for (let y = 0; y < rows.length; y += 2) {
		const cells = (rows[y] ?? []).map((top, x) => block(top, rows[y + 1]?.[x] ?? false));
		lines.push(`\x1b[30;107m${cells.join('')}\x1b[0m`);
	}
	return lines.join('\n');
}

function block(top: boolean, bottom: boolean): string {
	if (top) return bottom ? '█' : '▀';
	return bottom ? '▄' : ' ';
}

/** What the relay says once it listens. The QR code comes only where a person may be looking. */
export function greeting(about: {
	readonly port: number;
	readonly host: string | undefined;
	readonly origin: string | undefined;
	readonly data: string;
	readonly interfaces: Interfaces;
	readonly showQr: boolean;
}): string {
	const local = !about.host || isAny(about.host) ? 'localhost' : about.host;
	const here = `http://${local.includes(':') ? `[${local}]` : local}:${String(about.port)}`;
	const reachable = isReachable(about.host);
	const network = reachable
		? lanAddresses(about.interfaces).map((address) => `http://${address}:${String(about.port)}`)
		: [];
	const best = about.origin ?? network[0];
	return [
		`Plenum is ready: ${here}`,
		...(about.origin ? [`Public address:  ${about.origin}`] : []),
		...network.map((address) => `In this network: ${address}`),
		`Rooms are kept in ${about.data}`,
		...(best && about.showQr ? ['', terminalQr(best), best] : []),
		...(best ? [] : ['No network address found: only this computer can open it.']),
		'Stop with Ctrl+C.'
	].join('\n');
}

/** Whether a relay that listens on this host can be reached from another machine by its network addresses. */
export const isReachable = (host: string | undefined): boolean => !host || isAny(host);

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::';
