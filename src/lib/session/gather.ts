import * as v from 'valibot';
import type { Activity, CommonSettings, Contribution } from '#lib/activities/activity.ts';
import type { Verdict } from './events.ts';
import type { Answer, Profile } from './inbox.ts';
import type { StepRun } from './run.ts';
import { shortHash, stableJson } from './short-hash.ts';

/** One admitted person's inbox, read. */
export interface PersonInbox {
	/** Writer id; a seat, never a name. */
	readonly person: string;
	readonly profile: Profile;
	readonly answers: readonly Answer[];
}

/** A free text that a facilitator looks at before or after the room sees it. */
export interface TextToCheck {
	/** Changes when the text changes, so that an edited text is looked at again. */
	readonly key: string;
	readonly text: string;
	readonly lang?: string;
	readonly verdict: Verdict | undefined;
}

/** Everything said in one step, before anything is counted. */
export interface Gathered {
	/** All that counts: well-formed, of the step's kind, in before closing. */
	readonly all: readonly Contribution[];
	/** `all` without the texts that moderation holds back. */
	readonly cleared: readonly Contribution[];
	readonly texts: readonly TextToCheck[];
	/** Answers that came or changed after closing and do not count until answers are closed again. */
	readonly late: number;
	/** Answers whose content the kind refused. */
	readonly refused: number;
}

/** What `closed` must record of a contribution, so that a later change by its writer does not count. */
export const acceptance = (c: Contribution): string => shortHash(`${c.id} ${stableJson(c.body)}`);

/** Who prefers not to say has no role: nobody is counted under a sphere they did not choose. */
const roleOf = ({ role }: Profile): { readonly role?: string } =>
	role === undefined || role === 'none' ? {} : { role };

const bodies = new WeakMap<Answer, { readonly value: unknown } | undefined>();

/** Checks an answer's body once: inboxes keep their answer objects until they change. */
function readBody(activity: Activity, answer: Answer): { readonly value: unknown } | undefined {
	if (!bodies.has(answer)) {
		const read = v.safeParse(activity.body, answer.body);
		bodies.set(answer, read.success ? { value: read.output } : undefined);
	}
	return bodies.get(answer);
}

const textKey = (c: Contribution, text: { readonly id: string; readonly text: string }): string =>
	`${c.id}/${text.id}/${shortHash(text.text)}`;

/**
 * Reads what people said in one step. Contributions are checked by the kind's schema here, at the door;
 * a bad one is skipped and counted. Several answers per person are never too late: they are read before
 * the stage sees them, and words must not get lost.
 */
export function gather(
	activity: Activity,
	settings: CommonSettings,
	place: string,
	step: StepRun,
	inboxes: readonly PersonInbox[]
): Gathered {
	const accepted = step.accepted && new Set(step.accepted);
	const all: Contribution[] = [];
	let late = 0;
	let refused = 0;
	const most = activity.perPerson === 'one' ? 1 : (activity.limit?.(settings) ?? Infinity);
	for (const inbox of inboxes) {
		let given = 0;
		for (const answer of inbox.answers) {
			if (answer.step !== place || answer.kind !== activity.kind) continue;
			const body = readBody(activity, answer);
			const allowedId = activity.perPerson === 'many' || answer.id === 'me';
			if (!body || !allowedId || given >= most || !activity.complete(settings, body.value)) {
				refused++;
				continue;
			}
			const contribution: Contribution = {
				id: `${inbox.person.slice(0, 16)}.${answer.id}`,
				person: inbox.person,
				source: 'phone',
				...roleOf(inbox.profile),
				...(answer.lang === undefined ? {} : { lang: answer.lang }),
				body: body.value
			};
			if (accepted && activity.perPerson === 'one' && !accepted.has(acceptance(contribution))) {
				late++;
				continue;
			}
			given++;
			all.push(contribution);
		}
	}
	for (const typed of step.typed) {
		const body = v.safeParse(activity.body, typed.body);
		if (body.success) all.push({ ...typed, body: body.output });
		else refused++;
	}
	if (activity.arranged && step.arranged !== undefined) {
		const body = v.safeParse(activity.body, step.arranged);
		if (body.success) {
			all.push({ id: 'arranged', person: 'facilitator', source: 'facilitator', body: body.output });
		}
	}
	const texts: TextToCheck[] = [];
	const cleared: Contribution[] = [];
	for (const contribution of all) {
		const held = new Set<string>();
		const own = contribution.source === 'phone' || contribution.source === 'shared';
		for (const text of activity.texts?.(contribution.body) ?? []) {
			const key = textKey(contribution, text);
			const verdict = step.verdicts[key];
			if (own || verdict !== undefined) {
				texts.push({
					key,
					text: text.text,
					...(contribution.lang === undefined ? {} : { lang: contribution.lang }),
					verdict
				});
			}
			if (!allowed(settings.moderation, verdict, own)) held.add(text.id);
		}
		if (held.size === 0) cleared.push(contribution);
		else {
			const rest = activity.without_texts?.(contribution.body, held);
			if (rest !== undefined) cleared.push({ ...contribution, body: rest });
		}
	}
	return { all, cleared, texts, late, refused };
}

/** Texts typed in by the facilitator were read while typing; they are shown unless hidden. */
function allowed(
	moderation: CommonSettings['moderation'],
	verdict: Verdict | undefined,
	fromPeople: boolean
): boolean {
	if (verdict === 'hidden' || verdict === 'later') return false;
	return !fromPeople || moderation !== 'before' || verdict === 'shown';
}

/** How many people answered: each person once, whatever the way, plus the people of counts typed in. */
export function answeredPeople(gathered: Gathered, step: StepRun): number {
	const people = new Set(
		gathered.all.filter((c) => c.source !== 'facilitator').map((c) => c.person)
	);
	return people.size + step.tallies.reduce((sum, tally) => sum + tally.people, 0);
}
