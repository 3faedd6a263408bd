import { equal } from '#lib/base/bytes.ts';
import type { WriterId } from '#lib/sync/protocol/log-id.ts';
import { decodeEntry, entryHash, signedBytesOf } from '#lib/sync/protocol/entry.ts';
import type { Frame, NackCode, Presence, Refusal } from '#lib/sync/protocol/frame.ts';
import {
	decodeFrame,
	encodeFrame,
	pageEntries,
	pageHave,
	pageMembers
} from '#lib/sync/protocol/frame.ts';
import {
	HOUR,
	MAX_FACILITATORS,
	MAX_FRAME,
	MAX_WRITERS,
	VERSION
} from '#lib/sync/protocol/limits.ts';
import { logKey, writerBytes } from '#lib/sync/protocol/log-id.ts';
import type { MemberRecord, Registration, Verify } from '#lib/sync/protocol/statements.ts';
import {
	authBytes,
	encodeLock,
	encodeRecord,
	pinOf,
	verifyLock,
	verifyRecord,
	verifyRegistration
} from '#lib/sync/protocol/statements.ts';
import type { RelayLimits } from './core/policy.ts';
import { hasPlace, isOver, RELAY_LIMITS, sizeAllowed, takeToken } from './core/policy.ts';
import type { RelayLog, RelayMember, RelayRoom } from './core/room.ts';
import { append, logOf, mayRead, mayWrite, missing, newRoom } from './core/room.ts';
import type { Change } from './core/stored.ts';
import { keys, keysOf, loadRooms, roomKey, storedRoom } from './core/stored.ts';

/** What happens to the relay. `now` is its clock in ms. */
export type RelayEvent =
	/** A socket opened; `nonce` is 32 fresh random bytes. */
	| {
			readonly type: 'open';
			readonly connection: string;
			readonly nonce: Uint8Array;
			readonly now: number;
	  }
	| {
			readonly type: 'frame';
			readonly connection: string;
			readonly bytes: Uint8Array;
			readonly now: number;
	  }
	| { readonly type: 'close'; readonly connection: string; readonly now: number }
	/** The changes of this commit are durable. */
	| { readonly type: 'committed'; readonly commit: number; readonly now: number }
	/** They could not be stored. Nothing of them was acknowledged. */
	| { readonly type: 'failed'; readonly commit: number; readonly now: number }
	/** About once a second. */
	| { readonly type: 'tick'; readonly now: number };

/**
 * What the process must do, in this order. Commits come one at a time: the next only after `committed`.
 * A `close` may only cut the socket after the frames before it went out.
 */
export type RelayEffect =
	| { readonly type: 'send'; readonly connection: string; readonly frame: Uint8Array }
	| { readonly type: 'close'; readonly connection: string }
	| { readonly type: 'commit'; readonly commit: number; readonly changes: readonly Change[] }
	/** Memory is ahead of the store: make a new relay from what is stored and throw this one away. */
	| { readonly type: 'restart' };

export interface RelayOptions {
	readonly verify: Verify;
	/** Everything an earlier run stored. */
	readonly stored?: Iterable<readonly [key: string, value: Uint8Array]>;
	readonly limits?: Partial<RelayLimits>;
	/** Only for the tests that prove the simulator finds mistakes. */
	readonly mutant?: 'ack-before-commit' | 'foreign-author';
}

export interface Relay {
	/** One step of the machine. Same events in the same order give the same effects. Never throws on input from outside. */
	step(event: RelayEvent): readonly RelayEffect[];
	readonly counts: () => { readonly rooms: number; readonly connections: number };
}

interface Connection {
	readonly id: string;
	readonly nonce: Uint8Array;
	readonly opened: number;
	strikes: number;
	place:
		| { readonly room: RelayRoom; readonly member: RelayMember; readonly writer: WriterId }
		| undefined;
	/** Pages of a HAVE list that is not complete yet. */
	have: Map<string, number>;
}

interface Waiting {
	readonly room: RelayRoom;
	readonly log: RelayLog;
	readonly seq: number;
	readonly from: string;
	readonly bytes: Uint8Array | undefined;
}

const NOW_EVERY = 10_000;
const ONLINE_EVERY = 2_000;
const NO_PIN = new Uint8Array(10);
const ZEROS = new Uint8Array(16);

