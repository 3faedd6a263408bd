import * as v from 'valibot';

const MESSAGE = v.variant('type', [
	/** Somebody wants the seat: the writer finishes and answers with `yielded`. */
	v.object({ type: v.literal('take'), from: v.string() }),
	v.object({ type: v.literal('yielded'), to: v.string() }),
	/** Is the writer alive? Only a writer answers, with `alive`. */
	v.object({ type: v.literal('ask'), from: v.string() }),
	v.object({ type: v.literal('alive') }),
	/** The seat is free. */
	v.object({ type: v.literal('free') })
]);

/** What tabs of one session tell each other about the seat. */
export type TabMessage = v.InferOutput<typeof MESSAGE>;

/** Undefined for what another version of the app may say. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
	const parsed = v.safeParse(MESSAGE, data);
	return parsed.success ? parsed.output : undefined;
}

export const channelName = (session: string): string => `plenum:seat:${session}`;
