import { join } from 'node:path';
import { readWorkshop } from '../../src/vite/read-workshop.ts';
import { seededRandom } from '#lib/base/random.ts';
import { makeSnapshot, planOf, type SessionSnapshot } from '#lib/script/snapshot.ts';
import { Desk } from '#lib/session/desk.svelte.ts';
import type { StageFrame, StageMessage } from '#lib/session/frame.ts';
import { keepOwnRecord } from '#lib/session/own-record.ts';
import { Seat, type DraftStore } from '#lib/session/seat.svelte.ts';
import { readSetup } from '#lib/session/setup.ts';
import { StageSender, type Channel } from '#lib/session/stage-sender.ts';
import type { LogStore } from '#lib/sync/contract.ts';
import { memoryStore } from '#lib/sync/memory-store.ts';
import { createFacilitatorRoom, joinRoom } from '#lib/sync/room.ts';
import { quick, RelayBox } from '../sync/relay-box.ts';
import { compiled } from '../workshops/support.ts';

const folder = join(import.meta.dirname, '../../workshops/integration-workshop');

/** The shipped half-day workshop, frozen for a session. */
export async function halfDay(variants: readonly string[] = []): Promise<SessionSnapshot> {
	return makeSnapshot(compiled(await readWorkshop(folder, false)), {
		variants,
		choices: {},
		languages: { participants: ['en', 'cs'], stage: ['en', 'cs'] }
	});
}

function drafts(): DraftStore {
	const values = new Map<string, unknown>();
	return {
		load: async () => new Map(values),
		put: (field, value) => void values.set(field, value),
		remove: (field) => void values.delete(field),
		flush: async () => undefined
	};
}

/** A desk and phones over the real relay core, with a clock that only the test moves. */
export class TestRoom {
	readonly box: RelayBox;
	/** Every frame the stage windows of this device got, oldest first. */
	readonly frames: StageFrame[] = [];
	readonly #random;
	readonly #base;
	readonly #store: LogStore = memoryStore();
	readonly #recovery: Uint8Array;
	readonly #seed: Uint8Array;
	readonly #snapshot: SessionSnapshot;

	constructor(snapshot: SessionSnapshot, seed: number) {
		this.#random = seededRandom(seed);
		this.box = new RelayBox(this.#random);
		this.#base = quick(this.#random, this.box);
		this.#recovery = this.#random(16);
		this.#seed = this.#random(32);
		this.#snapshot = snapshot;
	}

	/** Opens the session on another device that has the recovery secret and a copy of the log, but no network. */
	async copiedDesk(): Promise<Desk> {
		const { rows, meta } = await this.#store.load();
		const copy = memoryStore();
		await copy.commit({ rows, remove: [], meta });
		return this.#open(copy, this.#random(32), false);
	}

	/** Opens the desk; a second call opens it again from what the device stored. */
	desk(): Promise<Desk> {
		return this.#open(this.#store, this.#seed, true);
	}

	async #open(store: LogStore, writerSeed: Uint8Array, first: boolean): Promise<Desk> {
		await keepOwnRecord(
			store,
			{ recovery: this.#recovery, writerSeed, roomId: this.#base.join.roomId },
			this.#base.suite
		);
		const room = await createFacilitatorRoom({
			...this.#base,
			store,
			links: first ? [this.box.link()] : [],
			recovery: this.#recovery,
			writerSeed,
			fresh: first
		});
		const resolution = planOf(this.#snapshot);
		if (resolution.type !== 'plan') throw new Error('the edition asks a question');
		const channel: Channel = {
			postMessage: (message: StageMessage) => {
				if (message.type === 'frame') this.frames.push(message.frame);
			},
			onmessage: null,
			close: () => undefined
		};
		return new Desk({
			room,
			snapshot: this.#snapshot,
			plan: resolution.plan,
			setup: readSetup({
				place: 'Lindova',
				facilitator: 'Eva',
				phoneLanguages: ['en', 'cs'],
				stageLanguages: ['en', 'cs']
			}),
			join: { code: '7K42 2QMX', url: 'https://x/join', host: 'x', check: room.check },
			clock: () => this.box.now,
			random: this.#random,
			stage: (onwindow) => new StageSender(channel, onwindow),
			onstatus: () => undefined
		});
	}

	async seat(profile: { readonly role?: string; readonly lang?: string } = {}): Promise<Seat> {
		const room = await joinRoom({
			...this.#base,
			store: memoryStore(),
			links: [this.box.link()],
			writerSeed: this.#random(32)
		});
		const seat = await Seat.take(room, drafts());
		await seat.introduce(profile);
		return seat;
	}

	/** Lets `ms` pass on the test's clock, and the page's own short timers run. */
	async pass(ms: number): Promise<void> {
		await this.box.run(ms);
		await new Promise((resolve) => setTimeout(resolve, 320));
		await this.box.run(500);
	}
}
