import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { systemRandom } from '#lib/base/random.ts';
import { putAnswer } from '#lib/session/inbox.ts';
import { readNow } from '#lib/session/now.ts';
import type { ChannelName, Room, WriterId } from '#lib/sync/contract.ts';
import {
	inboxKey,
	parseJoinFragment,
	stretchJoinCode,
	writerKeys,
	type JoinKeys
} from '#lib/sync/keys.ts';
import { relayLink, type Socket } from '#lib/sync/link-relay.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { clientIdOf, sealEntry } from '#lib/sync/payload.ts';
import { decodeEntry, entryHash, type Entry } from '#lib/sync/protocol/entry.ts';
import { decodeFrame, encodeFrame, type Frame } from '#lib/sync/protocol/frame.ts';
import { authBytes, makeCert, makeJoin, makeLock } from '#lib/sync/protocol/statements.ts';
import { joinRoom } from '#lib/sync/room.ts';
import { keyIdOf } from '#lib/sync/suite.ts';
import { nodeSuite } from '../sync/node-suite.ts';
import { until } from './until.ts';

const NO_PIN = new Uint8Array(10);
const ENTRIES_PER_FRAME = 50;

/** What became of what the hostile client sent. */
export interface Refusals {
	readonly frames: number;
	readonly entries: number;
	/** Refused one by one, by the relay's reason. */
	readonly refused: Readonly<Record<string, number>>;
	/** Connections the relay closed. */
	readonly thrownOut: number;
	/** Acknowledgements of anything forged. Must be 0. */
	readonly accepted: number;
}

/** A client with the right join code, a seat, real keys and no manners. */
export class Hostile {
	readonly writer: WriterId;
	readonly #url: string;
	readonly #join: JoinKeys;
	readonly #keys;
	readonly #room: Room;
	readonly #mine: ChannelName;
	/** The facilitators' public box key, as the relay presents it. */
	#box: Uint8Array | undefined;

	private constructor(url: string, join: JoinKeys, seed: Uint8Array, room: Room) {
		this.#url = url;
		this.#join = join;
		this.#keys = writerKeys(seed, nodeSuite);
		this.writer = this.#keys.writer;
		this.#mine = `in/${this.writer}`;
		this.#room = room;
	}

	/** Goes in like everybody, by the link on the projector. */
	static async enter(link: string): Promise<Hostile> {
		const { hash, port } = new URL(link);
		const invitation = parseJoinFragment(hash);
		if (!invitation.ok) throw new Error('the link cannot be read');
		const { code, fingerprint } = invitation.value;
		const url = `ws://127.0.0.1:${port}/sync`;
		const join = stretchJoinCode(code, nodeSuite);
		const seed = systemRandom(32);
		const room = await joinRoom({
			store: memoryStore(),
			links: [
				relayLink({
					url,
					random: systemRandom,
					connect: (to) => new WebSocket(to) as Socket
				})
			],
			join,
			writerSeed: seed,
			suite: nodeSuite,
			...(fingerprint === undefined ? {} : { fingerprint })
		});
		const hostile = new Hostile(url, join, seed, room);
		await until(
			'a seat for the hostile client',
			() => room.admission(),
			(now) => now === 'in'
		);
		return hostile;
	}

	close(): Promise<void> {
		return this.#room.close();
	}

	/** Its one honest ballot: dots by the item's words. */
	async vote(step: string, dots: Readonly<Record<string, number>>): Promise<void> {
		await this.#ballot(step, 'me', await this.#byId(step, dots));
	}

	/** Tries to vote again under other names and with more dots than there are; the last one is well-formed. */
	async voteAgain(step: string, dots: Readonly<Record<string, number>>): Promise<void> {
		const wish = await this.#byId(step, dots);
		const tooMany = Object.fromEntries(Object.keys(wish).map((id) => [id, 10]));
		await this.#ballot(step, 'me2', tooMany);
		await this.#ballot(step, 'other', wish);
	}

