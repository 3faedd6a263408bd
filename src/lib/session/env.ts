import { systemRandom, type Clock, type Random } from '#lib/base/random.ts';
import type { DeviceStorage } from '#lib/storage/database.ts';
import { systemTabs, type TabsOptions } from '#lib/storage/tabs.ts';
import { thisDevice } from '#lib/storage/this-device.ts';
import type { Link, WriterId } from '#lib/sync/contract.ts';
import { relayLink } from '#lib/sync/link-relay.ts';
import { tabsLink } from '#lib/sync/link-tabs.ts';
import type { VerifyAsync } from '#lib/sync/verified.ts';

/** What a session stands on in this page. Tests give their own storage, links and clock. */
export interface SessionEnv {
	readonly storage: DeviceStorage;
	readonly clock: Clock;
	readonly random: Random;
	/** Host of the relay, named before anybody joins. */
	readonly host: string;
	/** Where the app was opened from, without a trailing slash. */
	readonly origin: string;
	readonly links: (roomId: string, self: WriterId) => readonly Link[];
	readonly tabs: TabsOptions;
	readonly verifyAsync?: VerifyAsync;
}

/** The browser's own: the relay is the host that served this page. */
export async function browserEnv(): Promise<SessionEnv> {
	const { protocol, host, origin } = location;
	const url = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`;
	const verifyAsync = await nativeVerify();
	return {
		storage: await thisDevice(),
		clock: Date.now,
		random: systemRandom,
		host,
		origin,
		links: (roomId, self) => [relayLink({ url, random: systemRandom }), tabsLink(roomId, self)],
		tabs: systemTabs(Date.now, systemRandom),
		...(verifyAsync ? { verifyAsync } : {})
	};
}

/** The browser's own Ed25519, where it has one: missing on plain http and in older browsers. */
async function nativeVerify(): Promise<VerifyAsync | undefined> {
	const { subtle } = globalThis.crypto;
	if (!subtle) return undefined;
	const imported = new Map<string, Promise<CryptoKey>>();
	const keyOf = (raw: Uint8Array): Promise<CryptoKey> => {
		const name = raw.join();
		const key =
			imported.get(name) ??
			subtle.importKey('raw', new Uint8Array(raw), 'Ed25519', false, ['verify']);
		imported.set(name, key);
		return key;
	};
	try {
		// The all-zero point is a valid encoding: importing it tells whether the algorithm is there.
		await subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
	} catch {
		return undefined;
	}
	return async (signature, message, publicKey) => {
		const key = await keyOf(publicKey);
		return subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
	};
}
