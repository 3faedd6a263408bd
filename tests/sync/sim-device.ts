import type { Random } from '#lib/base/random.ts';
import { equal } from '#lib/base/bytes.ts';
import { ChannelDoc } from '#lib/sync/channel-doc.ts';
import type { ChannelName, LogRow } from '#lib/sync/contract.ts';
import type { Core } from '#lib/sync/core.ts';
import type { CoreEffect, CoreEvent } from '#lib/sync/core-event.ts';
import type { CoreOptions } from '#lib/sync/core-place.ts';
import { fromHex } from '#lib/base/bytes.ts';
import { decodeFrame } from '#lib/sync/protocol/frame.ts';
import { decodeEntry } from '#lib/sync/protocol/entry.ts';
import type { Simulation } from './simulator.ts';

/** What survives a crash of a device. Tabs of one device share it. */
export interface Disk {
	readonly rows: Map<string, LogRow>;
	readonly meta: Map<string, Uint8Array>;
}

export const newDisk = (): Disk => ({ rows: new Map(), meta: new Map() });
const rowKey = ({ channel, author, seq }: Pick<LogRow, 'channel' | 'author' | 'seq'>): string =>
	`${channel} ${author} ${seq}`;

/** Something a person did: `done` once the device said that it is saved. */
export interface Deed {
	readonly channel: ChannelName;
	readonly key: string;
	/** Undefined = the key was deleted. */
	readonly value: string | undefined;
	done: boolean;
	seq: number;
}

/** A page of a device in the simulation: the real core and real documents over a faulty disk and network. */
export class SimDevice {
	core: Core;
	alive = false;
	/** Set when the device is gone for good. */
	lost = false;
	linked = false;
	other: SimDevice | undefined;
	docs = new Map<ChannelName, ChannelDoc>();
	/** Connection of the relay link; changes with every connect. */
	connection = 0;
	#life = 0;
	#inst: Uint8Array;
	#ids = new Map<number, Deed>();
	#lastId = 0;
	readonly #heads = new Map<string, number>();
	#pending: (() => void)[] = [];
	readonly deeds: Deed[] = [];
	constructor(
		readonly name: string,
		readonly options: CoreOptions,
		readonly disk: Disk,
		readonly sim: Simulation,
		readonly random: Random & { readonly next: () => number }
	) {
		this.core = sim.newCore(options);
		this.#inst = random(4);
	}

	start(): void {
		if (this.lost || this.alive) return;
		this.alive = true;
		this.#life += 1;
		this.core = this.sim.newCore(this.options);
		this.#inst = this.random(4);
		this.docs = new Map();
		this.#ids = new Map();
		const { rows, meta } = this.#load();
		this.step({ type: 'start', rows, meta, now: this.sim.now });
		this.sim.network.connect(this);
		if (this.other?.alive) {
			this.tabsUp();
			this.other.tabsUp();
		}
		this.#tick(this.#life);
	}

