import type { ChannelName, NetworkState, Room } from '#lib/sync/contract.ts';
import { putAnswer, putProfile, readAnswers, readProfile, removeAnswer } from './inbox.ts';
import type { Answer, Profile } from './inbox.ts';
import { readNow, type Now } from './now.ts';
import { shortHash, stableJson } from './short-hash.ts';

/** Where an answer is; the words on the phone always equal this. */
export type Whereabouts = 'phone' | 'sent' | 'room';

/** Where a phone keeps half-written answers. Fields are free names; values are JSON. */
export interface DraftStore {
	load(): Promise<ReadonlyMap<string, unknown>>;
	put(field: string, value: unknown): void;
	remove(field: string): void;
	/** Resolves when everything put is on the device. */
	flush(): Promise<void>;
}

/** What a seat tells whoever opened it. */
export interface SeatHooks {
	/** Name, place and end of the session, whenever one of them changed. */
	readonly onmoment?: (moment: {
		readonly title: string;
		readonly place: string;
		readonly ended: boolean;
	}) => void;
	/** Calls back when another tab of this browser took the seat. */
	readonly onyield?: (listener: () => void) => () => void;
	/** The seat was left: another tab may have it. */
	readonly onleave?: () => Promise<void>;
}

/** One of the person's own answers with where it is. */
export interface OwnAnswer extends Answer {
	readonly where: Whereabouts;
}

const draftField = (step: string, id: string): string => `answer:${step}:${id}`;
const SENT_FIELD = 'answers-by-seq';
const bodyHash = (body: unknown): string => shortHash(stableJson(body));

/**
 * A person's place in the room, as the phone's screens see it. Wraps a room that is already joined;
 * reads `stage`, writes the own inbox, keeps drafts. Everything shown is derived from these three.
 */
export class Seat {
	readonly #room: Room;
	readonly #drafts: DraftStore;
	readonly #inbox: ChannelName;
	#now = $state.raw<Now>();
	#answers = $state.raw<readonly Answer[]>([]);
	#profile = $state.raw<Profile>({});
	#network = $state.raw<NetworkState>();
	#progress = $state.raw({ device: 0, sent: 0, room: 0 });
	#admission = $state.raw<ReturnType<Room['admission']>>('knocking');
	#number = $state.raw<number>();
	#draftValues = $state.raw<ReadonlyMap<string, unknown>>(new Map());
	/** Which entry carried which words, by `step:id`: sequence number and a hash of the body. */
	#seqs: Record<string, readonly [seq: number, hash: string]> = {};
	readonly #stop: () => void;
	readonly #hooks: SeatHooks;
	readonly #unyield: (() => void) | undefined;
	#told = '';
	#left = $state(false);

