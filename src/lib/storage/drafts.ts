import type { Clock } from '#lib/base/random.ts';
import type { DeviceStorage } from './database.ts';

/** Pause in typing after which a draft is stored, in ms. */
export const DRAFT_PAUSE = 250;
/** Somebody who never pauses is stored at least so often, in ms. */
export const DRAFT_MOST = 750;

/** The half-written answer of a field, or undefined. */
export async function getDraft(
	storage: DeviceStorage,
	session: string,
	field: string
): Promise<unknown> {
	const row = await storage.read(['drafts'], (tx) => tx.get('drafts', [session, field]));
	return row?.value;
}

/** All drafts of a session by field. */
export async function getDrafts(
	storage: DeviceStorage,
	session: string
): Promise<ReadonlyMap<string, unknown>> {
	const rows = await storage.read(['drafts'], (tx) => tx.list('drafts', [session]));
	return new Map(rows.map(({ field, value }) => [field, value]));
}

/** Stores one draft now. */
export const putDraft = (
	storage: DeviceStorage,
	session: string,
	field: string,
	value: unknown,
	now: number
): Promise<void> =>
	storage.write(['drafts'], (tx) => tx.put('drafts', [{ session, field, value, saved: now }]));

/** The answer was given or thrown away. */
export const deleteDraft = (
	storage: DeviceStorage,
	session: string,
	field: string
): Promise<void> => storage.write(['drafts'], (tx) => tx.remove('drafts', [[session, field]]));

/** Stores drafts while people type. */
export interface DraftWriter {
	/** Remembers `value` (JSON, never edited later) and stores it after a pause; undefined deletes the draft. */
	set(field: string, value: unknown): void;
	/** Stores everything that waits. Resolves when it is durable. */
	flush(): Promise<void>;
	/** Flushes and stops. Idempotent. */
	close(): Promise<void>;
}

/** What the last words of a page are kept in: synchronous, and gone with the tab. `sessionStorage` in a browser. */
export type LastWords = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const lastKey = (session: string): string => `plenum.drafts.${session}`;

/** Drafts that a page which went away could not finish storing, and forgets them there; undefined = deleted. */
export function takeLastWords(
	last: LastWords | undefined,
	session: string
): ReadonlyMap<string, unknown> {
	try {
		const kept: unknown = JSON.parse(last?.getItem(lastKey(session)) ?? '[]');
		last?.removeItem(lastKey(session));
		if (!Array.isArray(kept)) return new Map();
		return new Map(
			kept.flatMap((pair: unknown) =>
				Array.isArray(pair) && typeof pair[0] === 'string'
					? [[pair[0], (pair[1] as unknown) ?? undefined] as const]
					: []
			)
		);
	} catch {
		// A store that refuses has kept nothing.
		return new Map();
	}
}

/**
 * A writer for one session: at most `DRAFT_MOST` + one write of typing can be lost. `onflush` calls its argument when
 * the page may be about to go (`pagehide`, hidden `visibilitychange`) and returns how to stop;
 * `onerror` hears why a draft could not be stored, and the draft stays waiting. A page that goes is not
 * waited for, so what is not stored yet is also put into `last`, where the next page finds it.
 */
export function draftWriter(
	storage: DeviceStorage,
	session: string,
	env: {
		readonly clock: Clock;
		readonly onflush: (flush: () => void) => () => void;
		readonly onerror: (error: unknown) => void;
		readonly last?: LastWords | undefined;
	}
): DraftWriter {
	const waiting = new Map<string, unknown>();
	let going: readonly (readonly [string, unknown])[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let oldest = 0;
	let writing: Promise<void> = Promise.resolve();

	const write = async (): Promise<void> => {
		const now = env.clock();
		const batch = [...waiting];
		waiting.clear();
		going = batch;
		if (batch.length === 0) return;
		try {
			await storage.write(['drafts'], async (tx) => {
				const kept = batch.filter(([, value]) => value !== undefined);
				const gone = batch.filter(([, value]) => value === undefined);
				await tx.put(
					'drafts',
					kept.map(([field, value]) => ({ session, field, value, saved: now }))
				);
				await tx.remove(
					'drafts',
					gone.map(([field]) => [session, field] as const)
				);
			});
		} catch (error) {
			// Typed since then is newer than what failed.
			for (const [field, value] of batch) if (!waiting.has(field)) waiting.set(field, value);
			env.onerror(error);
		}
		going = [];
	};
	const flush = (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		writing = writing.then(write);
		return writing;
	};
	const leaving = async (): Promise<void> => {
		const open = [...new Map([...going, ...waiting])];
		try {
			if (open.length > 0) env.last?.setItem(lastKey(session), JSON.stringify(open));
		} catch {
			// Full or refused: what is stored below is all that can be done.
		}
		await flush();
		if (waiting.size === 0) takeLastWords(env.last, session);
	};
	const stop = env.onflush(() => void leaving());

	return {
		set(field, value) {
			const now = env.clock();
			if (timer === undefined) oldest = now;
			waiting.set(field, value);
			clearTimeout(timer);
			const left = Math.max(0, oldest + DRAFT_MOST - now);
			timer = setTimeout(() => void flush(), Math.min(DRAFT_PAUSE, left));
		},
		flush,
		async close() {
			stop();
			await flush();
		}
	};
}

/** `onflush` for pages: every sign that a phone gives before it puts a page to sleep. */
export function flushWithPage(flush: () => void): () => void {
	const hidden = (): void => {
		if (document.visibilityState === 'hidden') flush();
	};
	addEventListener('pagehide', flush);
	document.addEventListener('visibilitychange', hidden);
	return () => {
		removeEventListener('pagehide', flush);
		document.removeEventListener('visibilitychange', hidden);
	};
}
