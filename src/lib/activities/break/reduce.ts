/** A break has no result. */
export type BreakResult = Readonly<Record<string, never>>;

export const reduce = (): BreakResult => ({});