	private constructor(
		room: Room,
		drafts: DraftStore,
		stored: ReadonlyMap<string, unknown>,
		hooks: SeatHooks
	) {
		this.#room = room;
		this.#hooks = hooks;
		this.#drafts = drafts;
		this.#inbox = `in/${room.self}`;
		this.#draftValues = stored;
		const seqs = stored.get(SENT_FIELD);
		if (typeof seqs === 'object' && seqs !== null) {
			for (const [key, seq] of Object.entries(seqs)) {
				if (!Array.isArray(seq)) continue;
				const [number, hash] = seq as readonly unknown[];
				if (typeof number === 'number' && typeof hash === 'string') {
					this.#seqs[key] = [number, hash];
				}
			}
		}
		this.#readStage();
		this.#readInbox();
		this.#readStatus();
		this.#unyield = hooks.onyield?.(() => void this.leave());
		this.#stop = room.subscribe(({ channel }) => {
			if (channel === 'stage') this.#readStage();
			else if (channel === this.#inbox) this.#readInbox();
			this.#readStatus();
		});
	}

	/** Takes the seat: drafts are read before anything is shown, so nothing typed seems lost. */
	static async take(room: Room, drafts: DraftStore, hooks: SeatHooks = {}): Promise<Seat> {
		return new Seat(room, drafts, await drafts.load(), hooks);
	}

	/** The moment on the stage; undefined until admitted and heard of. */
	get now(): Now | undefined {
		return this.#now;
	}
	get profile(): Profile {
		return this.#profile;
	}
	get network(): NetworkState | undefined {
		return this.#network;
	}
	get admission(): ReturnType<Room['admission']> {
		return this.#admission;
	}
	/** Own seat number, once admitted. */
	get number(): number | undefined {
		return this.#number;
	}
	/** Indices of the four check words. */
	get check(): Room['check'] {
		return this.#room.check;
	}
	/** Own answers that are not yet in the room. */
	get waiting(): number {
		return this.#answers.filter((answer) => this.#where(answer) === 'phone').length;
	}

	/** Own answers of one step, in the order they were given. */
	answers(step: string): readonly OwnAnswer[] {
		return this.#answers
			.filter((answer) => answer.step === step)
			.map((answer) => ({ ...answer, where: this.#where(answer) }));
	}

	/** Steps the person has answered or left something typed in. */
	get answered(): ReadonlySet<string> {
		return new Set(this.#answers.map((answer) => answer.step));
	}

	/** What was typed and not sent, or undefined. */
	draft(step: string, id: string): unknown {
		return this.#draftValues.get(draftField(step, id));
	}

	/** Keeps what is being typed; on the device within a quarter of a second. */
	keepDraft(step: string, id: string, value: unknown): void {
		const field = draftField(step, id);
		this.#draftValues = new Map(this.#draftValues).set(field, value);
		this.#drafts.put(field, value);
	}

	dropDraft(step: string, id: string): void {
		const field = draftField(step, id);
		const rest = new Map(this.#draftValues);
		rest.delete(field);
		this.#draftValues = rest;
		this.#drafts.remove(field);
	}

	/**
	 * Gives an answer (or replaces the one with the same step and id). Resolves when it is durable on this
	 * phone; only then its draft goes.
	 */
	async give(answer: Answer): Promise<void> {
		const plain = { ...answer, body: $state.snapshot(answer.body) };
		const seq = await this.#room.change(this.#inbox, (doc) => putAnswer(doc, plain));
		this.#seqs[`${answer.step}:${answer.id}`] = [seq, bodyHash(plain.body)];
		this.#drafts.put(SENT_FIELD, { ...this.#seqs });
		this.dropDraft(answer.step, answer.id);
		await this.#drafts.flush();
		this.#readInbox();
		this.#readStatus();
	}

	/** Takes an answer back. */
	async takeBack(step: string, id: string): Promise<void> {
		await this.#room.change(this.#inbox, (doc) => removeAnswer(doc, step, id));
		this.#readInbox();
	}

	/** Says the sphere and language; nothing else about the person is ever asked here. */
	async introduce(profile: Profile): Promise<void> {
		const same = profile.role === this.#profile.role && profile.lang === this.#profile.lang;
		if (same) return;
		await this.#room.change(this.#inbox, (doc) => putProfile(doc, profile));
		this.#readInbox();
	}

	/** The page came back or the network returned. */
	resume(): void {
		this.#room.resume();
	}

	/** Another tab has the seat now, or the page gave it up: nothing can be given here any more. */
	get left(): boolean {
		return this.#left;
	}

	async leave(): Promise<void> {
		if (this.#left) return;
		this.#left = true;
		this.#unyield?.();
		this.#stop();
		await this.#drafts.flush();
		await this.#room.close();
		await this.#hooks.onleave?.();
	}

	#where(answer: Answer): Whereabouts {
		// An answer whose number was lost in a crash is judged by the newest entry: never too optimistic.
		const kept = this.#seqs[`${answer.step}:${answer.id}`];
		const seq = kept?.[1] === bodyHash(answer.body) ? kept[0] : this.#progress.device;
		if (seq > 0 && this.#progress.room >= seq) return 'room';
		return seq > 0 && this.#progress.sent >= seq ? 'sent' : 'phone';
	}

	#readStage(): void {
		this.#now = readNow(this.#room.doc('stage'));
		const session = this.#now?.session;
		if (!session) return;
		const title = Object.values(session.title)[0] ?? '';
		const moment = { title, place: session.place, ended: session.status === 'ended' };
		const told = JSON.stringify(moment);
		if (told === this.#told) return;
		this.#told = told;
		this.#hooks.onmoment?.(moment);
	}

	#readInbox(): void {
		const doc = this.#room.doc(this.#inbox);
		this.#answers = readAnswers(doc).answers;
		this.#profile = readProfile(doc);
	}

	#readStatus(): void {
		this.#network = this.#room.network();
		this.#progress = { ...this.#room.progress(this.#inbox) };
		this.#admission = this.#room.admission();
		this.#number = this.#room.seat();
	}
}
