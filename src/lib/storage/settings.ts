import * as v from 'valibot';
import type { Observable, Reader } from './backend.ts';
import type { DeviceStorage } from './database.ts';

const TAG = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));

const SCHEMAS = {
	/** Language of the interface; empty = follow the browser. */
	locale: v.union([v.literal(''), TAG]),
	theme: v.picklist(['auto', 'light', 'dark']),
	/** Per cent of the normal size. */
	textSize: v.picklist([100, 125, 150, 200]),
	/** Languages last chosen for phones and stage of a session, first is the main one. */
	languages: v.pipe(v.array(TAG), v.maxLength(20))
};

/** What a person chose for this device. */
export type Settings = {
	readonly [N in keyof typeof SCHEMAS]: Readonly<v.InferOutput<(typeof SCHEMAS)[N]>>;
};

export const DEFAULT_SETTINGS: Settings = {
	locale: '',
	theme: 'auto',
	textSize: 100,
	languages: []
};

/** A stored value that no longer fits, from an older or newer version, counts as never chosen. */
function parse(rows: ReadonlyMap<string, unknown>): Settings {
	const read = <N extends keyof Settings>(
		name: N,
		schema: v.GenericSchema<unknown, Settings[N]>
	) => {
		const parsed = v.safeParse(schema, rows.get(name));
		return parsed.success ? parsed.output : DEFAULT_SETTINGS[name];
	};
	return {
		locale: read('locale', SCHEMAS.locale),
		theme: read('theme', SCHEMAS.theme),
		textSize: read('textSize', SCHEMAS.textSize),
		languages: read('languages', SCHEMAS.languages)
	};
}

const readSettings = async (tx: Reader): Promise<Settings> =>
	parse(new Map((await tx.list('settings')).map(({ name, value }) => [name, value])));

export const getSettings = (storage: DeviceStorage): Promise<Settings> =>
	storage.read(['settings'], readSettings);

/** The settings, kept up to date across tabs. */
export const liveSettings = (storage: DeviceStorage): Observable<Settings> =>
	storage.live(['settings'], readSettings);

/** Stores the given settings; the others stay. */
export const putSettings = (storage: DeviceStorage, settings: Partial<Settings>): Promise<void> =>
	storage.write(['settings'], (tx) =>
		tx.put(
			'settings',
			Object.entries(settings).map(([name, value]) => ({ name, value }))
		)
	);
