import type { Problem } from '#lib/base/problem.ts';
import { compileWorkshop, type CompiledWorkshop } from './compile.ts';
import { allKinds, type Kinds } from './kinds.ts';
import type { Listing } from './listing.ts';
import { sourceOf, type PlainWorkshop } from './raw.ts';

/** A shipped workshop as `virtual:plenum/workshops` lists it. */
export interface LibraryEntry extends Listing {
	/** The parsed files, loaded when needed. */
	readonly load: () => Promise<PlainWorkshop>;
}

export interface Loaded {
	readonly workshops: readonly CompiledWorkshop[];
	/** Of workshops that could not be used; shipped ones have none. */
	readonly problems: readonly Problem[];
}

/** Loads and compiles every entry; one that cannot be used is left out and explained. */
export async function loadLibrary(
	entries: readonly LibraryEntry[],
	kinds: Kinds = allKinds
): Promise<Loaded> {
	const outcomes = await Promise.all(
		entries.map(async (entry) => compileWorkshop(sourceOf(await entry.load()), kinds))
	);
	return {
		workshops: outcomes.flatMap((each) => (each.ok ? [each.value] : [])),
		problems: outcomes.flatMap((each) => (each.ok ? [] : each.problems))
	};
}

/** Loads and compiles one workshop; undefined when there is none of this id or it cannot be used. */
export async function loadWorkshop(
	entries: readonly LibraryEntry[],
	id: string,
	kinds: Kinds = allKinds
): Promise<CompiledWorkshop | undefined> {
	const entry = entries.find((each) => each.id === id);
	if (!entry) return undefined;
	const { workshops } = await loadLibrary([entry], kinds);
	return workshops[0];
}
