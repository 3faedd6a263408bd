import { entryOf, fromPlain, textAt, type PlainWorkshop } from './raw.ts';

/** What a list shows of a workshop before it is loaded; read from the parsed files without the registry. */
export interface Listing {
	readonly id: string;
	readonly version: string;
	readonly status: string;
	/** BCP 47 tag of the script. */
	readonly language: string;
	/** By tag, the script's own language included. */
	readonly titles: Readonly<Record<string, string>>;
	readonly summaries: Readonly<Record<string, string>>;
	/** Minutes, end to end. */
	readonly minutes: number;
	/** As in the script, for example `24 (12-36)`. */
	readonly group_size: string;
	/** Tags with a translation file, the script's own first. */
	readonly languages: readonly string[];
}

export function listing(workshop: PlainWorkshop): Listing {
	const script = fromPlain(workshop.script);
	const language = textAt(script, 'language') ?? '';
	const texts = Object.entries(workshop.texts).map(([tag, plain]) => {
		const strings = entryOf(fromPlain(plain), 'strings')?.value;
		return [tag, (key: string) => textAt(entryOf(strings, key)?.value, 'text')] as const;
	});
	const inAll = (key: string) => {
		const own = [[language, textAt(script, key)] as const];
		const all = [...own, ...texts.map(([tag, text]) => [tag, text(key)] as const)];
		return Object.fromEntries(all.flatMap(([tag, text]) => (text ? [[tag, text]] : [])));
	};
	return {
		id: textAt(script, 'id') ?? workshop.folder,
		version: textAt(script, 'version') ?? '',
		status: textAt(script, 'status') ?? '',
		language,
		titles: inAll('title'),
		summaries: inAll('summary'),
		minutes: Number(textAt(entryOf(script, 'duration')?.value, 'target') ?? 0),
		group_size: textAt(script, 'group_size') ?? '',
		languages: [language, ...Object.keys(workshop.texts).filter((tag) => tag !== language)]
	};
}
