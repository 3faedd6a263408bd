/** Something that can go wrong for a person: what (code), where (path, line) and in their words. */
export interface Problem {
	/** Stable, kebab-case; every code has a test. */
	readonly code: string;
	/** `error` stops what was asked for, `warning` stops nothing, `tip` is folded away. */
	readonly level: 'error' | 'warning' | 'tip';
	/** Dotted path of the thing meant, for example `steps.needs.activity.prompt`. Empty = the whole. */
	readonly path: string;
	/** What is wrong, where, and what to do, as a sentence for people. */
	readonly message: string;
	readonly file?: string;
	/** 1-based line in `file`. */
	readonly line?: number;
}

/** Outcome of a thing that can go wrong for a person; a thrown error means a bug instead. */
export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fail = (...problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });
