import { equal } from '#lib/base/bytes.ts';
import type { ChannelName, Progress } from './contract.ts';
import type { Gate } from './core-gate.ts';
import { keyOf } from './core-log.ts';
import type { Place } from './core-place.ts';
import { inboxOf } from './protocol/log-id.ts';
import { Reader, Writer } from './protocol/wire.ts';

/** How far the own logs have come: what the relay acknowledged and what a facilitator's receipt confirms. */
export class Receipts {
	readonly #place: Place;
	readonly #gate: Gate;
	readonly #changed: () => void;
	readonly #sent = new Map<string, number>();
	#roomHead = 0;

	constructor(place: Place, gate: Gate, changed: () => void) {
		this.#place = place;
		this.#gate = gate;
		this.#changed = changed;
	}

	restore(meta: ReadonlyMap<string, Uint8Array>): void {
		const sent = new Reader(meta.get('sent') ?? new Uint8Array(0));
		while (sent.left > 0) {
			const key = new TextDecoder().decode(sent.bytes(sent.u8()));
			this.#sent.set(key, sent.u32());
		}
		this.#roomHead = new Reader(meta.get('room-head') ?? new Uint8Array(0)).u32();
	}

	/** Own durable entries the relay has not acknowledged. */
	unsent(): number {
		let count = 0;
		for (const channel of this.#gate.channels.values()) {
			const own = channel.logs.get(this.#place.self);
			if (own) count += Math.max(0, own.head - (this.#sent.get(keyOf(own)) ?? 0));
		}
		return count;
	}

	progress(name: ChannelName): Progress {
		const { role, self } = this.#place;
		const log = this.#gate.channels.get(name)?.logs.get(self);
		if (!log) return { device: 0, sent: 0, room: 0 };
		const device = log.head;
		const sent = Math.min(device, this.#sent.get(keyOf(log)) ?? 0);
		if (role === 'facilitator') return { device, sent, room: device };
		const room = name === inboxOf(self) ? Math.min(device, this.#roomHead) : 0;
		return { device, room, sent: Math.max(room, sent) };
	}

	/** Own log's relay head; a wiped relay may lower it. */
	setSent(log: string, seq: number): void {
		if (this.#sent.get(log) === seq) return;
		this.#sent.set(log, seq);
		const out = new Writer();
		for (const [key, head] of this.#sent) {
			const name = new TextEncoder().encode(key);
			out.u8(name.length).bytes(name).u32(head);
		}
		this.#place.unsaved.set('sent', out.done());
		this.#changed();
	}

	/** Participant: checks the receipt in the newest slip against the own log. */
	checkReceipt(): void {
		const { slip, self } = this.#place;
		const log = this.#gate.channels.get(inboxOf(self))?.logs.get(self);
		if (!slip || !log || slip.head <= this.#roomHead) return;
		const held = log.held.get(slip.head);
		if (!held || !equal(held.hash, slip.hash)) return;
		this.#roomHead = slip.head;
		this.#place.unsaved.set('room-head', new Writer().u32(slip.head).done());
		this.#changed();
	}
}
