import { equal, toHex } from '#lib/base/bytes.ts';
import type { ChannelName } from './contract.ts';
import type { Accepted } from './core-commit.ts';
import type { Channel } from './core-log.ts';
import { hasGap, logIn, newChannel, park, ready } from './core-log.ts';
import type { Place } from './core-place.ts';
import { decodeEntry, entryHash, signedBytesOf } from './protocol/entry.ts';
import { MAX_FACILITATOR_SNAPSHOT, MAX_SNAPSHOT, MAX_UPDATE } from './protocol/limits.ts';
import { writerBytes } from './protocol/log-id.ts';

/** How many things were refused; the tests and the facilitator's health check read it. */
export interface Refused {
	malformed: number;
	forbidden: number;
	forged: number;
	forks: number;
}

/** The logs of a device and the gate to them: entries come in by `ingest` and nowhere else. */
export class Gate {
	readonly channels = new Map<ChannelName, Channel>();
	readonly refused: Refused = { malformed: 0, forbidden: 0, forged: 0, forks: 0 };
	/** An entry of an unknown author was dropped: ask again. */
	missed = false;
	readonly #place: Place;
	readonly #dirty = new Set<ChannelName>();

	constructor(place: Place) {
		this.#place = place;
	}

	channel(name: ChannelName): Channel {
		const found = this.channels.get(name);
		if (found) return found;
		const made = newChannel(name);
		this.channels.set(name, made);
		return made;
	}

	/** Looks at the channel's parked entries again with the next `accept`. */
	touch(name: ChannelName): void {
		this.#dirty.add(name);
	}

	/** Keys or authors arrived: what waited may be readable now. */
	wake(): void {
		for (const [name, channel] of this.channels)
			if ([...channel.logs.values()].some(({ parked }) => parked.size > 0)) this.touch(name);
	}

	hasGaps(): boolean {
		for (const channel of this.channels.values())
			for (const log of channel.logs.values()) if (hasGap(log)) return true;
		return false;
	}

	/** The only gate: what passes here may become part of a log and a document. */
	ingest(bytes: Uint8Array, stored = false): void {
		const place = this.#place;
		const entry = decodeEntry(bytes);
		if (!entry) {
			this.refused.malformed += 1;
			return;
		}
		if (!place.accepts(entry.channel, entry.author)) {
			this.refused.forbidden += 1;
			if (!place.members.has(entry.author)) this.missed = true;
			return;
		}
		const limit =
			entry.kind === 'update'
				? MAX_UPDATE
				: place.isFacilitator(entry.author)
					? MAX_FACILITATOR_SNAPSHOT
					: MAX_SNAPSHOT;
		if (entry.bytes.length > limit) {
			this.refused.malformed += 1;
			return;
		}
		const log = logIn(this.channel(entry.channel), entry.author);
		const hash = entryHash(place.roomId, entry);
		const known = log.parked.get(entry.seq)?.hash ?? log.held.get(entry.seq)?.hash;
		const differs = known !== undefined && !equal(known, hash);
		if (known && !differs) return;
		if (entry.seq <= log.head && !differs) return;
		if (log.refused.has(toHex(hash))) return;
		if (!stored) {
			const message = signedBytesOf(place.roomId, entry);
			const { verify } = place.options.suite;
			if (!verify(entry.signature, message, writerBytes(entry.author))) {
				this.refused.forged += 1;
				return;
			}
		}
		if (differs && !(stored && entry.seq > log.head)) {
			if (!log.forked) this.refused.forks += 1;
			log.forked = true;
			return;
		}
		park(log, { entry, hash, stored }, stored);
		this.touch(entry.channel);
	}

	/** What may be accepted now, over all channels that changed. */
	accept(): Accepted[] {
		const out: Accepted[] = [];
		for (const name of this.#dirty) {
			const channel = this.channel(name);
			for (const { log, accepted } of ready(channel, this.#place.opener(name)))
				for (const candidate of accepted) out.push({ channel, log, candidate, local: undefined });
		}
		this.#dirty.clear();
		return out;
	}
}
