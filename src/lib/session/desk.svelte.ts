import type { Disclosed } from '#lib/activities/activity.ts';
import type { Display } from '#lib/activities/disclose.ts';
import { type Problem } from '#lib/base/problem.ts';
import type { Clock, Random } from '#lib/base/random.ts';
import { localeFor, localiseText } from '#lib/script/localise.ts';
import type { SessionSnapshot } from '#lib/script/snapshot.ts';
import type { Plan } from '#lib/script/variants.ts';
import type { Member, NetworkState, Room } from '#lib/sync/contract.ts';
import { decide, type Command } from './commands.ts';
import {
	buffersOf,
	countedPlaces,
	dayOf,
	screensAt,
	settingsAt,
	wording,
	type DayPlace,
	type Values
} from './day.ts';
import { inOrder, type SessionEvent } from './events.ts';
import { putEvents, readEvents, toEvents } from './event-log.ts';
import type { StageFrame } from './frame.ts';
import type { PersonInbox } from './gather.ts';
import { readAnswers, readProfile } from './inbox.ts';
import { publish } from './now.ts';
import { frameOf, nowOf, type Moment } from './project.ts';
import { liveDisplay, Results, type CountedPlace, type PlaceResult } from './results.ts';
import { foldRun, stepRun, type RunState, type StepRun } from './run.ts';
import type { Setup } from './setup.ts';
import type { StageSender } from './stage-sender.ts';
import { timing, type Timing } from './timing.ts';

/** What a desk stands on. Clock and randomness come from outside; timers are the page's own. */
export interface DeskParts {
	readonly room: Room;
	readonly snapshot: SessionSnapshot;
	readonly plan: Plan;
	readonly setup: Setup;
	readonly join: Moment['join'];
	readonly clock: Clock;
	readonly random: Random;
	readonly stage: (onwindow: () => void) => StageSender;
	/** Called when the run starts, ends or is taken back to before. */
	readonly onstatus: (status: RunState['status']) => void;
	/** Calls back when another tab of this browser took the session over. */
	readonly onyield?: (listener: () => void) => () => void;
	readonly onclose?: () => Promise<void>;
}

/** People count as present this long after their phone was last heard of, in ms. */
const PRESENT_FOR = 3 * 60_000;
/** Pause between two publications to the stage channel in ms: at most four a second. */
const PUBLISH_EVERY = 250;
/** Incoming answers are counted together at most this often, in ms; slower where counting takes long. */
const COUNT_EVERY = 50;
const COUNT_AT_LEAST_EVERY = 1000;

/**
 * The facilitator's side of a running session. Every press becomes events in the facilitators' log;
 * everything shown is derived from that log and the inboxes. Nothing here advances by itself.
 */
export class Desk {
	readonly #parts: DeskParts;
	readonly #sender: StageSender;
	readonly #inboxes = new Map<string, PersonInbox>();
	readonly #stop: () => void;
	#events: readonly SessionEvent[] = [];
	#pending: readonly SessionEvent[] = [];
	#run = $state.raw<RunState>(foldRun([]));
	#day = $state.raw<readonly DayPlace[]>([]);
	#results = $state.raw<Results>();
	#members = $state.raw<readonly Member[]>([]);
	#network = $state.raw<NetworkState>();
	#locked = $state(false);
	#frame = $state.raw<StageFrame>();
	#troubles = $state.raw<readonly Problem[]>([]);
	#stageSeen = $state(0);
	#displays = new Map<string, Display<unknown>>();
	#frames = 0;
	#countTook = 0;
	#countedAt = -Infinity;
	#publishedAt = -Infinity;
	#places: { readonly key: string; readonly counted: readonly CountedPlace[] } | undefined;
	#counting: ReturnType<typeof setTimeout> | undefined;
	#publishing: ReturnType<typeof setTimeout> | undefined;
	#published: Promise<void> = Promise.resolve();
	#closed = $state(false);
	#unyield: (() => void) | undefined;

