import type { LogStore } from '#lib/sync/contract.ts';
import { facilitatorKeys, writerKeys } from '#lib/sync/keys.ts';
import { encodeRecord, makeCert } from '#lib/sync/protocol/statements.ts';
import { nobleSuite, type Suite } from '#lib/sync/suite.ts';

/**
 * Keeps a facilitator device's certificate beside its log, before the room opens. Where the log travels as a
 * file, the device that opens it then knows whose log it is, without any network. Doing it again changes nothing.
 */
export async function keepOwnRecord(
	store: LogStore,
	of: {
		readonly recovery: Uint8Array;
		readonly writerSeed: Uint8Array;
		readonly roomId: Uint8Array;
	},
	suite: Suite = nobleSuite
): Promise<void> {
	const { writer } = writerKeys(of.writerSeed, suite);
	const { rootSeed } = facilitatorKeys(of.recovery, suite);
	const record = encodeRecord(makeCert(of.roomId, writer, rootSeed, suite.sign));
	await store.commit({ rows: [], remove: [], meta: new Map([[`m/${writer}`, record]]) });
}
