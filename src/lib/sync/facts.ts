import { toHex } from '#lib/base/bytes.ts';
import type { WriterId } from './contract.ts';
import { writerBytes } from './protocol/log-id.ts';
import { Reader, Writer } from './protocol/wire.ts';

/** What facilitator devices agree on in their private logs. */
export type Fact =
	| {
			readonly type: 'seat';
			readonly writer: WriterId;
			/** 1, 2, 3 … */
			readonly seat: number;
			readonly state: 'admitted' | 'removed';
			/** The highest revision counts; equal ones are settled by the smaller author. */
			readonly revision: number;
	  }
	| { readonly type: 'epoch'; readonly epoch: number; readonly key: Uint8Array };

export function encodeFacts(facts: readonly Fact[]): Uint8Array {
	const out = new Writer();
	for (const fact of facts) {
		if (fact.type === 'epoch') out.u8(2).u16(fact.epoch).bytes(fact.key);
		else
			out
				.u8(fact.state === 'admitted' ? 0 : 1)
				.bytes(writerBytes(fact.writer))
				.u16(fact.seat)
				.u16(fact.revision);
	}
	return out.done();
}

/** Undefined when the bytes are not facts. */
export function decodeFacts(bytes: Uint8Array): readonly Fact[] | undefined {
	const reader = new Reader(bytes);
	const facts: Fact[] = [];
	while (reader.left > 0) {
		const tag = reader.u8();
		if (tag > 2) return undefined;
		if (tag === 2) facts.push({ type: 'epoch', epoch: reader.u16(), key: reader.bytes(32) });
		else
			facts.push({
				type: 'seat',
				state: tag === 0 ? 'admitted' : 'removed',
				writer: toHex(reader.bytes(32)),
				seat: reader.u16(),
				revision: reader.u16()
			});
	}
	return reader.ended ? facts : undefined;
}

export interface Seat {
	readonly seat: number;
	readonly state: 'admitted' | 'removed';
	readonly revision: number;
	readonly author: WriterId;
}

export interface Epoch {
	readonly epoch: number;
	readonly key: Uint8Array;
	readonly author: WriterId;
}

/** The agreed state: the same facts in any order give the same roster. */
export class Roster {
	readonly seats = new Map<WriterId, Seat>();
	readonly epochs = new Map<string, Epoch>();

	add(author: WriterId, fact: Fact): void {
		if (fact.type === 'epoch') {
			this.epochs.set(toHex(fact.key), { epoch: fact.epoch, key: fact.key, author });
			return;
		}
		const known = this.seats.get(fact.writer);
		const { seat, state, revision } = fact;
		if (
			!known ||
			revision > known.revision ||
			(revision === known.revision && author < known.author)
		)
			this.seats.set(fact.writer, { seat, state, revision, author });
	}

	/** Newest first; equal numbers (two devices apart) are settled by the smaller author. */
	epochsByAge(): readonly Epoch[] {
		return [...this.epochs.values()].sort(
			(a, b) => b.epoch - a.epoch || (a.author < b.author ? -1 : 1)
		);
	}

	nextSeat(): number {
		let highest = 0;
		for (const { seat } of this.seats.values()) highest = Math.max(highest, seat);
		return highest + 1;
	}

	/** Writers whose seat somebody with a better claim holds too: two devices admitted while apart. */
	doubles(): readonly WriterId[] {
		const holders = new Map<number, { readonly writer: WriterId; readonly seat: Seat }>();
		const losers: WriterId[] = [];
		for (const [writer, seat] of this.seats) {
			const other = holders.get(seat.seat);
			if (!other) {
				holders.set(seat.seat, { writer, seat });
				continue;
			}
			const wins = writer < other.writer;
			const loser = wins ? other : { writer, seat };
			if (wins) holders.set(seat.seat, { writer, seat });
			losers.push(loser.writer);
		}
		return losers;
	}
}
