import { expect, test } from 'vitest';
import { loadTranslator } from '#lib/i18n/messages.ts';
import type { Listing } from '#lib/script/listing.ts';
import type { SessionRow } from '#lib/storage/sessions.ts';
import { languageWords } from './language-words.ts';
import { sectionOf } from './sections.ts';
import { groupSessions, nextScreen } from './session-row.ts';
import { noticesOf } from './storage-notices.ts';
import { ANYTHING, filterWorkshops } from './workshop-filter.ts';
import { workshopRow, type WorkshopRow } from './workshop-row.ts';

const listing: Listing = {
	id: 'integration-workshop',
	version: '0.1.0',
	status: 'pilot',
	language: 'en',
	titles: { en: 'Integration workshop', cs: 'Integrační workshop' },
	summaries: { en: 'Four to six actions.' },
	minutes: 210,
	group_size: '24 (14-36)',
	languages: ['en', 'cs', 'en-simple']
};

const row = (change: Partial<WorkshopRow> = {}): WorkshopRow => ({
	...workshopRow(listing, 'en', undefined),
	...change
});

test('a workshop is listed in the reader’s language, and says where it is not', () => {
	const { title, summary } = workshopRow(listing, 'cs', undefined);
	expect(title).toEqual({ text: 'Integrační workshop', lang: 'cs' });
	expect(summary).toEqual({ text: 'Four to six actions.', lang: 'en' });
});

test('simple words are not counted as a language', () => {
	expect(row().languages.map(({ locale }) => locale)).toEqual(['en', 'cs']);
});

test('a search finds words without their accents, in any order', () => {
	const czech = workshopRow(listing, 'cs', undefined);
	const found = (text: string) => filterWorkshops([czech], { ...ANYTHING, text }).length;
	expect([found('integracni'), found('WORKSHOP integrační'), found('pilot')]).toEqual([1, 1, 0]);
});

test('a workshop fits a length, a size of group and languages only together', () => {
	const rows = [
		row(),
		row({ id: 'long', minutes: 420, people: { best: 60, least: 45, most: 90 } }),
		row({ id: 'czech-only', languages: [{ locale: 'cs', percent: 100, state: 'ready' }] })
	];
	const ids = (wanted: Partial<typeof ANYTHING>) =>
		filterWorkshops(rows, { ...ANYTHING, ...wanted }).map(({ id }) => id);
	expect(ids({ length: 'half' })).toEqual(['integration-workshop', 'czech-only']);
	expect(ids({ group: 'large' })).toEqual(['long']);
	expect(ids({ group: 'middle', languages: ['en'] })).toEqual(['integration-workshop']);
	expect(ids({})).toHaveLength(3);
});

test('a language that may not be offered does not count as there', () => {
	const half = row({ languages: [{ locale: 'cs', percent: 60, state: 'incomplete' }] });
	expect(filterWorkshops([half], { ...ANYTHING, languages: ['cs'] })).toEqual([]);
});

test('few languages are named with their state, many are counted', async () => {
	const t = await loadTranslator('en', ['library']);
	const many = ['en', 'cs', 'sk', 'de'].map((locale) => ({
		locale,
		percent: 100,
		state: 'ready' as const
	}));
	expect(languageWords(t, 'en', many.slice(0, 2))).toBe('English and Czech');
	expect(languageWords(t, 'en', [{ locale: 'cs', percent: 92, state: 'incomplete' }])).toBe(
		'Czech (92 %)'
	);
	expect(languageWords(t, 'en', [...many, { locale: 'uk', percent: 100, state: 'draft' }])).toBe(
		'4 languages, 1 draft'
	);
	expect(languageWords(t, 'en', many)).toBe('4 languages');
});

const session = (id: string, change: Partial<SessionRow>): SessionRow => ({
	version: 1,
	id,
	role: 'facilitator',
	created: 0,
	updated: 0,
	status: 'prepared',
	title: 'Integration workshop',
	place: 'Lindova',
	date: '2026-12-08',
	snapshot: {},
	setup: {},
	keepDays: 30,
	...change
});

test('a session leads to what it needs next', () => {
	expect(
		(['prepared', 'running', 'ended'] as const).map((status) => nextScreen({ status }))
	).toEqual(['prepare', 'run', 'report']);
});

test('sessions in which this device only takes part are not among mine', () => {
	const groups = groupSessions([
		session('a', { status: 'running' }),
		session('b', {}),
		session('c', { role: 'participant', status: 'running' })
	]);
	expect(groups.goingOn.map(({ id }) => id)).toEqual(['a']);
	expect(groups.others.map(({ id }) => id)).toEqual(['b']);
});

test('every trouble of the storage is said, and silence means that all is kept', () => {
	const well = { state: 'ok', lost: false, full: false, outdated: false } as const;
	expect(noticesOf(well)).toEqual([]);
	expect(noticesOf({ ...well, state: 'memory', full: true })).toEqual(['memory', 'full']);
	expect(noticesOf({ ...well, lost: true, outdated: true })).toEqual(['lost', 'outdated']);
});

test('the header marks the part an address belongs to', () => {
	expect(sectionOf('/workshops/x', '')).toBe('workshops');
	expect(sectionOf('/', '#sessions')).toBe('sessions');
	expect(sectionOf('/sessions/1/prepare', '')).toBe('sessions');
	expect(sectionOf('/settings', '')).toBe('settings');
});