	constructor(parts: DeskParts) {
		this.#parts = parts;
		this.#sender = parts.stage(() => {
			this.#stageSeen = parts.clock();
		});
		this.#unyield = parts.onyield?.(() => void this.close());
		this.#readLogs();
		for (const member of parts.room.members()) this.#readInbox(member.writer);
		this.#refresh();
		this.#stop = parts.room.subscribe(({ channel }) => {
			if (channel?.startsWith('in/')) {
				const writer = channel.slice(3);
				if (parts.room.facilitators().includes(writer)) this.#readLogs();
				else this.#readInbox(writer);
			}
			this.#soon();
		});
	}

	/** True once another tab took over, or the page closed it. */
	get closed(): boolean {
		return this.#closed;
	}
	get snapshot(): SessionSnapshot {
		return this.#parts.snapshot;
	}
	get setup(): Setup {
		return this.#parts.setup;
	}
	get plan(): Plan {
		return this.#parts.plan;
	}
	get join(): Moment['join'] {
		return this.#parts.join;
	}
	get run(): RunState {
		return this.#run;
	}
	get day(): readonly DayPlace[] {
		return this.#day;
	}
	/** Place people are in now. */
	get current(): DayPlace | undefined {
		return this.#day.find((place) => place.id === this.#run.step);
	}
	get currentRun(): StepRun {
		return stepRun(this.#run, this.#run.step ?? '');
	}
	get members(): readonly Member[] {
		return this.#members;
	}
	get network(): NetworkState | undefined {
		return this.#network;
	}
	get locked(): boolean {
		return this.#locked;
	}
	/** What is on the projector now. */
	get frame(): StageFrame | undefined {
		return this.#frame;
	}
	/** What could not be stored or done, newest last. */
	get troubles(): readonly Problem[] {
		return this.#troubles;
	}
	/** This device's clock, ms, when a stage window was last heard; 0 = never. */
	get stageSeen(): number {
		return this.#stageSeen;
	}
	/** Events of the run in order: planned against actual, with reasons. */
	get events(): readonly SessionEvent[] {
		return this.#events;
	}

	/** Short name of this device in the log. */
	get #device(): string {
		return this.#parts.room.self.slice(0, 16);
	}

	/** True while this device decides what the stage channel says: it made the newest event, or there is none. */
	get drives(): boolean {
		const newest = inOrder([...this.#events, ...this.#pending]).at(-1);
		return newest === undefined || newest.by === this.#device;
	}

	/**
	 * Now on this device's clock, ms: the run's own time. A reload without a network must give the same
	 * timer, so the relay's clock is used only in what is told to phones.
	 */
	now(): number {
		return this.#parts.clock();
	}

	timing(): Timing {
		const steps = this.#day.map((place) => place.run);
		return timing(this.#run, steps, buffersOf(this.#parts.plan), this.now());
	}

	/** Counts of a place; undefined when it has no activity. */
	result(place: string): PlaceResult | undefined {
		return this.#results?.of(place);
	}

	/** People here: phones heard of in the last three minutes, and those counted without a phone. */
	get present(): number {
		return this.phonesHere.length + this.#run.heads;
	}
	get phonesHere(): readonly Member[] {
		const since = this.now() + (this.#network?.clockOffset ?? 0) - PRESENT_FOR;
		return this.#members.filter((m) => m.state === 'admitted' && (m.online || m.lastSeen > since));
	}
	/** Phones that are here but not connected this moment. */
	get phonesOffline(): number {
		return this.phonesHere.filter((member) => !member.online).length;
	}

	/** People by sphere, for the roster; `none` for those who did not say. */
	get spheres(): ReadonlyMap<string, number> {
		const counts = new Map<string, number>();
		for (const member of this.#members) {
			if (member.state !== 'admitted') continue;
			const role = this.#inboxes.get(member.writer)?.profile.role ?? 'none';
			counts.set(role, (counts.get(role) ?? 0) + 1);
		}
		return counts;
	}

	/** Languages chosen on phones, most used first. */
	get languages(): readonly (readonly [locale: string, people: number])[] {
		const counts = new Map<string, number>();
		for (const { profile } of this.#inboxes.values()) {
			if (profile.lang) counts.set(profile.lang, (counts.get(profile.lang) ?? 0) + 1);
		}
		return [...counts].sort((a, b) => b[1] - a[1]);
	}

	/** Screens of a place in one language, as they would go on air. */
	screens(place: DayPlace, locale: string) {
		return screensAt(this.#parts.snapshot, place, this.#worded(locale), this.values);
	}

	/** Settings of a place's activity in one language, items included. */
	settings(place: DayPlace, locale: string) {
		const found = settingsAt(
			this.#parts.snapshot,
			place,
			this.#worded(locale),
			this.values,
			this.#parts.setup.phoneLanguages
		);
		const items = this.result(place.id)?.settings.items;
		if (!found || !items || found.settings.items) return found;
		return { ...found, settings: { ...found.settings, items } };
	}

	/** The frame a screen would give, for the preview; nothing goes on air. */
	preview(step: string, screen: number, page = 0): StageFrame {
		return { ...frameOf(this.#moment(), { step, screen, page }, 0), mask: 'none' };
	}

	/** Values of placeholders as they stand now. */
	get values(): Values {
		const { setup, join } = this.#parts;
		return wording(setup, join.code, this.#day, this.#run);
	}

	/**
	 * Does one press at once: the screen and the projector change before anything is stored or sent.
	 * Resolves when it is durable on this device, with why it could not be done.
	 */
	async act(command: Command): Promise<readonly Problem[]> {
		const decided = decide(this.#run, command, {
			steps: this.#day.map((place) => place.run),
			acceptedNow: (step) => this.#results?.acceptedNow(step) ?? []
		});
		if (!decided.ok) return decided.problems;
		const happenings = [...decided.value];
		if (this.#parts.setup.followSteps) {
			const step = happenings.find((happening) => happening.type === 'step');
			const aired = happenings.some((happening) => happening.type === 'aired');
			if (step?.type === 'step' && !aired) {
				happenings.push({ type: 'aired', step: step.step, screen: 0 });
			}
		}
		if (happenings.length === 0) return [];
		const events = toEvents(
			happenings,
			[...this.#events, ...this.#pending],
			this.now(),
			this.#device,
			this.#parts.random
		);
		this.#pending = [...this.#pending, ...events];
		const before = this.#run.status;
		this.#refresh();
		if (this.#run.status !== before) this.#parts.onstatus(this.#run.status);
		try {
			const own = this.#parts.room.self;
			await this.#parts.room.change(`in/${own}`, (doc) => putEvents(doc, events));
			this.#readLogs();
			this.#settle(events);
			return [];
		} catch (error) {
			this.#settle(events);
			this.#refresh();
			const problem: Problem = {
				code: 'run-not-stored',
				level: 'error',
				path: '',
				message: error instanceof Error ? error.message : 'run-not-stored'
			};
			this.#troubles = [...this.#troubles, problem];
			return [problem];
		}
	}

	/** Closes or opens the room for newcomers. */
	setLocked(locked: boolean): void {
		this.#parts.room.setLocked(locked);
		this.#locked = this.#parts.room.isLocked();
	}

	dismissTroubles(): void {
		this.#troubles = [];
	}

	resume(): void {
		this.#parts.room.resume();
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		this.#unyield?.();
		this.#stop();
		clearTimeout(this.#counting);
		clearTimeout(this.#publishing);
		await this.#published;
		this.#sender.close();
		await this.#parts.room.close();
		await this.#parts.onclose?.();
	}

	/** What the room may see of a place by its `show` setting and the k rule. */
	#visible(place: string): Disclosed<unknown> | undefined {
		const counted = this.#results?.of(place);
		if (!counted) return undefined;
		const { phase } = stepRun(this.#run, place);
		const { show } = counted.settings;
		if (show === 'never') return undefined;
		if (phase === 'shown' || (phase === 'closed' && show !== 'on-reveal')) return counted.disclosed;
		if (phase !== 'open' || show !== 'live') return undefined;
		const display = liveDisplay(counted, this.#run, this.#displays.get(place));
		this.#displays.set(place, display);
		return display.shown;
	}

	#worded(locale: string): string {
		return localeFor(locale, this.#parts.plan.words);
	}

	#moment(): Moment {
		const { snapshot, setup, join } = this.#parts;
		return {
			workshop: snapshot,
			worded: (locale) => this.#worded(locale),
			setup,
			day: this.#day,
			run: this.#run,
			values: this.values,
			result: (place) => this.#results?.of(place),
			visible: (place) => this.#visible(place),
			present: this.present,
			clockOffset: this.#network?.clockOffset ?? 0,
			join
		};
	}

	#readLogs(): void {
		const { room } = this.#parts;
		const writers = new Set([room.self, ...room.facilitators()]);
		this.#events = [...writers].flatMap((writer) => readEvents(room.doc(`in/${writer}`)));
	}

	/** Events that are in the log (or failed) are no longer pending. */
	#settle(events: readonly SessionEvent[]): void {
		const done = new Set(events.map((event) => event.id));
		this.#pending = this.#pending.filter((event) => !done.has(event.id));
	}

	#readInbox(writer: string): void {
		const doc = this.#parts.room.doc(`in/${writer}`);
		this.#inboxes.set(writer, {
			person: writer,
			profile: readProfile(doc),
			answers: readAnswers(doc).answers
		});
	}

	#soon(): void {
		if (this.#counting !== undefined || this.#closed) return;
		// Counting takes at most a quarter of the page's time, however many people answer at once.
		const every = Math.min(COUNT_AT_LEAST_EVERY, Math.max(COUNT_EVERY, 3 * this.#countTook));
		const pause = Math.max(0, this.#countedAt + every - performance.now());
		this.#counting = setTimeout(() => {
			this.#counting = undefined;
			const started = performance.now();
			this.#refresh();
			this.#countedAt = performance.now();
			this.#countTook = this.#countedAt - started;
		}, pause);
	}

	#refresh(): void {
		const { room, snapshot, plan } = this.#parts;
		const known = new Set(this.#events.map((event) => event.id));
		const all = [...this.#events, ...this.#pending.filter((event) => !known.has(event.id))];
		this.#run = foldRun(all);
		this.#network = room.network();
		this.#locked = room.isLocked();
		this.#members = room.members();
		this.#day = dayOf(snapshot, plan, this.#run);
		const people = this.#members.flatMap((member) =>
			member.state === 'knocking' ? [] : (this.#inboxes.get(member.writer) ?? [])
		);
		this.#results = new Results(this.#countedPlaces(), this.#run, people, (role) =>
			this.#roleName(role)
		);
		const moment = this.#moment();
		this.#frame = frameOf(moment, this.#run.air, ++this.#frames);
		this.#sender.send(this.#frame);
		this.#publishSoon();
	}

	/** Places change with replacements and with the words filled in, not with every answer. */
	#countedPlaces(): readonly CountedPlace[] {
		const { snapshot } = this.#parts;
		const key = JSON.stringify([this.#run.replaced, this.values(snapshot.script.language)]);
		if (this.#places?.key !== key) {
			this.#places = { key, counted: countedPlaces(snapshot, this.#day, this.values) };
		}
		return this.#places.counted;
	}

	#roleName(role: string | undefined): string {
		const { snapshot, setup } = this.#parts;
		const found = snapshot.script.roles?.find((each) => each.id === role);
		if (!found) return '';
		const locale = this.#worded(setup.stageLanguages[0] ?? snapshot.script.language);
		return localiseText(snapshot, `roles.${found.id}.title`, found.title, locale).value;
	}

	#publishSoon(): void {
		if (this.#publishing !== undefined || this.#closed) return;
		// The first of a series goes at once: a press must not wait for a pause that nothing fills.
		const pause = Math.max(0, this.#publishedAt + PUBLISH_EVERY - performance.now());
		this.#publishing = setTimeout(() => {
			this.#publishing = undefined;
			this.#publishedAt = performance.now();
			this.#published = this.#published.then(() => this.#publish());
		}, pause);
	}

	async #publish(): Promise<void> {
		if (this.#closed || !this.drives) return;
		const { room } = this.#parts;
		try {
			for (const edit of publish(room.doc('stage'), nowOf(this.#moment()))) {
				await room.change('stage', edit);
			}
		} catch (error) {
			this.#troubles = [
				...this.#troubles,
				{
					code: 'run-not-published',
					level: 'error',
					path: '',
					message: error instanceof Error ? error.message : 'run-not-published'
				}
			];
		}
	}
}