	/**
	 * Everything a client can try against others: writing the stage, another's inbox, in another's name, a
	 * certificate and a lock of its own making; then `mutants` damaged copies of real entries.
	 */
	async attack(victim: WriterId, mutants: number): Promise<Refusals> {
		const line = await this.#connect();
		const chain = this.#ownChain(line);
		const stage = line.entries.filter(({ channel }) => channel === 'stage');
		const boss = stage.at(-1);
		if (!boss) throw new Error('the relay showed no stage');
		const forged = [
			this.#entry({ channel: 'stage', seq: 1 }),
			this.#entry({ channel: 'stage', author: boss.author, seq: boss.seq + 1, after: boss }),
			this.#entry({ channel: `in/${victim}`, seq: 1 }),
			this.#entry({ channel: `in/${victim}`, author: victim, seq: 1 }),
			this.#entry({ channel: `in/${victim}`, author: victim, seq: 2 ** 31, snapshot: true }),
			this.#entry({ channel: `in/${boss.author}`, author: boss.author, seq: 1 }),
			// The same number twice: a second version of what it said before.
			this.#entry({ channel: this.#mine, seq: chain.at(-1)?.seq ?? 1, after: chain.at(-2) })
		];
		for (const entry of forged) await line.post([entry.bytes]);
		const { roomId } = this.#join;
		const { seed } = this.#keys;
		const { sign } = nodeSuite;
		const lock = { counter: Date.now() * 2, locked: true, removed: [victim] };
		await line.say({ type: 'lock', lock: makeLock(roomId, lock, seed, sign) });
		const cert = makeCert(roomId, this.writer, seed, sign);
		await line.say({ type: 'members', members: [{ record: cert, online: true, lastSeen: 1 }] });
		line.end();

		const good = [...stage, ...chain, this.#entry({ channel: this.#mine, after: chain.at(-1) })];
		const random = systemRandom(mutants * 4);
		let now = await this.#connect();
		const lines = [line, now];
		for (let done = 0; done < mutants; done += ENTRIES_PER_FRAME) {
			if (!now.open) lines.push((now = await this.#connect()));
			const damaged: Uint8Array[] = [];
			for (let i = done; i < Math.min(mutants, done + ENTRIES_PER_FRAME); i++) {
				const [a = 0, b = 0, c = 0, d = 0] = random.subarray(i * 4, i * 4 + 4);
				const copy = (good[a % good.length]?.bytes ?? new Uint8Array(1)).slice();
				const at = (b * 256 + c) % copy.length;
				copy[at] = (copy[at] ?? 0) ^ (1 + (d % 255));
				damaged.push(copy);
			}
			await now.post(damaged);
		}
		now.end();
		const refused: Record<string, number> = {};
		for (const { nacks } of lines)
			for (const code of nacks) refused[code] = (refused[code] ?? 0) + 1;
		return {
			frames: lines.reduce((sum, { frames }) => sum + frames, 0),
			entries: forged.length + mutants,
			refused,
			thrownOut: lines.filter(({ thrownOut }) => thrownOut).length,
			accepted: lines.reduce(
				(sum, { acks }) => sum + acks.filter((seq) => seq > (chain.at(-1)?.seq ?? 0)).length,
				0
			)
		};
	}

	/** Well signed and well sealed garbage in its own log: the relay cannot tell, the facilitator must. */
	async garbage(): Promise<number> {
		const line = await this.#connect();
		const chain = this.#ownChain(line);
		const boss = line.entries.find(({ channel }) => channel === 'stage');
		const updates = [
			systemRandom(40),
			// A deletion of everything a client of the facilitator has written or will write.
			Uint8Array.from([0, 1, 7, 1, 0, 192, 132, 61]),
			this.#mark(clientIdOf(boss?.author ?? this.writer, 'stage', new Uint8Array(4))),
			this.#mark(1)
		];
		let after = chain.at(-1);
		for (const update of updates) {
			const entry = this.#entry({ channel: this.#mine, update, after });
			await line.post([entry.bytes]);
			after = entry;
		}
		line.end();
		return updates.length;
	}

	#sent(): number {
		return this.#room.progress(this.#mine).sent;
	}

	async #byId(
		step: string,
		dots: Readonly<Record<string, number>>
	): Promise<Readonly<Record<string, number>>> {
		const now = await until(
			'the items of the vote',
			() => readNow(this.#room.doc('stage')),
			(moment) => moment?.step?.id === step && moment.items !== undefined
		);
		const ids = new Map(now?.items?.map((item) => [item.text, item.id]));
		return Object.fromEntries(
			Object.entries(dots).map(([text, count]) => [ids.get(text) ?? text, count])
		);
	}

	async #ballot(step: string, id: string, dots: Readonly<Record<string, number>>): Promise<void> {
		const seq = await this.#room.change(this.#mine, (doc) =>
			putAnswer(doc, { step, id, kind: 'vote', body: { dots } })
		);
		await until(
			'the relay to take a ballot',
			() => this.#sent(),
			(sent) => sent >= seq
		);
	}

	#ownChain(line: Line): readonly Entry[] {
		return line.entries
			.filter(({ channel, author }) => channel === this.#mine && author === this.writer)
			.sort((a, b) => a.seq - b.seq);
	}

