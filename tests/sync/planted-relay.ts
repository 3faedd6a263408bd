import { logKey } from '#lib/sync/protocol/log-id.ts';
import { decodeEntry } from '#lib/sync/protocol/entry.ts';
import { decodeFrame, encodeFrame } from '#lib/sync/protocol/frame.ts';
import { createRelay } from '../../src/relay/core.ts';
import type { RelayEffect } from '../../src/relay/core/event.ts';
import { trustEntries } from './planted.ts';

/** A relay that acknowledges to the sender what it is only about to store. */
export const ackBeforeCommit: typeof createRelay = (options) => {
	const relay = createRelay(options);
	const senders = new Map<string, string>();
	return {
		...relay,
		step(event) {
			const frame = event.type === 'frame' ? decodeFrame(event.bytes) : undefined;
			if (event.type === 'frame' && frame?.type === 'entries')
				for (const bytes of frame.entries) {
					const entry = decodeEntry(bytes);
					if (entry) senders.set(`${logKey(entry)} ${entry.seq}`, event.connection);
				}
			return relay.step(event).flatMap((effect): readonly RelayEffect[] => {
				if (effect.type !== 'commit') return [effect];
				return [...effect.changes.flatMap(early), effect];
			});
		}
	};

	function early(change: (RelayEffect & { type: 'commit' })['changes'][number]): RelayEffect[] {
		const entry =
			'put' in change && change.put.includes('/e/') ? decodeEntry(change.value) : undefined;
		const connection = entry && senders.get(`${logKey(entry)} ${entry.seq}`);
		if (!entry || connection === undefined) return [];
		const { channel, author, seq } = entry;
		return [
			{ type: 'send', connection, frame: encodeFrame({ type: 'ack', channel, author, seq }) }
		];
	}
};

/** A relay that does not look at the signatures of entries. */
export const entriesUnchecked: typeof createRelay = (options) =>
	createRelay({ ...options, verify: trustEntries(options.verify) });
