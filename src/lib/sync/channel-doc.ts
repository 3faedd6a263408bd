import * as Y from 'yjs';
import type { ChannelName, WriterId } from './contract.ts';
import { TooLargeError } from './errors.ts';
import { clientIdOf, entrySize } from './payload.ts';
import { MAX_UPDATE } from './protocol/limits.ts';

/** Marks updates that came through the room; any other change of a document is a bug of the app. */
const ROOM = Symbol('room');

/**
 * A channel's document and, once this page writes, a second one in which changes are tried first: what is
 * too large must not have happened.
 */
export class ChannelDoc {
	readonly doc: Y.Doc;
	readonly #channel: ChannelName;
	readonly #self: WriterId;
	readonly #inst: Uint8Array;
	#scratch: Y.Doc | undefined;

	constructor(channel: ChannelName, self: WriterId, inst: Uint8Array) {
		this.#channel = channel;
		this.#self = self;
		this.#inst = inst;
		this.doc = new Y.Doc({ guid: channel });
		this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
			if (origin !== ROOM)
				throw new Error(`the document of ${channel} was changed outside Room.change`);
		});
	}

	apply(updates: readonly Uint8Array[]): void {
		const [first] = updates;
		if (!first) return;
		const update = updates.length === 1 ? first : Y.mergeUpdates([...updates]);
		Y.applyUpdate(this.doc, update, ROOM);
		if (this.#scratch) Y.applyUpdate(this.#scratch, update, ROOM);
	}

	/** Runs an edit and returns its update; undefined when it changed nothing. Throws `TooLargeError`. */
	edit(edit: (doc: Y.Doc) => void): Uint8Array | undefined {
		const scratch = this.#scratch ?? this.#newScratch();
		let made: Uint8Array | undefined;
		const note = (update: Uint8Array): void => {
			made = made ? Y.mergeUpdates([made, update]) : update;
		};
		scratch.on('update', note);
		try {
			scratch.transact(() => {
				edit(scratch);
			});
			if (made && entrySize(made.length) > MAX_UPDATE)
				throw new TooLargeError('a change may make an entry of at most 16 KB');
		} catch (error) {
			scratch.destroy();
			this.#scratch = undefined;
			throw error;
		}
		scratch.off('update', note);
		if (made) Y.applyUpdate(this.doc, made, ROOM);
		return made;
	}

	#newScratch(): Y.Doc {
		const scratch = new Y.Doc({ guid: this.#channel });
		scratch.clientID = clientIdOf(this.#self, this.#channel, this.#inst);
		Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.doc), ROOM);
		this.#scratch = scratch;
		return scratch;
	}

	/** Own structs of all own pages and every deletion: the content of a snapshot. */
	ownState(insts: Iterable<Uint8Array>): Uint8Array {
		const others = Y.decodeStateVector(Y.encodeStateVector(this.doc));
		for (const inst of insts) others.delete(clientIdOf(this.#self, this.#channel, inst));
		others.delete(clientIdOf(this.#self, this.#channel, this.#inst));
		return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(others));
	}

	destroy(): void {
		this.doc.destroy();
		this.#scratch?.destroy();
	}
}