/** A relay for many rooms as a pure state machine: no clock, network, storage or randomness inside. */
export function createRelay(options: RelayOptions): Relay {
	const limits: RelayLimits = { ...RELAY_LIMITS, ...options.limits };
	const { verify } = options;
	const rooms = loadRooms(options.stored ?? []);
	const connections = new Map<string, Connection>();
	let effects: RelayEffect[] = [];
	let changes = new Map<string, Change>();
	let waiting: Waiting[] = [];
	let flying: { readonly id: number; readonly waiting: readonly Waiting[] } | undefined;
	let commits = 0;

	const sendBytes = (connection: string, frame: Uint8Array): void => {
		effects.push({ type: 'send', connection, frame });
	};
	const send = (connection: string, frame: Frame): void =>
		sendBytes(connection, encodeFrame(frame));
	const put = (key: string, value: Uint8Array): void => {
		changes.set(key, { put: key, value });
	};
	const remove = (key: string): void => {
		changes.set(key, { remove: key });
	};

	function drop(connection: Connection): void {
		leave(connection);
		connections.delete(connection.id);
		effects.push({ type: 'close', connection: connection.id });
	}
	function leave(connection: Connection): void {
		if (!connection.place) return;
		const { member } = connection.place;
		member.connections.delete(connection.id);
		member.changed = true;
		connection.place = undefined;
	}
	function refuse(connection: Connection, code: Refusal): void {
		send(connection.id, { type: 'refused', code });
		drop(connection);
	}
	function strike(connection: Connection): void {
		connection.strikes += 1;
		if (connection.strikes >= limits.strikes) drop(connection);
	}

	function findRoom(roomId: Uint8Array, pin: Uint8Array): RelayRoom | undefined {
		if (!equal(pin, NO_PIN)) return rooms.get(roomKey(roomId, pin));
		let first: RelayRoom | undefined;
		for (const room of rooms.values()) {
			if (!equal(room.registration.roomId, roomId)) continue;
			if (!first || room.created < first.created) first = room;
		}
		return first;
	}

	function register(connection: Connection, registration: Registration, now: number): void {
		const key = roomKey(registration.roomId, pinOf(registration.root));
		const known = rooms.get(key);
		if (!verifyRegistration(registration, verify)) return strike(connection);
		if (!known && rooms.size >= limits.rooms) return refuse(connection, 'full');
		if (known?.registration.life === registration.life) return;
		const room = known ?? newRoom(key, registration, now);
		room.registration = registration;
		rooms.set(key, room);
		changes.set(keys.room(key), storedRoom(room));
	}

	function login(connection: Connection, frame: Frame & { type: 'auth' }, now: number): void {
		const { record } = frame;
		const room = findRoom(frame.roomId, frame.pin);
		if (!room) {
			for (const other of rooms.values())
				if (equal(other.registration.roomId, frame.roomId)) return refuse(connection, 'wrong-key');
			return refuse(connection, 'no-room');
		}
		const { writer } = record;
		const message = authBytes(connection.nonce, room.registration.roomId);
		if (!verify(frame.signature, message, writerBytes(writer))) return strike(connection);
		if (!verifyRecord(record, room.registration, verify)) return refuse(connection, 'wrong-key');
		if (room.removed.has(writer)) return refuse(connection, 'removed');
		let member = room.members.get(writer);
		if (!member) {
			if (record.kind === 'join' && room.lock?.locked) return refuse(connection, 'locked');
			member = addMember(room, record, now);
			if (!member) return refuse(connection, 'full');
		}
		if (member.connections.size >= limits.connectionsPerWriter) return refuse(connection, 'full');
		connection.place = { room, member, writer };
		member.connections.add(connection.id);
		member.changed = true;
		member.lastSeen = now;
		room.lastUsed = now;
		welcome(connection, room, member, now);
	}

	function addMember(room: RelayRoom, record: MemberRecord, now: number): RelayMember | undefined {
		let facilitators = 0;
		for (const { record: known } of room.members.values())
			if (known.kind === 'cert') facilitators += 1;
		const full =
			record.kind === 'cert'
				? facilitators >= MAX_FACILITATORS
				: room.members.size - facilitators >= MAX_WRITERS;
		if (full) return undefined;
		const facilitator = record.kind === 'cert';
		const member: RelayMember = {
			record,
			connections: new Set(),
			lastSeen: now,
			tokens: facilitator ? limits.facilitatorBurst : limits.participantBurst,
			refilled: now,
			bytes: 0,
			changed: true
		};
		room.members.set(record.writer, member);
		put(keys.member(room.key, record.writer), encodeRecord(record));
		const [frame] = pageMembers([{ record, online: false, lastSeen: 0 }]);
		forEachIn(room, (other, { record: reader }) => {
			if (frame && (facilitator || reader.kind === 'cert')) sendBytes(other.id, frame);
		});
		return member;
	}

	function welcome(
		connection: Connection,
		room: RelayRoom,
		member: RelayMember,
		now: number
	): void {
		const { record } = member;
		const facilitator = record.kind === 'cert';
		send(connection.id, { type: 'ready', registration: room.registration });
		const known: Presence[] = [];
		for (const other of room.members.values())
			if (facilitator) known.push(presence(other));
			else if (other.record.kind === 'cert')
				known.push({ record: other.record, online: false, lastSeen: 0 });
		for (const frame of pageMembers(known)) sendBytes(connection.id, frame);
		send(connection.id, { type: 'now', ms: now, online: online(room) });
		if (facilitator && room.lock) send(connection.id, { type: 'lock', lock: room.lock });
		for (const [writer, slip] of room.slips)
			if (facilitator || writer === record.writer) sendBytes(connection.id, slip.frame);
		const logs = [...room.logs.values()].filter((log) => mayRead(record, log.channel));
		const have = logs.map(({ channel, author, committed }) => ({
			channel,
			author,
			seq: committed
		}));
		for (const frame of pageHave(have)) sendBytes(connection.id, frame);
	}

	const presence = (member: RelayMember): Presence => ({
		record: member.record,
		online: member.connections.size > 0,
		lastSeen: member.lastSeen
	});

	function online(room: RelayRoom): number {
		let count = 0;
		for (const member of room.members.values()) if (member.connections.size > 0) count += 1;
		return count;
	}

	function forEachIn(
		room: RelayRoom,
		use: (connection: Connection, member: RelayMember) => void
	): void {
		for (const member of room.members.values())
			for (const id of [...member.connections]) {
				const connection = connections.get(id);
				if (connection) use(connection, member);
			}
	}

	function have(connection: Connection, frame: Frame & { type: 'have' }): void {
		const { place } = connection;
		if (!place) return;
		for (const log of frame.logs)
			if (connection.have.size < MAX_WRITERS * 4) connection.have.set(logKey(log), log.seq);
		if (!frame.last) return;
		const wanted = connection.have;
		connection.have = new Map();
		for (const log of place.room.logs.values()) {
			if (!mayRead(place.member.record, log.channel)) continue;
			const entries = missing(log, wanted.get(logKey(log)) ?? 0);
			for (const page of pageEntries(entries)) sendBytes(connection.id, page);
		}
		send(connection.id, { type: 'synced' });
	}

	function accept(connection: Connection, bytes: Uint8Array, now: number): void {
		const { place } = connection;
		const entry = decodeEntry(bytes);
		if (!place) return;
		if (!entry) return strike(connection);
		const { room, member } = place;
		const nack = (code: NackCode, head = room.logs.get(logKey(entry))?.head ?? 0): void =>
			send(connection.id, {
				type: 'nack',
				channel: entry.channel,
				author: entry.author,
				seq: entry.seq,
				code,
				head
			});
		const author = room.members.get(entry.author);
		const carries = member.record.kind === 'cert' || entry.author === place.writer;
		const foreign = options.mutant === 'foreign-author';
		if (!author || !(carries || foreign)) return nack('forbidden');
		if (!(mayWrite(author.record, entry.channel) || foreign)) return nack('forbidden');
		if (room.removed.has(entry.author)) return nack('forbidden');
		if (!sizeAllowed(entry, author.record.kind === 'cert')) return nack('bad');
		const log = logOf(room, entry.channel, entry.author);
		const hash = entryHash(room.registration.roomId, entry);
		if (entry.seq <= log.head) {
			const kept = log.entries.get(entry.seq);
			if (kept && !equal(kept.hash, hash)) return nack('fork');
			if (entry.seq > log.committed)
				waiting.push({ room, log, seq: entry.seq, from: connection.id, bytes: undefined });
			else acknowledge(connection.id, log);
			return;
		}
		const follows =
			entry.seq === log.head + 1 && equal(entry.prev, log.head === 0 ? ZEROS : log.headHash);
		if (!follows && entry.kind !== 'snapshot') {
			return nack(entry.seq === log.head + 1 ? 'fork' : 'gap');
		}
		if (!hasPlace(room, author, entry, limits)) return nack('quota');
		if (!takeToken(member, limits, now)) return nack('quota');
		const message = signedBytesOf(room.registration.roomId, entry);
		if (!verify(entry.signature, message, writerBytes(entry.author)) && !foreign) {
			nack('bad');
			return strike(connection);
		}
		const kept = { seq: entry.seq, kind: entry.kind, hash, bytes: entry.bytes };
		for (const seq of append(room, log, kept))
			remove(keys.entry(room.key, log.channel, log.author, seq));
		put(keys.entry(room.key, log.channel, log.author, entry.seq), entry.bytes);
		waiting.push({ room, log, seq: entry.seq, from: connection.id, bytes: entry.bytes });
		if (options.mutant === 'ack-before-commit')
			send(connection.id, { type: 'ack', channel: log.channel, author: log.author, seq: log.head });
		author.lastSeen = now;
		author.changed = true;
	}

	const acknowledge = (connection: string, log: RelayLog): void =>
		send(connection, {
			type: 'ack',
			channel: log.channel,
			author: log.author,
			seq: log.committed
		});

	function slip(connection: Connection, frame: Frame & { type: 'slip' }, now: number): void {
		const { place } = connection;
		if (!place) return;
		const { room, member } = place;
		if (member.record.kind !== 'cert' && frame.writer !== place.writer) return strike(connection);
		const target = room.members.get(frame.writer);
		if (!target) return;
		const known = room.slips.get(frame.writer);
		if (known && known.counter > frame.counter) return sendBytes(connection.id, known.frame);
		// A participant that shows its old slip (or none, counter 0) asks for a newer one.
		const asks = known?.counter === frame.counter || frame.counter === 0;
		if (asks && (member.record.kind === 'cert' || !takeToken(member, limits, now))) return;
		const bytes = encodeFrame(frame);
		if (!asks) {
			room.slips.set(frame.writer, { counter: frame.counter, frame: bytes });
			put(keys.slip(room.key, frame.writer), bytes);
		}
		forEachIn(room, (other, otherMember) => {
			if (other.id === connection.id) return;
			if (otherMember.record.kind === 'cert' || otherMember === target) sendBytes(other.id, bytes);
		});
	}

	function lock(connection: Connection, frame: Frame & { type: 'lock' }): void {
		const { place } = connection;
		if (place?.member.record.kind !== 'cert') return;
		const { room } = place;
		if (room.lock && room.lock.counter >= frame.lock.counter) {
			if (room.lock.counter > frame.lock.counter)
				send(connection.id, { type: 'lock', lock: room.lock });
			return;
		}
		if (!verifyLock(frame.lock, room.registration, verify)) return strike(connection);
		room.lock = frame.lock;
		room.removed = new Set(frame.lock.removed);
		put(keys.lock(room.key), encodeLock(frame.lock));
		forEachIn(room, (other, member) => {
			if (room.removed.has(member.record.writer)) refuse(other, 'removed');
			else if (member.record.kind === 'cert' && other.id !== connection.id)
				send(other.id, { type: 'lock', lock: frame.lock });
		});
	}

	/** A facilitator device tells a wiped relay who had joined, so that it can refill their inboxes. */
	function learn(connection: Connection, members: readonly Presence[], now: number): void {
		const { place } = connection;
		if (place?.member.record.kind !== 'cert') return;
		for (const { record } of members) {
			if (place.room.members.has(record.writer)) continue;
			if (!verifyRecord(record, place.room.registration, verify)) return strike(connection);
			addMember(place.room, record, now);
		}
	}

	function frameIn(connection: Connection, bytes: Uint8Array, now: number): void {
		if (bytes.length > MAX_FRAME) return drop(connection);
		const frame = decodeFrame(bytes);
		if (!frame) {
			if (bytes[0] === 3 && bytes[1] !== VERSION && !connection.place)
				return refuse(connection, 'version');
			return strike(connection);
		}
		if (connection.place) {
			connection.place.room.lastUsed = now;
			connection.place.member.lastSeen = now;
		}
		switch (frame.type) {
			case 'register':
				return connection.place ? undefined : register(connection, frame.registration, now);
			case 'auth':
				return connection.place ? strike(connection) : login(connection, frame, now);
			case 'have':
				return have(connection, frame);
			case 'entries':
				for (const entry of frame.entries) accept(connection, entry, now);
				return;
			case 'slip':
				return slip(connection, frame, now);
			case 'lock':
				return lock(connection, frame);
			case 'members':
				return learn(connection, frame.members, now);
			case 'chal':
			case 'ready':
			case 'refused':
			case 'ack':
			case 'nack':
			case 'now':
			case 'synced':
				return strike(connection);
			default:
				return frame satisfies never;
		}
	}

	/** Durable now: acknowledge to the senders and hand on to everybody else who reads the channel. */
	function committed(done: readonly Waiting[]): void {
		const acks = new Map<string, { readonly from: string; readonly log: RelayLog }>();
		const fresh = new Map<RelayRoom, Waiting[]>();
		for (const item of done) {
			item.log.committed = Math.max(item.log.committed, item.seq);
			acks.set(`${item.from} ${logKey(item.log)}`, item);
			if (!item.bytes) continue;
			const list = fresh.get(item.room);
			if (list) list.push(item);
			else fresh.set(item.room, [item]);
		}
		for (const { from, log } of acks.values()) if (connections.has(from)) acknowledge(from, log);
		for (const [room, items] of fresh) handOn(room, items);
	}

	function handOn(room: RelayRoom, items: readonly Waiting[]): void {
		const stage = items.filter(({ log }) => log.channel === 'stage');
		const senders = new Set(items.map(({ from }) => from));
		const shared = new Map<readonly Waiting[], readonly Uint8Array[]>();
		const frames = (list: readonly Waiting[]): readonly Uint8Array[] => {
			const found = shared.get(list);
			if (found) return found;
			const pages = pageEntries(list.flatMap(({ bytes }) => bytes ?? []));
			shared.set(list, pages);
			return pages;
		};
		const inboxes = new Map<WriterId, Waiting[]>();
		for (const item of items) {
			if (item.log.channel === 'stage') continue;
			const owner = item.log.channel.slice(3);
			const list = inboxes.get(owner);
			if (list) list.push(item);
			else inboxes.set(owner, [item]);
		}
		forEachIn(room, (connection, member) => {
			const lists =
				member.record.kind === 'cert' ? [items] : [stage, inboxes.get(member.record.writer) ?? []];
			for (const list of lists) {
				const own = senders.has(connection.id)
					? list.filter(({ from }) => from !== connection.id)
					: list;
				for (const page of frames(own)) sendBytes(connection.id, page);
			}
		});
	}

	function tick(now: number): void {
		for (const connection of [...connections.values()])
			if (!connection.place && now - connection.opened > limits.authTime) drop(connection);
		for (const room of [...rooms.values()]) {
			if (isOver(room, now)) {
				forEachIn(room, (connection) => refuse(connection, 'no-room'));
				for (const key of keysOf(room)) remove(key);
				rooms.delete(room.key);
				continue;
			}
			if (room.lastUsed - room.savedUse > HOUR) {
				room.savedUse = room.lastUsed;
				changes.set(keys.room(room.key), storedRoom(room));
			}
			tellPresence(room, now);
		}
	}

	function tellPresence(room: RelayRoom, now: number): void {
		const changed = [...room.members.values()].filter((member) => member.changed);
		if (changed.length > 0) {
			const pages = pageMembers(changed.map(presence));
			for (const member of changed) member.changed = false;
			forEachIn(room, (connection, member) => {
				if (member.record.kind === 'cert') for (const page of pages) sendBytes(connection.id, page);
			});
		}
		const count = online(room);
		const due = now - room.toldAt >= NOW_EVERY;
		if (count === 0 || !(due || (count !== room.toldOnline && now - room.toldAt >= ONLINE_EVERY)))
			return;
		room.toldAt = now;
		room.toldOnline = count;
		const frame = encodeFrame({ type: 'now', ms: now, online: count });
		forEachIn(room, (connection) => sendBytes(connection.id, frame));
	}

	function handle(event: RelayEvent): void {
		switch (event.type) {
			case 'open': {
				const { connection: id, nonce, now: opened } = event;
				if (connections.size >= limits.connections) {
					effects.push({ type: 'close', connection: id });
					return;
				}
				connections.set(id, {
					id,
					nonce,
					opened,
					strikes: 0,
					place: undefined,
					have: new Map()
				});
				return send(id, { type: 'chal', nonce });
			}
			case 'frame': {
				const connection = connections.get(event.connection);
				if (connection) frameIn(connection, event.bytes, event.now);
				return;
			}
			case 'close': {
				const connection = connections.get(event.connection);
				if (!connection) return;
				leave(connection);
				connections.delete(connection.id);
				return;
			}
			case 'committed': {
				if (flying?.id !== event.commit) return;
				const { waiting: done } = flying;
				flying = undefined;
				return committed(done);
			}
			case 'failed': {
				if (flying?.id !== event.commit) return;
				flying = undefined;
				for (const connection of [...connections.values()]) drop(connection);
				effects.push({ type: 'restart' });
				return;
			}
			case 'tick':
				return tick(event.now);
			default:
				return event satisfies never;
		}
	}

	return {
		step(event) {
			effects = [];
			handle(event);
			if (!flying && (changes.size > 0 || waiting.length > 0)) {
				commits += 1;
				flying = { id: commits, waiting };
				effects.push({ type: 'commit', commit: commits, changes: [...changes.values()] });
				changes = new Map();
				waiting = [];
			}
			return effects;
		},
		counts: () => ({ rooms: rooms.size, connections: connections.size })
	};
}
