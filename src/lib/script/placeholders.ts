/** Names that a text may contain in braces; the session fills them in. */
export const PLACEHOLDERS = [
	'place',
	'date',
	'facilitator',
	'organiser',
	'join_code',
	'minutes',
	'group',
	'back_at'
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

const NAMES: ReadonlySet<string> = new Set(PLACEHOLDERS);
const BRACES = /\{([a-z_]{1,30})\}/g;

/** Placeholders in a text, known or not, each once, sorted. */
export const placeholdersIn = (text: string): readonly string[] =>
	[...new Set([...text.matchAll(BRACES)].map((match) => match[1] ?? ''))].sort();

export const isPlaceholder = (name: string): name is Placeholder => NAMES.has(name);

/** Fills in placeholders; one without a value stays as it is, so that nobody reads half a sentence. */
export const fillPlaceholders = (
	text: string,
	values: Readonly<Partial<Record<Placeholder, string>>>
): string =>
	text.replace(BRACES, (whole, name: string) =>
		isPlaceholder(name) ? (values[name] ?? whole) : whole
	);

/** Fills in placeholders in every text of plain data, for example settings or a screen. */
export function fillAll<T>(value: T, values: Readonly<Partial<Record<Placeholder, string>>>): T {
	const fill = (each: unknown): unknown => {
		if (typeof each === 'string') return fillPlaceholders(each, values);
		if (Array.isArray(each)) return each.map(fill);
		if (typeof each !== 'object' || each === null) return each;
		return Object.fromEntries(Object.entries(each).map(([key, child]) => [key, fill(child)]));
	};
	// The copy has the same shape: only texts differ.
	return fill(value) as T;
}
