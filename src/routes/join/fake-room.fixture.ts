import * as Y from 'yjs';
import type { CommonSettings } from '#lib/activities/activity.ts';
import { publish, type Now, type NowStep } from '#lib/session/now.ts';
import { Seat, type DraftStore } from '#lib/session/seat.svelte.ts';
import type { ChannelName, NetworkState, Room } from '#lib/sync/contract.ts';

/** A room of real documents whose network and receipts a test moves by hand. */
export class HandRoom implements Room {
	readonly role = 'participant';
	readonly self = 'a'.repeat(64);
	readonly roomId = 'b'.repeat(32);
	readonly check = [412, 1987, 33, 1204] as const;
	readonly #docs = new Map<ChannelName, Y.Doc>();
	readonly #listeners = new Set<(change: { readonly channel?: ChannelName }) => void>();
	#progress = { device: 0, sent: 0, room: 0 };
	#network: NetworkState = {
		relay: 'connected',
		tabs: false,
		waiting: 0,
		online: 2,
		clockOffset: 0
	};
	state: 'knocking' | 'in' | 'removed' = 'in';
	/** Thrown by the next `change`. */
	refuse: Error | undefined;
	resumed = 0;
	closed = false;

	doc(channel: ChannelName): Y.Doc {
		const there = this.#docs.get(channel) ?? new Y.Doc();
		this.#docs.set(channel, there);
		return there;
	}
	channels(): readonly ChannelName[] {
		return [...this.#docs.keys()];
	}
	async change(channel: ChannelName, edit: (doc: Y.Doc) => void): Promise<number> {
		await Promise.resolve();
		if (this.refuse) {
			const error = this.refuse;
			this.refuse = undefined;
			throw error;
		}
		edit(this.doc(channel));
		this.#progress = { ...this.#progress, device: this.#progress.device + 1 };
		this.#tell({ channel });
		return this.#progress.device;
	}
	progress(): { device: number; sent: number; room: number } {
		return this.#progress;
	}
	network(): NetworkState {
		return this.#network;
	}
	admission(): 'knocking' | 'in' | 'removed' {
		return this.state;
	}
	seat(): number | undefined {
		return this.state === 'in' ? 7 : undefined;
	}
	facilitators(): readonly string[] {
		return [];
	}
	members(): readonly never[] {
		return [];
	}
	setLocked(): void {
		throw new Error('Only a facilitator locks.');
	}
	isLocked(): boolean {
		return false;
	}
	subscribe(listener: (change: { readonly channel?: ChannelName }) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	resume(): void {
		this.resumed++;
	}
	async close(): Promise<void> {
		this.closed = true;
	}

	/** The facilitator's device says what is now. */
	say(now: Now): void {
		const doc = this.doc('stage');
		for (const edit of publish(doc, now)) edit(doc);
		this.#tell({ channel: 'stage' });
	}
	/** The relay has acknowledged everything. */
	acknowledge(): void {
		this.#progress = { ...this.#progress, sent: this.#progress.device };
		this.#tell({});
	}
	/** A facilitator device has sealed a receipt for everything. */
	receipt(): void {
		this.#progress = {
			...this.#progress,
			sent: this.#progress.device,
			room: this.#progress.device
		};
		this.#tell({});
	}
	connect(change: Partial<NetworkState>): void {
		this.#network = { ...this.#network, ...change };
		this.#tell({});
	}
	admit(state: 'knocking' | 'in' | 'removed'): void {
		this.state = state;
		this.#tell({});
	}

	#tell(change: { readonly channel?: ChannelName }): void {
		for (const listener of this.#listeners) listener(change);
	}
}

/** Drafts as a device keeps them: they outlive the seat that typed them. */
export class HandDrafts implements DraftStore {
	readonly kept = new Map<string, unknown>();
	async load(): Promise<ReadonlyMap<string, unknown>> {
		return new Map(this.kept);
	}
	put(field: string, value: unknown): void {
		this.kept.set(field, structuredClone(value));
	}
	remove(field: string): void {
		this.kept.delete(field);
	}
	async flush(): Promise<void> {}
}

export const takeSeat = (room: HandRoom, drafts = new HandDrafts()): Promise<Seat> =>
	Seat.take(room, drafts);

/** A moment of a session in two languages. */
export function moment(
	step?: Partial<NowStep> & { readonly settings?: CommonSettings },
	more: Partial<Now> = {}
): Now {
	const { settings, ...place } = step ?? {};
	const texts = (title: string, lang: string): Now['texts'][string] => ({
		title,
		titleLang: lang,
		phone: { lang },
		...(settings ? { activity: { lang: 'en', settings } } : {})
	});
	return {
		session: {
			title: { en: 'Integration workshop', cs: 'Integrační dílna' },
			place: 'Lindova',
			facilitator: 'Jana',
			languages: ['en', 'cs'],
			roles: [
				{ id: 'town', colour: 'town', title: { en: 'Town hall', cs: 'Radnice' } },
				{
					id: 'newcomers',
					title: { en: 'People who moved here', cs: 'Lidé, kteří se přistěhovali' }
				}
			],
			status: 'running'
		},
		texts: step ? { en: texts('What is hard', 'en'), cs: texts('Co je těžké', 'cs') } : {},
		...(step
			? {
					step: {
						id: 'hard',
						index: 4,
						total: 12,
						part: 1,
						phase: 'open' as const,
						...(settings ? { kind: settings.kind } : {}),
						...place
					}
				}
			: {}),
		...more
	};
}
