import { expect, test } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import type { Contribution } from '#lib/activities/activity.ts';
import { toJson } from '#lib/report/json.ts';
import { makeReport } from '#lib/report/make-report.ts';
import { wordsIn } from '#lib/report/report.fixture.ts';
import { roomOf } from '#lib/report/room.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { makeSnapshot, planOf } from '#lib/script/snapshot.ts';
import { countedPlaces, dayOf, settingsAt, wording } from '#lib/session/day.ts';
import type { Happening, SessionEvent } from '#lib/session/events.ts';
import { Results } from '#lib/session/results.ts';
import { foldRun } from '#lib/session/run.ts';
import { readSetup } from '#lib/session/setup.ts';
import { hasAnswers, reportSource, type ReportDesk } from './report-source.ts';
import { csvFile, jsonFile } from './files.ts';
import { footRule } from './print-foot.ts';
import { reportLocales } from './report-words.ts';
import { sectionsOf } from './sheet.ts';

const workshop = await loadWorkshop(workshops, 'integration-workshop');
const MINUTE = 60_000;

/** A desk as it is after these happenings, with nobody on a phone. */
function deskAfter(happenings: readonly Happening[]): ReportDesk {
	if (!workshop) throw new Error('the workshop is not there');
	const languages = { participants: ['en', 'cs'], stage: ['en'] };
	const snapshot = makeSnapshot(workshop, { variants: [], choices: {}, languages });
	const resolution = planOf(snapshot);
	if (resolution.type !== 'plan') throw new Error('no plan');
	const { plan } = resolution;
	const events = happenings.map((each, n): SessionEvent => {
		return { ...each, id: `e${n}`, action: `a${n}`, by: 'd', n, at: n * MINUTE };
	});
	const run = foldRun(events);
	const day = dayOf(snapshot, plan, run);
	const setup = readSetup({ place: 'Lindova', date: '2026-12-08' });
	const values = wording(setup, 'ABCD', day, run);
	const results = new Results(countedPlaces(snapshot, day, values), run, [], () => '');
	return {
		snapshot,
		plan,
		setup,
		run,
		day,
		spheres: new Map(),
		result: (place) => results.of(place),
		settings: (place, locale) => {
			const found = settingsAt(snapshot, place, locale, values);
			const items = results.of(place.id)?.settings.items;
			return found && items && !found.settings.items
				? { settings: { ...found.settings, items } }
				: found;
		},
		now: () => happenings.length * MINUTE
	};
}

const typed = (step: string, person: string, body: unknown): Happening => {
	const contribution: Contribution = { id: `${person}.${step}`, person, source: 'paper', body };
	return { type: 'typed', step, contribution };
};
const people = Array.from({ length: 12 }, (_, at) => `p${at}`);
const SECRET = 'The landlord shouts at us';
const day: readonly Happening[] = [
	{ type: 'started' },
	{ type: 'step', step: 'arrive' },
	{ type: 'heads', people: 14 },
	...people.map((person, at) =>
		typed('arrive', person, { sphere: at < 6 ? 'newcomers' : at < 11 ? 'town' : 'state' })
	),
	{ type: 'step', step: 'what-is-hard' },
	...people.map((person) => typed('what-is-hard', person, { text: `${SECRET} ${person}` })),
	{ type: 'step', step: 'name-problems' },
	{
		type: 'arranged',
		step: 'name-problems',
		body: {
			clusters: [{ id: 'homes', name: 'Homes', items: people.map((p) => `${p}.what-is-hard`) }]
		}
	},
	{ type: 'skipped', step: 'facts', reason: 'late' },
	{ type: 'replaced', step: 'priorities', by: 'hand-vote' },
	typed('first-steps', 't1', { what: 'Write =plainly', who: 'Registry', when: '2027-01-15' }),
	{ type: 'ended' }
];
const labels = { unsaid: 'Without a group', others: 'Others' };
const reportOf = (happenings: readonly Happening[], locale: 'en' | 'cs') =>
	makeReport(reportSource(deskAfter(happenings), locale, labels), wordsIn(locale), locale);

test('before anybody has answered there is nothing to report', () => {
	expect(hasAnswers(deskAfter([]))).toBe(false);
	expect(hasAnswers(deskAfter(day))).toBe(true);
});

test.each(['en', 'cs'] as const)(
	'sensitive words stay in the room, also as cards of a heap (%s)',
	(locale) => {
		const text = toJson(reportOf(day, locale));
		expect(text).not.toContain(SECRET);
		expect(text).toContain('Homes');
	}
);

test('people who arrived on paper are counted by sphere, and small spheres only together', () => {
	const source = reportSource(deskAfter(day), 'en', labels);
	const room = roomOf(source, wordsIn('en'));
	expect(room.people).toBe(14);
	expect(room.groups.map(({ id, count }) => [id, count])).toEqual([
		['newcomers', 6],
		['+', 8]
	]);
});

test('what was planned, what it took and why it was left out or changed stand in the working report', () => {
	const report = reportOf(day, 'en');
	const time = sectionsOf(report, 'working').find(({ id }) => id === 'time')?.blocks[0];
	const rows = time?.type === 'table' ? time.rows : [];
	const rowOf = (id: string) => rows.find((row) => row.id === `time.${id}`)?.cells.slice(1);
	expect(rowOf('facts')).toEqual([expect.stringMatching(/ min$/), '–', 'Left out, it was late.']);
	expect(rowOf('priorities')?.at(-1)).toContain('Done another way than planned.');
	expect(rowOf('what-is-hard')?.[1]).toBe('13 min');
});

test('the two-pager has no cards, times or fingerprint, and the files hold the action as it was typed', () => {
	const report = reportOf(day, 'en');
	const brief = JSON.stringify(sectionsOf(report, 'two-pager'));
	expect(brief).not.toContain('sha256');
	expect(brief).not.toContain('"time');
	const read = (bytes: Uint8Array): string =>
		new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	const csv = csvFile(report);
	expect(csv.name).toBe('plenum-2026-12-08-integration-workshop-en-actions.csv');
	expect(read(csv.bytes)).toMatch(
		/^\ufeffwhat,.*\r\nWrite =plainly,,Registry,,,2027-01-15,,,,new\r\n$/s
	);
	expect(JSON.parse(read(jsonFile(report).bytes))).toMatchObject({ format: 'plenum-report/1' });
});

test('a footer cannot break out of its quotes', () => {
	const rule = footRule('a"; } body { display: none } \\', (page, pages) => `${page} of ${pages}`);
	expect(rule).not.toContain('display: none }');
	expect(rule).toContain('counter(page) " of " counter(pages)');
});

test('a report speaks those languages of the phones that the tool speaks, or English', () => {
	expect(reportLocales(['uk', 'cs', 'en', 'cs'])).toEqual(['cs', 'en']);
	expect(reportLocales(['uk'])).toEqual(['en']);
});
