import type * as Y from 'yjs';
import { fromHex, toHex } from '#lib/base/bytes.ts';
import type { Clock, Random } from '#lib/base/random.ts';
import { systemRandom } from '#lib/base/random.ts';
import { ChannelDoc } from './channel-doc.ts';
import type { ChannelName, Link, LogStore, Room, WriterId } from './contract.ts';
import { Core } from './core.ts';
import type { CoreEffect, CoreEvent } from './core-event.ts';
import type { CoreOptions } from './core-place.ts';
import { isConflict } from './errors.ts';
import type { JoinKeys } from './keys.ts';
import { checkWords, writerKeys } from './keys.ts';
import { entrySize } from './payload.ts';
import { MAX_FACILITATOR_SNAPSHOT, MAX_SNAPSHOT } from './protocol/limits.ts';
import { inboxOf } from './protocol/log-id.ts';
import type { Suite } from './suite.ts';
import { nobleSuite } from './suite.ts';
import type { VerifyAsync } from './verified.ts';
import { Verified } from './verified.ts';

/** What every device brings. */
export interface RoomOptions {
	readonly store: LogStore;
	readonly links: readonly Link[];
	/** From `stretchJoinCode(code)`. */
	readonly join: JoinKeys;
	/** 32 bytes of `newWriterSeed`, kept in the same storage as the log and lost with it. */
	readonly writerSeed: Uint8Array;
	readonly random?: Random;
	readonly clock?: Clock;
	/** Calls `run` every `ms` until the returned function is called. */
	readonly every?: (ms: number, run: () => void) => () => void;
	readonly suite?: Suite;
	/** Native signature check where there is one; entries are then checked off the main thread's JavaScript. */
	readonly verifyAsync?: VerifyAsync;
}

const TICK = 1000;
const NO_WORDS = [0, 0, 0, 0] as const;
const everyTimer = (ms: number, run: () => void): (() => void) => {
	const id = setInterval(run, ms);
	return () => {
		clearInterval(id);
	};
};

/** A device's room: carries out what its core asks for, on real documents, store, links and clock. */
export class DeviceRoom implements Room {
	readonly role: 'facilitator' | 'participant';
	readonly self: WriterId;
	readonly roomId: string;
	readonly #options: RoomOptions;
	readonly #core: Core;
	readonly #clock: Clock;
	readonly #inst: Uint8Array;
	readonly #docs = new Map<ChannelName, ChannelDoc>();
	readonly #listeners = new Set<(change: { readonly channel?: ChannelName }) => void>();
	readonly #changes = new Map<number, (seq: number) => void>();
	readonly #events: CoreEvent[] = [];
	readonly #verified: Verified | undefined;
	#busy = false;
	#closed = false;
	#lastChange = 0;
	#storing: Promise<void> = Promise.resolve();
	#stopTimer: (() => void) | undefined;

	constructor(
		options: RoomOptions,
		rest: Pick<CoreOptions, 'facilitator' | 'fresh' | 'life' | 'fingerprint'>
	) {
		const { suite = nobleSuite, random = systemRandom, join, clock = Date.now } = options;
		this.#verified = options.verifyAsync && new Verified(options.verifyAsync, join.roomId);
		const fast = this.#verified ? { ...suite, verify: this.#verified.over(suite.verify) } : suite;
		const keys = writerKeys(options.writerSeed, suite);
		this.#core = new Core({ suite: fast, random, join, keys, ...rest });
		this.#options = options;
		this.#clock = clock;
		this.#inst = random(4);
		this.role = this.#core.place.role;
		this.self = keys.writer;
		this.roomId = toHex(join.roomId);
	}

