import { systemRandom } from '#lib/base/random.ts';
import { DeviceStorage } from '#lib/storage/database.ts';
import { logStore } from '#lib/storage/log-store.ts';
import { createSession } from '#lib/storage/sessions.ts';
import { claimWriter, systemTabs, type WriterClaim } from '#lib/storage/tabs.ts';

/** What a test drives inside a real tab. */
function tab() {
	let storage: DeviceStorage | undefined;
	let claim: WriterClaim | undefined;
	const device = (): DeviceStorage => {
		if (!storage) throw new Error('not opened');
		return storage;
	};
	const row = (seq: number, size: number) => ({
		channel: 'stage' as const,
		author: 'aa',
		seq,
		bytes: crypto.getRandomValues(new Uint8Array(size))
	});
	return {
		async open() {
			storage = await DeviceStorage.open();
			return storage.health();
		},
		health: () => device().health(),
		async create() {
			await createSession(
				device(),
				{
					id: 's',
					role: 'participant',
					title: 'Workshop',
					place: '',
					date: '',
					snapshot: null,
					setup: null
				},
				new Map([['writer', Uint8Array.of(1)]]),
				Date.now()
			);
		},
		/** Name of the error, or `stored`. */
		async add(seq: number, size = 10) {
			try {
				await logStore(device(), 's').commit({
					rows: [row(seq, size)],
					remove: [],
					meta: new Map()
				});
				return 'stored';
			} catch (error) {
				return error instanceof Error ? error.name : 'unknown';
			}
		},
		seqs: async () => (await logStore(device(), 's').load()).rows.map(({ seq }) => seq),
		ballast: () => device().read(['ballast'], async (tx) => (await tx.list('ballast')).length),
		async claim() {
			claim = await claimWriter(device(), 's', systemTabs(Date.now, systemRandom));
			return claim.state();
		},
		state: () => claim?.state(),
		async takeOver() {
			const start = performance.now();
			await claim?.takeOver();
			return performance.now() - start;
		},
		release: () => claim?.close()
	};
}

export type Tab = ReturnType<typeof tab>;

declare global {
	var tab: Tab;
}

globalThis.tab = tab();
