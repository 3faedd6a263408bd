import { equal } from '#lib/base/bytes.ts';
import { Core } from '#lib/sync/core.ts';
import type { CoreEffect, CoreEvent } from '#lib/sync/core-event.ts';
import { logIn } from '#lib/sync/core-log.ts';
import type { CoreOptions } from '#lib/sync/core-place.ts';
import { decodeEntry, entryHash } from '#lib/sync/protocol/entry.ts';
import { pageEntries } from '#lib/sync/protocol/frame.ts';
import { inboxOf } from '#lib/sync/protocol/log-id.ts';
import { trustEntries } from './planted.ts';

/** A device with one mistake in it; everything else is the real core. */
export type Mistaken = (options: CoreOptions) => Core;

/** Sends its own entries with the commit instead of after it. */
class SendsBeforeCommit extends Core {
	override step(event: CoreEvent): readonly CoreEffect[] {
		const effects = super.step(event);
		if (this.talk.network().relay !== 'connected') return effects;
		return effects.flatMap((effect): readonly CoreEffect[] => {
			if (effect.type !== 'commit') return [effect];
			const own = effect.rows.filter(({ author }) => author === this.place.self);
			const frames = pageEntries(own.map(({ bytes }) => bytes));
			return [effect, ...frames.map((frame) => ({ type: 'send', link: 'relay', frame }) as const)];
		});
	}
}

/** Takes entries from anybody, in the name of anybody, on every channel it reads. */
function takesForeignAuthors(options: CoreOptions): Core {
	const { suite } = options;
	const core = new Core({ ...options, suite: { ...suite, verify: trustEntries(suite.verify) } });
	const { place } = core;
	place.accepts = (channel) =>
		place.role === 'facilitator' || channel === 'stage' || channel === inboxOf(place.self);
	return core;
}

/** Lets every readable update through as if the guard had found nothing in it. */
function hasNoGuard(options: CoreOptions): Core {
	const core = new Core(options);
	const { gate, place } = core;
	const accept = gate.accept.bind(gate);
	gate.accept = () => {
		for (const channel of gate.channels.values())
			for (const log of channel.logs.values())
				for (const candidate of log.parked.values()) {
					const payload = place.opener(channel.name)(candidate.entry);
					if (payload === 'no-key' || payload === 'bad') continue;
					candidate.payload = payload;
					candidate.examined = { structs: [], deletes: [] };
				}
		return accept();
	};
	return core;
}

/** Of two entries with one number it believes the later one, and forgets what followed the earlier. */
function believesTheLast(options: CoreOptions): Core {
	const core = new Core(options);
	const { gate, place } = core;
	const ingest = gate.ingest.bind(gate);
	gate.ingest = (bytes, stored = false) => {
		ingest(bytes, stored);
		const entry = decodeEntry(bytes);
		if (!entry || stored || !place.accepts(entry.channel, entry.author)) return;
		const log = logIn(gate.channel(entry.channel), entry.author);
		const known = log.parked.get(entry.seq)?.hash ?? log.held.get(entry.seq)?.hash;
		// Only the fork itself leaves a log forked with another entry in this place.
		if (!log.forked || !known || equal(known, entryHash(place.roomId, entry))) return;
		log.held.delete(entry.seq);
		log.parked.delete(entry.seq);
		log.head = Math.min(log.head, entry.seq - 1);
		ingest(bytes, stored);
	};
	return core;
}

/** Forgets what a commit carried that did not happen. */
function neverRetries(options: CoreOptions): Core {
	const core = new Core(options);
	core.outbox.putBack = () => undefined;
	return core;
}

/** Every mistake by what the device does. */
export const mistakes: readonly (readonly [name: string, device: Mistaken])[] = [
	['sends before it has stored', (options) => new SendsBeforeCommit(options)],
	['takes entries from anybody in the name of anybody', takesForeignAuthors],
	['has no guard', hasNoGuard],
	['believes the later of two entries with one number', believesTheLast],
	['never retries a failed commit', neverRetries]
];
