import { Dexie, liveQuery, type Collection, type Table } from 'dexie';
import type { Backend, Observable, Reader, Writer } from './backend.ts';
import { OpenTimeoutError } from './errors.ts';
import {
	KEY_PATHS,
	TABLE_NAMES,
	type Key,
	type KeyPart,
	type Row,
	type TableName
} from './tables.ts';

/** Longest time a start may wait for a database. */
export const OPEN_TIMEOUT = 3000;
/** A transaction that is silent for so long counts as lost; the work is done again elsewhere. */
const WORK_TIMEOUT = 8000;

/** The parts of the browser a database is made of. */
export interface Engine {
	readonly indexedDB: IDBFactory;
	readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Schema versions, additive only; a released one is never edited. */
const SCHEMA_1 = Object.fromEntries(
	TABLE_NAMES.map((name) => {
		const path = KEY_PATHS[name];
		return [name, path.length > 1 ? `[${path.join('+')}]` : path.join('')];
	})
);

/** Rejects with `late()` when `promise` takes more than `ms`; the loser is left to itself. */
async function within<T>(promise: PromiseLike<T>, ms: number, late: () => Error): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(late()), ms);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}

/** A factory whose connections can be closed even if they arrive after we stopped waiting for them. */
function closable({ indexedDB }: Engine): { factory: IDBFactory; abandon: () => void } {
	const pending = new Set<IDBOpenDBRequest>();
	const factory: IDBFactory = {
		open(name, version) {
			const request = version ? indexedDB.open(name, version) : indexedDB.open(name);
			pending.add(request);
			return request;
		},
		deleteDatabase: (name) => indexedDB.deleteDatabase(name),
		databases: () => indexedDB.databases(),
		cmp: (a, b) => indexedDB.cmp(a, b)
	};
	const abandon = (): void => {
		for (const request of pending) {
			if (request.readyState === 'done') continue;
			request.addEventListener('success', () => request.result.close());
		}
	};
	return { factory, abandon };
}

/**
 * Opens the IndexedDB database `name` with strict durability everywhere: one mode is easier to trust,
 * and costs 0.2 ms a write. Rejects after `timeout` ms; `onclosed` is called when
 * the connection was closed by something else than `close`: `newer` when another tab brings a newer schema and
 * this connection gave way, `gone` when the browser or a person removed the database.
 */
export async function openDexie(
	engine: Engine,
	name: string,
	onclosed: (why: 'newer' | 'gone') => void,
	timeout = OPEN_TIMEOUT
): Promise<Backend> {
	const { factory, abandon } = closable(engine);
	const db = new Dexie(name, {
		indexedDB: factory,
		IDBKeyRange: engine.IDBKeyRange,
		autoOpen: false,
		chromeTransactionDurability: 'strict',
		cache: 'disabled'
	});
	db.version(1).stores(SCHEMA_1);
	let wanted = true;
	let opened = false;
	const closed = (why: 'newer' | 'gone'): void => {
		if (!wanted || !opened) return;
		wanted = false;
		db.close();
		// After the events at hand: whoever asked for the change comes first.
		queueMicrotask(() => onclosed(why));
	};
	db.on('close', () => closed('gone'));
	db.on('versionchange', ({ newVersion }) => {
		closed(newVersion ? 'newer' : 'gone');
		// Stops Dexie's own handler, which writes to the console.
		return false;
	});
	db.on(
		'ready',
		() => {
			// Dexie reopens silently after an InvalidStateError; ours must look at the sentinel first.
			if (opened) throw new DOMException('reopened without check', 'InvalidStateError');
			opened = true;
		},
		true
	);
	try {
		await within(db.open(), timeout, () => new OpenTimeoutError(name));
	} catch (error) {
		abandon();
		db.close();
		throw error;
	}
	return {
		...backendOf(db),
		close: () => {
			wanted = false;
			db.close();
		}
	};
}

function backendOf(db: Dexie): Omit<Backend, 'close'> {
	const table = <N extends TableName>(name: N): Table<Row<N>, Key<N>> => db.table(name);
	const select = <N extends TableName>(
		name: N,
		prefix: readonly KeyPart[] = []
	): Collection<Row<N>, Key<N>> => {
		if (prefix.length === 0) return table(name).toCollection();
		const [first] = prefix;
		if (KEY_PATHS[name].length === 1)
			return table(name)
				.where(':id')
				.equals(first ?? '');
		// An array sorts after every number and string, so this is the end of the prefix.
		return table(name)
			.where(':id')
			.between([...prefix], [...prefix, []]);
	};
	const tx: Writer = {
		get: async (name, key) => table(name).get(key),
		getMany: async (name, keys) => table(name).bulkGet([...keys]),
		list: async (name, prefix) => select(name, prefix).toArray(),
		put: async (name, rows) => {
			await table(name).bulkPut(rows);
		},
		remove: async (name, keys) => table(name).bulkDelete([...keys]),
		clear: async (name, prefix) => {
			if (prefix === undefined || prefix.length === 0) await table(name).clear();
			else await select(name, prefix).delete();
		}
	};
	const late = (): Error => new OpenTimeoutError(`${db.name} does not answer`);
	// Dexie keeps a transaction alive across native `await` only in functions that are visibly `async`.
	const read = <T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>) =>
		db.transaction('r!', [...tables], async () => work(tx));
	return {
		read: (tables, work) => within(read(tables, work), WORK_TIMEOUT, late),
		write: (tables, work) =>
			within(
				db.transaction('rw!', [...tables], async () => work(tx)),
				WORK_TIMEOUT,
				late
			),
		live: <T>(tables: readonly TableName[], work: (tx: Reader) => Promise<T>): Observable<T> =>
			liveQuery(async () => read(tables, work))
	};
}
