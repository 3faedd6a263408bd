import { toHex } from '#lib/base/bytes.ts';
import type { ChannelName } from './contract.ts';
import type { Accepted, Local } from './core-commit.ts';
import type { Gate } from './core-gate.ts';
import type { Candidate, Log } from './core-log.ts';
import { logIn } from './core-log.ts';
import type { KeyWithId, Place } from './core-place.ts';
import type { Fact } from './facts.ts';
import { encodeFacts } from './facts.ts';
import { examine } from './guard.ts';
import { clientIdOf, sealEntry } from './payload.ts';
import { entryHash } from './protocol/entry.ts';
import { inboxOf } from './protocol/log-id.ts';

interface Tip {
	readonly seq: number;
	readonly hash: Uint8Array;
}

/** Entries in one commit. */
const BATCH = 400;
/** Facts in one entry. */
const FACTS = 300;

/** What this page has written and no commit carries yet, in order. */
export class Outbox {
	readonly #place: Place;
	readonly #gate: Gate;
	readonly #ownFacts: () => readonly Fact[];
	#queue: Local[] = [];

	/** `ownFacts`: every fact of this device that still counts, empty for a participant. */
	constructor(place: Place, gate: Gate, ownFacts: () => readonly Fact[]) {
		this.#place = place;
		this.#gate = gate;
		this.#ownFacts = ownFacts;
	}

	/** Changes of a person or facts; snapshots say nothing new and do not count. */
	waiting(): number {
		return this.#queue.filter(({ kind }) => kind === 'update').length;
	}

	hasSnapshot(name: ChannelName): boolean {
		return this.#queue.some(({ kind, channel }) => kind === 'snapshot' && channel === name);
	}

	add(local: Omit<Local, 'facts' | 'foreign'>): void {
		const { foreign } = logIn(this.#gate.channel(local.channel), this.#place.self);
		this.#queue.push({ ...local, facts: [], foreign });
	}

	addFacts(facts: readonly Fact[]): void {
		const channel = inboxOf(this.#place.self);
		const empty = new Uint8Array(0);
		const inst = new Uint8Array(4);
		for (let at = 0; at < facts.length; at += FACTS)
			this.#queue.push({
				kind: 'update',
				id: undefined,
				channel,
				update: empty,
				inst,
				facts: facts.slice(at, at + FACTS),
				foreign: 0
			});
	}

	/** A commit did not happen: what it carried comes first again. */
	putBack(locals: readonly Local[]): void {
		this.#queue = [...locals, ...this.#queue];
	}

	/** Takes out and seals what may be written after the given entries, which go into the same commit. */
	sealAfter(accepted: readonly Accepted[]): readonly Accepted[] {
		const place = this.#place;
		const tips = new Map<Log, Tip>();
		for (const { log, candidate } of accepted) {
			tips.set(log, { seq: candidate.entry.seq, hash: candidate.hash });
			if (log.author === place.self) log.foreign += 1;
		}
		const sealed: Accepted[] = [];
		const kept: Local[] = [];
		const blocked = new Set<ChannelName>();
		for (const local of this.#queue) {
			const channel = this.#gate.channel(local.channel);
			const log = logIn(channel, place.self);
			if (local.kind === 'snapshot' && local.foreign !== log.foreign) continue;
			const key = place.writeKey(local.channel);
			const full = accepted.length + sealed.length >= BATCH;
			if (!key || blocked.has(local.channel) || full) {
				blocked.add(local.channel);
				kept.push(local);
				continue;
			}
			const tip = tips.get(log) ?? { seq: log.head, hash: log.headHash };
			const candidate = this.#sealed(local, log, tip, key);
			tips.set(log, { seq: candidate.entry.seq, hash: candidate.hash });
			sealed.push({ channel, log, candidate, local });
		}
		this.#queue = kept;
		return sealed;
	}

	#sealed(local: Local, log: Log, tip: Tip, key: KeyWithId): Candidate {
		const { options, roomId, self } = this.#place;
		const own = log.channel === inboxOf(self) ? this.#ownFacts() : [];
		const facts = local.kind === 'snapshot' ? own : local.facts;
		const insts =
			local.kind === 'snapshot'
				? [...log.insts]
						.filter((inst) => inst !== toHex(local.inst))
						.map((inst) =>
							Uint8Array.from(inst.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
						)
				: [];
		const header = {
			channel: log.channel,
			author: self,
			seq: tip.seq + 1,
			kind: local.kind,
			prev: tip.hash,
			keyId: key.id,
			inst: local.inst,
			nonce: options.random(24)
		};
		const payload = { insts, facts: encodeFacts(facts), update: local.update };
		const { seed } = options.keys;
		const entry = sealEntry(roomId, header, payload, key.key, seed, options.suite.sign);
		const clients = new Set(
			[local.inst, ...insts].map((inst) => clientIdOf(self, log.channel, inst))
		);
		const examined = examine(local.update, clients) ?? { structs: [], deletes: [] };
		return { entry, hash: entryHash(roomId, entry), stored: false, payload, examined };
	}
}