	async start(): Promise<void> {
		const { rows, meta } = await this.#options.store.load();
		this.#dispatch({ type: 'start', rows, meta, now: this.#clock() });
		for (const link of this.#options.links) this.#open(link);
		this.#stopTimer = (this.#options.every ?? everyTimer)(TICK, () => {
			this.#dispatch({ type: 'tick', now: this.#clock() });
		});
	}

	#open(link: Link): void {
		const { id, kind } = link;
		let connection = 0;
		link.open({
			onup: () => {
				connection += 1;
				this.#dispatch({ type: 'link-up', link: id, kind, now: this.#clock() });
			},
			ondown: () => {
				connection += 1;
				this.#dispatch({ type: 'link-down', link: id, now: this.#clock() });
			},
			onframe: (bytes) => {
				const during = connection;
				const give = (): void => {
					if (during !== connection) return;
					this.#dispatch({ type: 'frame', link: id, bytes, now: this.#clock() });
				};
				if (this.#verified) this.#verified.before(bytes, give);
				else give();
			}
		});
	}

	/** Events one after the other: an effect that causes another event at once waits its turn. */
	#dispatch(event: CoreEvent): void {
		if (this.#closed) return;
		this.#events.push(event);
		if (this.#busy) return;
		this.#busy = true;
		const changed = new Set<ChannelName | undefined>();
		try {
			for (let next = this.#events.shift(); next; next = this.#events.shift())
				for (const effect of this.#core.step(next)) this.#do(effect, changed);
		} finally {
			this.#busy = false;
		}
		for (const channel of changed)
			for (const listener of this.#listeners) listener(channel === undefined ? {} : { channel });
	}

	#do(effect: CoreEffect, changed: Set<ChannelName | undefined>): void {
		switch (effect.type) {
			case 'send':
				this.#link(effect.link)?.send(effect.frame);
				return;
			case 'resume':
				this.#link(effect.link)?.resume();
				return;
			case 'commit':
				this.#storing = this.#store(effect);
				return;
			case 'apply':
				this.#docOf(effect.channel).apply(effect.updates);
				return;
			case 'done':
				this.#changes.get(effect.id)?.(effect.seq);
				this.#changes.delete(effect.id);
				return;
			case 'compact':
				this.#compact(effect.channel);
				return;
			case 'changed':
				changed.add(effect.channel);
				return;
			default:
				effect satisfies never;
		}
	}

	#link(id: string): Link | undefined {
		return this.#options.links.find((link) => link.id === id);
	}

	async #store(effect: CoreEffect & { type: 'commit' }): Promise<void> {
		const { store } = this.#options;
		const { commit, rows, remove, meta } = effect;
		try {
			await store.commit({ rows, remove, meta });
		} catch (error) {
			try {
				if (!isConflict(error)) throw error;
				const found = await store.load();
				this.#dispatch({ type: 'conflict', commit, ...found, now: this.#clock() });
			} catch {
				this.#dispatch({ type: 'failed', commit, now: this.#clock() });
			}
			return;
		}
		this.#dispatch({ type: 'committed', commit, now: this.#clock() });
	}

	#compact(channel: ChannelName): void {
		const insts = this.#core.channels.get(channel)?.logs.get(this.self)?.insts ?? new Set();
		const own = [...insts].flatMap((inst) => fromHex(inst) ?? []);
		const update = this.#docOf(channel).ownState(own);
		const limit = this.role === 'facilitator' ? MAX_FACILITATOR_SNAPSHOT : MAX_SNAPSHOT;
		if (entrySize(update.length, own.length) > limit) return;
		this.#dispatch({ type: 'snapshot', channel, update, inst: this.#inst, now: this.#clock() });
	}

	#docOf(channel: ChannelName): ChannelDoc {
		const found = this.#docs.get(channel);
		if (found) return found;
		const made = new ChannelDoc(channel, this.self, this.#inst);
		this.#docs.set(channel, made);
		return made;
	}

	get check(): readonly [number, number, number, number] {
		const { registration, roomId } = this.#core.place;
		return registration ? checkWords(roomId, registration.root) : NO_WORDS;
	}

	doc(channel: ChannelName): Y.Doc {
		return this.#docOf(channel).doc;
	}

	channels(): readonly ChannelName[] {
		return [...this.#core.channels.values()]
			.filter(({ logs }) => [...logs.values()].some(({ head }) => head > 0))
			.map(({ name }) => name);
	}

	async change(channel: ChannelName, edit: (doc: Y.Doc) => void): Promise<number> {
		if (this.#closed) throw new Error('the room is closed');
		if (this.role === 'participant' && channel !== inboxOf(this.self))
			throw new Error(`a participant writes only its own inbox, not ${channel}`);
		const update = this.#docOf(channel).edit(edit);
		if (!update) return this.#core.progress(channel).device;
		const id = ++this.#lastChange;
		return new Promise((resolve) => {
			this.#changes.set(id, resolve);
			const inst = this.#inst;
			this.#dispatch({ type: 'change', id, channel, update, inst, now: this.#clock() });
			for (const listener of this.#listeners) listener({ channel });
		});
	}

	progress(channel: ChannelName): ReturnType<Room['progress']> {
		return this.#core.progress(channel);
	}

	network(): ReturnType<Room['network']> {
		return this.#core.talk.network();
	}

	admission(): ReturnType<Room['admission']> {
		const { slip } = this.#core.place;
		if (this.role === 'facilitator') return 'in';
		if (slip?.state === 'removed' || this.network().refused === 'removed') return 'removed';
		return slip ? 'in' : 'knocking';
	}

	seat(): number | undefined {
		const { slip } = this.#core.place;
		return slip?.state === 'admitted' ? slip.seat : undefined;
	}

	facilitators(): readonly WriterId[] {
		if (this.role === 'participant') return [];
		const { members } = this.#core.place;
		return [...members.values()]
			.filter(({ record }) => record.kind === 'cert')
			.map(({ record }) => record.writer);
	}

	members(): ReturnType<Room['members']> {
		return this.#core.desk?.members() ?? [];
	}

	setLocked(locked: boolean): void {
		this.#dispatch({ type: 'lock', locked, now: this.#clock() });
	}

	isLocked(): boolean {
		return this.#core.place.lock?.locked ?? false;
	}

	remove(writer: WriterId): void {
		this.#dispatch({ type: 'remove', writer, now: this.#clock() });
	}

	subscribe(listener: (change: { readonly channel?: ChannelName }) => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	resume(): void {
		for (const link of this.#options.links) link.resume();
	}

	async close(): Promise<void> {
		this.#stopTimer?.();
		for (const link of this.#options.links) link.close();
		await this.#storing;
		this.#closed = true;
		for (const doc of this.#docs.values()) doc.destroy();
	}
}
