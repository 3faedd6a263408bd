/** A look at the room in points; each is in order, not yet, or cannot be told. */
export interface RoomPoint {
	readonly id: RoomPointId;
	readonly state: 'good' | 'open' | 'unknown';
	/** Numbers for the sentence about it. */
	readonly args?: Readonly<Record<string, string | number>>;
}

export const ROOM_POINTS = [
	'relay',
	'projector',
	'phone',
	'clock',
	'battery',
	'storage',
	'languages'
] as const;
export type RoomPointId = (typeof ROOM_POINTS)[number];

/** What was found out. Undefined = not known, or this browser does not tell. */
export interface RoomFindings {
	readonly relay: 'connecting' | 'connected' | 'offline' | undefined;
	/** Host of the relay. */
	readonly host: string;
	/** Ms since a stage window was last heard; undefined = never. */
	readonly stageAgo: number | undefined;
	readonly phones: number;
	/** Relay clock minus this device's, ms; undefined until connected. */
	readonly clockOffset: number | undefined;
	readonly time: string;
	readonly zone: string;
	readonly battery: { readonly percent: number; readonly charging: boolean } | undefined;
	readonly persisted: boolean | undefined;
	/** Phone languages with missing texts. */
	readonly unready: readonly string[];
}

/** A stage window says every 5 s that it is there; twice missed may be a busy machine. */
const STAGE_GONE_AFTER = 16_000;
/** Clocks further apart than this confuse people who look at both, in ms. */
const CLOCK_APART = 60_000;
/** Enough for a day with the charger forgotten in the car. */
const BATTERY_ENOUGH = 80;

/** Judges the room; pure, so that every state can be looked at. */
export function roomPoints(found: RoomFindings): readonly RoomPoint[] {
	const { relay, host, stageAgo, phones, clockOffset, time, zone, battery, persisted } = found;
	const good = (is: boolean): RoomPoint['state'] => (is ? 'good' : 'open');
	const apart = Math.round(Math.abs(clockOffset ?? 0) / 60_000);
	return [
		{ id: 'relay', state: good(relay === 'connected'), args: { host } },
		{ id: 'projector', state: good(stageAgo !== undefined && stageAgo < STAGE_GONE_AFTER) },
		{ id: 'phone', state: good(phones > 0), args: { count: phones } },
		{
			id: 'clock',
			state: clockOffset === undefined ? 'unknown' : good(Math.abs(clockOffset) < CLOCK_APART),
			args: { time, zone, minutes: apart }
		},
		battery === undefined
			? { id: 'battery', state: 'unknown', args: { percent: 0 } }
			: {
					id: 'battery',
					state: good(battery.charging || battery.percent >= BATTERY_ENOUGH),
					args: { percent: battery.percent }
				},
		{ id: 'storage', state: persisted === undefined ? 'unknown' : good(persisted) },
		{
			id: 'languages',
			state: good(found.unready.length === 0),
			args: { languages: found.unready.join(', ') }
		}
	];
}

/** Whether phones can reach an address at all: `localhost` is each phone itself. */
export function isOnlyHere(address: string): boolean {
	try {
		const { hostname } = new URL(address);
		return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
	} catch {
		return false;
	}
}

/** The start of an address as it is used in links: scheme and host, no slash at the end; undefined when it is none. */
export function cleanAddress(typed: string): string | undefined {
	const text = typed.trim();
	if (text === '') return '';
	try {
		const url = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`);
		const path = url.pathname.replace(/\/+$/, '');
		return url.username || url.password || url.search || url.hash
			? undefined
			: `${url.origin}${path}`;
	} catch {
		return undefined;
	}
}
