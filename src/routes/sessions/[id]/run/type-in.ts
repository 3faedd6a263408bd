/** Seat of the person behind a sheet: the same for all cards typed from one sheet. */
export const sheetPerson = (step: string, sheet: number): string => `paper-${step}-${sheet}`;

const whole = (text: string): number | undefined => {
	const clean = text.trim();
	return /^\d{1,5}$/.test(clean) ? Number(clean) : undefined;
};

/**
 * Reads the numbers of a count. Undefined until at least one person and one number are there and every
 * number typed is a whole one; rows left empty count as 0 and are left out.
 */
export function readCounts(
	people: string,
	counts: Readonly<Record<string, string>>
): { readonly people: number; readonly counts: Readonly<Record<string, number>> } | undefined {
	const persons = whole(people);
	if (persons === undefined || persons < 1) return undefined;
	const read: Record<string, number> = {};
	for (const [id, text] of Object.entries(counts)) {
		if (text.trim() === '') continue;
		const count = whole(text);
		if (count === undefined) return undefined;
		if (count > 0) read[id] = count;
	}
	return Object.keys(read).length > 0 ? { people: persons, counts: read } : undefined;
}