	#mark(client: number): Uint8Array {
		const doc = new Y.Doc();
		doc.clientID = client;
		doc.getMap('answers').set('forged', 'forged');
		return Y.encodeStateAsUpdate(doc);
	}

	/** An entry signed with its own key, whatever it claims. */
	#entry(claims: {
		readonly channel: ChannelName;
		readonly author?: WriterId;
		readonly seq?: number;
		readonly after?: Entry | undefined;
		readonly update?: Uint8Array;
		readonly snapshot?: boolean;
	}): Entry {
		const { roomId } = this.#join;
		const { boxSecret, seed } = this.#keys;
		const key = this.#box && inboxKey(boxSecret, this.#box, roomId, this.writer, nodeSuite);
		if (!key) throw new Error('the relay presented no key');
		const inst = systemRandom(4);
		const { channel, author = this.writer, after } = claims;
		const header = {
			channel,
			author,
			seq: claims.seq ?? (after?.seq ?? 0) + 1,
			kind: claims.snapshot ? ('snapshot' as const) : ('update' as const),
			prev: after ? entryHash(roomId, after) : new Uint8Array(16),
			keyId: keyIdOf(key),
			inst,
			nonce: systemRandom(24)
		};
		const update = claims.update ?? this.#mark(clientIdOf(author, channel, inst));
		const payload = { insts: [], facts: new Uint8Array(0), update };
		return sealEntry(roomId, header, payload, key, seed, nodeSuite.sign);
	}

	/** A bare connection under its own key, told everything it may read. */
	async #connect(): Promise<Line> {
		const { roomId, joinSeed } = this.#join;
		const { writer, box, seed } = this.#keys;
		const line = new Line(this.#url);
		const { nonce } = await line.hears('chal');
		await line.say({
			type: 'auth',
			roomId,
			pin: NO_PIN,
			record: makeJoin(roomId, writer, box, joinSeed, seed, nodeSuite.sign),
			signature: nodeSuite.sign(authBytes(nonce, roomId), seed)
		});
		this.#box = (await line.hears('ready')).registration.rootBox;
		await line.say({ type: 'have', last: true, logs: [] });
		await line.hears('synced');
		return line;
	}
}

class Line {
	readonly entries: Entry[] = [];
	readonly nacks: string[] = [];
	readonly acks: number[] = [];
	frames = 0;
	readonly #socket: WebSocket;
	readonly #heard: Frame[] = [];
	#waiting: (() => void)[] = [];
	#thrownOut = false;
	#ended = false;

	constructor(url: string) {
		this.#socket = new WebSocket(url);
		this.#socket.binaryType = 'arraybuffer';
		this.#socket.on('message', (data) => {
			const frame = data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(data)) : undefined;
			if (frame) this.#hear(frame);
		});
		this.#socket.on('close', () => {
			this.#thrownOut = !this.#ended;
			this.#wake();
		});
		this.#socket.on('error', () => undefined);
	}

	get open(): boolean {
		return this.#socket.readyState === WebSocket.OPEN;
	}
	get thrownOut(): boolean {
		return this.#thrownOut;
	}

	/** The first such frame since `from` frames were heard; undefined when the relay closes before. */
	async answer<T extends Frame['type']>(
		type: T,
		from = 0
	): Promise<(Frame & { readonly type: T }) | undefined> {
		for (;;) {
			const found = this.#heard.slice(from).find((frame) => frame.type === type);
			// `find` has compared the type, which the compiler does not follow for a generic one.
			if (found) return found as Frame & { readonly type: T };
			if (this.#socket.readyState >= WebSocket.CLOSING) return undefined;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}
	async hears<T extends Frame['type']>(type: T): Promise<Frame & { readonly type: T }> {
		const frame = await this.answer(type);
		if (!frame) throw new Error(`the relay closed before it said ${type}`);
		return frame;
	}

	async say(frame: Frame): Promise<void> {
		this.frames++;
		await new Promise((resolve) => {
			this.#socket.send(encodeFrame(frame), resolve);
		});
	}

	/** Sends entries and waits until the relay has judged each of them, or has closed the connection. */
	async post(entries: readonly Uint8Array[]): Promise<void> {
		await this.say({ type: 'entries', entries });
		// The relay answers in order: once it has answered this question it has judged every entry before it.
		const asked = this.#heard.length;
		await this.say({ type: 'have', last: true, logs: [] });
		await this.answer('synced', asked);
	}

	#hear(frame: Frame): void {
		this.#heard.push(frame);
		if (frame.type === 'nack') this.nacks.push(frame.code);
		if (frame.type === 'ack') this.acks.push(frame.seq);
		if (frame.type === 'entries')
			for (const bytes of frame.entries) {
				const entry = decodeEntry(bytes);
				if (entry) this.entries.push(entry);
			}
		this.#wake();
	}

	#wake(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}

	end(): void {
		this.#ended = true;
		this.#socket.close();
	}
}
