import { describe, expect, test } from 'vitest';
import { makeSnapshot, parseSnapshot } from '#lib/script/snapshot.ts';
import { compiled, filesOf, replace } from './support.ts';

const original = compiled(await filesOf('local-integration'));
const edited = async (edit: (text: string, path: string) => string) =>
	compiled(await filesOf('local-integration', edit)).digest;
const inScript = (from: string, to: string) => (text: string, path: string) =>
	path === 'workshop.yaml' ? replace(text, from, to) : text;
const inCzech = (from: string, to: string) => (text: string, path: string) =>
	path === 'i18n/cs.yaml' ? replace(text, from, to) : text;

describe('the digest stays the same', () => {
	test.each([
		['with a comment', inScript('status: pilot', '# tried twice\nstatus: pilot # so far')],
		['with fields in another order', inScript('version: 1.3.0\nstatus: pilot', 'status: pilot\nversion: 1.3.0')],
		['with other quotation marks', inScript('status: pilot', "status: 'pilot'")],
		['with a default written out', inScript('minutes: 10\n', 'minutes: 10\n        need: must\n')],
		['with fields on lines of their own', inScript('duration: { target: 150, buffer: 10 }', 'duration:\n  target: 150\n  buffer: 10')],
		['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')]
	])('%s', async (_, edit) => {
		expect(await edited(edit)).toBe(original.digest);
	});
});

describe('the digest changes', () => {
	test.each([
		['with a text', inScript('Where are we today?', 'Where are we now?')],
		['with a minute', inScript('minutes: 15 (10-20)', 'minutes: 15 (11-20)')],
		['with a translation', inCzech('Radnice', 'Městský úřad')],
		['with a page', (text: string, path: string) => (path.endsWith('what.md') ? `${text}\nMore.\n` : text)],
	])('%s', async (_, edit) => {
		expect(await edited(edit)).not.toBe(original.digest);
	});

	test('with one byte of a picture', async () => {
		const files = await filesOf('local-integration');
		const digests = ['0', '1'].map((digit) => {
			const media = new Map([['media/town.svg', { size: 9, sha256: digit.repeat(64) }]]);
			return compiled({ ...files, media }).digest;
		});
		expect(new Set([...digests, original.digest]).size).toBe(3);
	});
});

describe('a session snapshot', () => {
	const snapshot = makeSnapshot(original, {
		variants: ['short'],
		choices: {},
		languages: { participants: ['en', 'cs'], stage: ['en', 'cs'] }
	});

	test('comes back whole from a file and from a database', () => {
		const fromFile: unknown = JSON.parse(JSON.stringify(snapshot));
		expect(parseSnapshot(fromFile)).toEqual({ ok: true, value: snapshot });
		expect(parseSnapshot(structuredClone(snapshot))).toEqual({ ok: true, value: snapshot });
	});

	test.each([
		['a changed text', { ...snapshot, script: { ...snapshot.script, title: 'Another' } }],
		['another version', { ...snapshot, version: '9.9.9' }],
		['a missing phase list', { ...snapshot, script: { ...snapshot.script, phases: undefined } }],
		['something else', 'snapshot'],
		['nothing', null]
	])('is refused in plain words with %s', (_, data) => {
		const outcome = parseSnapshot(data);
		expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['snapshot']);
	});
});
