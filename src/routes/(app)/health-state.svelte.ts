import { createSubscriber } from 'svelte/reactivity';
import type { DeviceStorage, StorageHealth } from '#lib/storage/database.ts';

/** How much this device's storage can be trusted, as a value components can read. */
export class HealthState {
	readonly #storage: DeviceStorage;
	readonly #subscribe: () => void;

	constructor(storage: DeviceStorage) {
		this.#storage = storage;
		this.#subscribe = createSubscriber((update) => storage.subscribe(update));
	}

	get current(): StorageHealth {
		this.#subscribe();
		return this.#storage.health();
	}
}
