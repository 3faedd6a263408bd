import { pageEntries } from '#lib/sync/protocol/frame.ts';
import type { WriterId } from '#lib/sync/protocol/log-id.ts';
import { logKey } from '#lib/sync/protocol/log-id.ts';
import { acknowledge } from './entries.ts';
import type { House, Waiting } from './house.ts';
import type { RelayLog, RelayRoom } from './room.ts';

/** Durable now: acknowledge to the senders and hand on to everybody else who reads the channel. */
export function committed(house: House, done: readonly Waiting[]): void {
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
	for (const { from, log } of acks.values())
		if (house.connections.has(from)) acknowledge(house, from, log);
	for (const [room, items] of fresh) handOn(house, room, items);
}

function handOn(house: House, room: RelayRoom, items: readonly Waiting[]): void {
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
	house.forEachIn(room, (connection, member) => {
		const lists =
			member.record.kind === 'cert' ? [items] : [stage, inboxes.get(member.record.writer) ?? []];
		for (const list of lists) {
			const own = senders.has(connection.id)
				? list.filter(({ from }) => from !== connection.id)
				: list;
			for (const page of frames(own)) house.sendBytes(connection.id, page);
		}
	});
}
