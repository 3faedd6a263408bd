import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclose } from '#lib/activities/disclose.ts';
import { exampleSettings } from '#lib/activities/engines/collect/example-settings.ts';
import { toCsv } from './csv.ts';
import { parseReport, parseReports, toJson } from './json.ts';
import { draftReport, makeReport } from './make-report.ts';
import { actionsOf, firstActions, type ActionRow, type Report } from './model.ts';
import { published } from './publish.ts';
import { fixturePlaces, kindOf, placeOf, sourceWith, wordsIn } from './report.fixture.ts';
import { roomOf } from './room.ts';
import type { ReportSource } from './source.ts';

const t = wordsIn('en');
const everything = (report: Report): string => toJson(report) + toCsv(actionsOf(report));

const plan = (what: string, more: object = {}) =>
	placeOf(
		'first-steps',
		'action-plan',
		{
			...exampleSettings('action-plan', 'What do we start?'),
			...{ columns: ['what', 'who', 'first_step', 'when'] }
		},
		{
			people: 6,
			total: { actions: [{ id: 'a1', what, who: 'Registry', when: '2027-01-15', ...more }] },
			cells: []
		}
	);
const vote = (...labels: readonly string[]) =>
	placeOf(
		'priorities',
		'vote',
		{
			...exampleSettings('vote', 'Where do we begin?'),
			items: labels.map((text, at) => ({ id: `i${at}`, text }))
		},
		{
			people: 8,
			total: {
				people: 8,
				dots: 20,
				rows: labels.map((_, at) => ({ id: `i${at}`, count: 10, rank: 1, tied: true }))
			},
			cells: []
		}
	);

test.each(['en', 'cs'])('a report of every fixture of every kind can be made in %s', (locale) => {
	const source = sourceWith({ places: fixturePlaces });
	expect(fixturePlaces.length).toBeGreaterThan(20);
	const report = makeReport(source, wordsIn(locale), locale);
	expect(report.sections.map(({ id }) => id)).toContain('plan');
	expect(parseReport(JSON.parse(toJson(report)))).toEqual(published(report));
	const ids = report.sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => ('line' in block ? [block.line.id] : []))
	);
	expect(new Set(ids).size).toBe(ids.length);
});

test('a published report says nothing about what was changed, and publishing it again changes nothing', () => {
	const report = makeReport(sourceWith({ places: fixturePlaces }), t, 'en');
	expect(toJson(report)).not.toMatch(/"(?:edit|original|state)":/);
	expect(published(report)).toEqual(report);
	expect(parseReports([report, { format: 'other' }]).get('en')).toEqual(
		JSON.parse(JSON.stringify(report))
	);
	expect(parseReport({ ...report, format: 'plenum-report/2' })).toBeUndefined();
});

test('no group in the room stands for one to k minus one people, and none can be subtracted', () => {
	const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 7 });
	fc.assert(
		fc.property(counts, fc.integer({ min: 3, max: 10 }), (numbers, k) => {
			const spheres = numbers.map((count, at) => ({ id: `s${at}`, label: `S${at}`, count }));
			const room = roomOf({ spheres, k }, t);
			const sum = room.groups.reduce((all, { count }) => all + count, 0);
			for (const { count } of room.groups) expect(count).toBeGreaterThanOrEqual(k);
			expect(room.people ?? 0).toBe(sum);
			expect(sum === 0 || sum === numbers.reduce((a, b) => a + b, 0)).toBe(true);
		})
	);
});

test('fewer than k answers leave no number in a report of a kind that counts people', () => {
	const kinds = fixturePlaces.filter(({ activity }) => activity.disclosure === 'people');
	expect(kinds.length).toBeGreaterThan(5);
	for (const place of kinds) {
		const { activity, settings } = place;
		for (let people = 1; people < 5; people++) {
			const shown = disclose(
				activity,
				settings,
				[],
				[{ id: 't', source: 'hands', people, counts: {} }]
			);
			if (shown.total !== undefined) expect(settings.min_cell).toBeLessThan(5);
			else {
				const places = [{ ...place, shown }];
				const report = makeReport(sourceWith({ places, spheres: [] }), t, 'en');
				const own = report.sections
					.filter(({ id }) => id !== 'method')
					.flatMap(({ blocks }) => blocks)
					.filter(({ type }) => type === 'bars' || type === 'table');
				expect(own, place.id).toEqual([]);
			}
		}
	}
});

test('a split names no group of fewer than k people', () => {
	const settings = {
		...exampleSettings('vote', 'Where?'),
		dots: 1,
		items: [
			{ id: 'a', text: 'Letters' },
			{ id: 'b', text: 'Flats' }
		],
		breakdown_by: 'role' as const
	};
	const person = fc.record({
		role: fc.constantFrom('town', 'newcomers', 'state', undefined),
		item: fc.constantFrom('a', 'b')
	});
	fc.assert(
		fc.property(fc.array(person, { maxLength: 40 }), (people) => {
			const contributions = people.map(({ role, item }, at) => ({
				id: `p${at}.me`,
				person: `p${at}`,
				source: 'phone' as const,
				...(role ? { role } : {}),
				body: { dots: { [item]: 1 } }
			}));
			const shown = disclose(kindOf('vote'), settings, contributions, [], {
				by: 'role',
				labelOf: (id) => id ?? 'Others'
			});
			const places = [placeOf('v', 'vote', settings, shown)];
			const report = makeReport(sourceWith({ places }), t, 'en');
			for (const [, count] of toJson(report).matchAll(
				/"(?:town|newcomers|state|Others) \((\d+)\)"/g
			)) {
				expect(Number(count)).toBeGreaterThanOrEqual(5);
			}
		})
	);
});