	/** A log never gets shorter on a device, not even by a crash. */
	#checkHeads(): void {
		for (const channel of this.core.channels.values())
			for (const { author, head } of channel.logs.values()) {
				const name = `${channel.name} ${author}`;
				const before = this.#heads.get(name) ?? 0;
				if (head < before) this.sim.fail(`${this.name}: a log fell from ${before} to ${head}`);
				this.#heads.set(name, Math.max(head, before));
			}
	}

	tabsUp(): void {
		this.step({ type: 'link-up', link: 'tabs', kind: 'tabs', now: this.sim.now });
	}

	#load(): { rows: LogRow[]; meta: Map<string, Uint8Array> } {
		return { rows: [...this.disk.rows.values()], meta: new Map(this.disk.meta) };
	}

	#tick(life: number): void {
		this.sim.at(1000, () => {
			if (!this.alive || life !== this.#life) return;
			this.step({ type: 'tick', now: this.sim.now });
			this.#checkHeads();
			this.#tick(life);
		});
	}

	crash(): void {
		if (!this.alive) return;
		this.alive = false;
		this.#life += 1;
		this.sim.counts.crashes += 1;
		this.sim.network.disconnect(this);
		for (const write of this.#pending) if (this.random.next() < 0.5) write();
		this.#pending = [];
		this.other?.step({ type: 'link-down', link: 'tabs', now: this.sim.now });
		if (!this.lost) this.sim.at(100 + this.random.next() * 4000, () => this.start());
	}

	step(event: CoreEvent): void {
		if (!this.alive) return;
		const life = this.#life;
		const effects = this.core.step(event);
		for (const effect of effects) {
			if (life !== this.#life) return;
			if (this.sim.chaos && this.random.next() < 0.0015) return this.crash();
			this.#do(effect);
		}
	}

	#do(effect: CoreEffect): void {
		const { sim } = this;
		switch (effect.type) {
			case 'send':
				if (effect.link === 'tabs') return this.#toTab(effect.frame);
				this.#checkSaved(effect.frame);
				return sim.network.toRelay(this, effect.frame);
			case 'resume':
				if (effect.link === 'relay') sim.network.connect(this);
				return;
			case 'commit':
				return this.#commit(effect);
			case 'apply':
				return this.docOf(effect.channel).apply(effect.updates);
			case 'done': {
				const deed = this.#ids.get(effect.id);
				if (!deed) return;
				deed.done = true;
				deed.seq = effect.seq;
				sim.counts.saved += 1;
				return;
			}
			case 'compact': {
				const insts = this.core.channels
					.get(effect.channel)
					?.logs.get(this.options.keys.writer)?.insts;
				const own = [...(insts ?? [])].flatMap((inst) => fromHex(inst) ?? []);
				const update = this.docOf(effect.channel).ownState(own);
				sim.counts.snapshots += 1;
				return this.step({
					type: 'snapshot',
					channel: effect.channel,
					update,
					inst: this.#inst,
					now: sim.now
				});
			}
			case 'changed':
				return;
			default:
				return effect satisfies never;
		}
	}

	#toTab(frame: Uint8Array): void {
		const { other } = this;
		this.sim.at(1, () =>
			other?.step({ type: 'frame', link: 'tabs', bytes: frame, now: this.sim.now })
		);
	}

	/** Nothing may leave the device before it is durable there. */
	#checkSaved(bytes: Uint8Array): void {
		const frame = decodeFrame(bytes);
		if (frame?.type !== 'entries') return;
		for (const item of frame.entries) {
			const entry = decodeEntry(item);
			if (entry?.author !== this.options.keys.writer) continue;
			const rows = [...this.disk.rows.values()].filter(
				({ channel, author, seq }) =>
					channel === entry.channel && author === entry.author && seq >= entry.seq
			);
			if (rows.length === 0)
				this.sim.fail(`${this.name} sent entry ${entry.seq} before it was saved`);
		}
	}

	#commit(effect: CoreEffect & { type: 'commit' }): void {
		const life = this.#life;
		const { sim, disk } = this;
		const { commit } = effect;
		const write = (): void => {
			for (const row of effect.rows) disk.rows.set(rowKey(row), row);
			for (const id of effect.remove) disk.rows.delete(rowKey(id));
			for (const [key, value] of effect.meta) disk.meta.set(key, value);
		};
		const conflicts = (): boolean =>
			effect.rows.some((row) => {
				const known = disk.rows.get(rowKey(row));
				return known !== undefined && !equal(known.bytes, row.bytes);
			});
		const fails = sim.chaos && this.random.next() < 0.01;
		const guarded = (): void => {
			if (!conflicts()) write();
		};
		if (!fails) this.#pending.push(guarded);
		sim.at(1 + this.random.next() * 8, () => {
			if (!this.alive || life !== this.#life) return;
			this.#pending = this.#pending.filter((other) => other !== guarded);
			if (fails) return this.step({ type: 'failed', commit, now: sim.now });
			if (conflicts()) {
				sim.counts.conflicts += 1;
				return this.step({ type: 'conflict', commit, ...this.#load(), now: sim.now });
			}
			write();
			this.step({ type: 'committed', commit, now: sim.now });
		});
	}

	docOf(channel: ChannelName): ChannelDoc {
		const found = this.docs.get(channel);
		if (found) return found;
		const made = new ChannelDoc(channel, this.options.keys.writer, this.#inst);
		this.docs.set(channel, made);
		return made;
	}

	/** A person writes or deletes one answer. */
	write(channel: ChannelName, key: string, value: string | undefined): void {
		if (!this.alive) return;
		const deed: Deed = { channel, key, value, done: false, seq: 0 };
		const update = this.docOf(channel).edit((doc) => {
			const map = doc.getMap('answers');
			if (value === undefined) map.delete(key);
			else map.set(key, value);
		});
		if (!update) return;
		this.deeds.push(deed);
		this.sim.counts.contributions += 1;
		const id = ++this.#lastId;
		this.#ids.set(id, deed);
		this.step({ type: 'change', id, channel, update, inst: this.#inst, now: this.sim.now });
	}
}