test('a hidden line is in no output, whatever was hidden', () => {
	const places = fixturePlaces;
	const draft = draftReport(sourceWith({ places }), t, 'en');
	const lines = draft.sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => {
			if (block.type === 'list' || block.type === 'quotes') return block.lines;
			if (block.type === 'bars') return block.rows.map(({ line }) => line);
			return 'line' in block ? [block.line] : [];
		})
	);
	fc.assert(
		fc.property(fc.subarray(lines, { minLength: 1 }), (chosen) => {
			const edits = Object.fromEntries(chosen.map(({ id }) => [id, { hidden: true }]));
			const report = makeReport(sourceWith({ places, edits }), t, 'en');
			const text = everything(report);
			for (const { id } of chosen) expect(text).not.toContain(JSON.stringify(id));
		}),
		{ numRuns: 30 }
	);
});

test('an action that is hidden is in no table, file, first page or promise', () => {
	const edits = { 'first-steps.actions1.a1': { hidden: true } };
	const source = sourceWith({
		places: [plan('Letters in plain words'), vote('Letters in plain words', 'Night buses')],
		edits
	});
	const report = makeReport(source, t, 'en');
	expect(firstActions(report)).toEqual([]);
	expect(everything(report)).not.toContain('Letters in plain words');
	expect(everything(report)).toContain('Night buses');
});

test('words the facilitator changed read the same wherever they stand, in every language', () => {
	const edits = { 'priorities.bars1.i0': { hidden: false, text: 'Letters' } };
	const places = [
		vote('Letters from Mrs Novak', 'Flats'),
		plan('Write', { why: 'Letters from Mrs Novak' })
	];
	for (const locale of ['en', 'cs']) {
		const report = makeReport(sourceWith({ places, edits }), wordsIn(locale), locale);
		expect(everything(report)).not.toContain('Novak');
		expect(actionsOf(report)[0]?.cells.why?.text).toBe('Letters');
	}
});

test('a sentence of the tool put in other words stays in its language', () => {
	const edits = { 'session.intro@en': { hidden: false, text: 'We talked.' } };
	const intro = (locale: string): string =>
		makeReport(sourceWith({ edits }), wordsIn(locale), locale).intro.text;
	expect(intro('en')).toBe('We talked.');
	expect(intro('cs')).toMatch(/^21 lidí/);
});

test('a quote is in the report only when it was chosen by hand', () => {
	const settings = exampleSettings('ideas', 'What works?');
	const place = placeOf('ideas', 'ideas', settings, {
		people: 9,
		total: { people: 9, cards: [{ id: 'c1', text: 'The librarian helps', person: 'x' }] },
		cells: []
	});
	const textWith = (edits: ReportSource['edits']): string =>
		everything(makeReport(sourceWith({ places: [place], edits }), t, 'en'));
	expect(textWith({})).not.toContain('librarian');
	const chosen = { hidden: false, text: 'The librarian helps' };
	expect(textWith({ 'ideas.quotes1.c1': chosen })).toContain('The librarian helps');
	expect(textWith({ 'ideas.quotes1.c1': { ...chosen, hidden: true } })).not.toContain('librarian');
});

test('nothing from a sensitive step is quoted, even when somebody chose it', () => {
	for (const place of fixturePlaces) {
		const report = draftReport(
			sourceWith({
				places: [
					{ ...place, settings: { ...place.settings, sensitive: true }, openness: 'numbers' }
				]
			}),
			t,
			'en'
		);
		const types = report.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type));
		for (const type of ['list', 'quotes', 'actions']) expect(types, place.id).not.toContain(type);
	}
});

test('a vote on sensitive words themselves leaves only that it took place', () => {
	const place = { ...vote('My son was beaten', 'Flats'), openness: 'nothing' as const };
	const text = everything(makeReport(sourceWith({ places: [place] }), t, 'en'));
	expect(text).not.toContain('beaten');
	expect(text).toContain('Where do we begin?');
});

/** Reads RFC 4180 back. */
function readCsv(csv: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g;
	for (const [, cell = '', end] of csv.replace(/^\ufeff/, '').matchAll(cells)) {
		row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
		if (end === '\r\n') {
			rows.push(row);
			row = [];
		}
	}
	return rows;
}
const action = (what: string, who: string): ActionRow => ({
	id: 'a',
	status: 'new',
	cells: { what: { id: 'a.what', text: what }, who: { id: 'a.who', text: who } }
});

test('a CSV read back gives the same words, and no cell can be run by a spreadsheet', () => {
	const word = fc.oneof(
		fc.string(),
		fc.constantFrom('=1+1', '@cmd', '+49', '-2', 'a,"b"\r\nc', 'Příliš', '\t=x')
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(word, word), { maxLength: 5 }), (rows) => {
			const csv = toCsv(rows.map(([what, who]) => action(what, who)));
			expect(csv.startsWith('\ufeffwhat,why,who,with,first_step,when,')).toBe(true);
			const read = readCsv(csv).slice(1);
			expect(read.length).toBe(rows.length);
			read.forEach((cells, at) => {
				const [what, who] = rows[at] ?? [];
				expect(cells.length).toBe(10);
				for (const [cell, text] of [
					[cells[0], what],
					[cells[2], who]
				]) {
					expect(cell === text || cell === `'${text}`).toBe(true);
					expect(cell ?? '').not.toMatch(/^[=+\-@\t\r]/);
				}
			});
		})
	);
});
