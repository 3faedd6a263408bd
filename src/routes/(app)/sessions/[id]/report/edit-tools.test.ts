import { expect, test } from 'vitest';
import { linesWith } from '#lib/report/lines.ts';
import type { ReportText } from '#lib/report/model.ts';
import type { ReportEdits } from '#lib/report/source.ts';
import { reworded, toggled } from './edit-tools.ts';

type Press = ReturnType<typeof toggled> | undefined;

/** What the log keeps of a press. */
function after(edits: ReportEdits, press: Press): ReportEdits {
	if (!press) return edits;
	const { line, hidden = false, text } = press;
	const others = Object.fromEntries(Object.entries(edits).filter(([id]) => id !== line));
	if (!hidden && text === undefined) return others;
	return { ...others, [line]: text === undefined ? { hidden } : { hidden, text } };
}
const toggle = (line: ReportText): Press => line.edit && toggled(line.id, line.edit, line.text);

test('hide and show again give back a line with the words it had', () => {
	const line = (edits: ReportEdits) => linesWith(edits, 'en').text('v.a', 'Flats', 'people');
	const said = after({}, reworded(line({}), 'Homes'));
	const hidden = after(said, toggle(line(said)));
	expect(line(hidden).edit?.state).toBe('hidden');
	const shown = after(hidden, toggle(line(hidden)));
	expect(line(shown)).toMatchObject({ text: 'Homes', edit: { state: 'shown' } });
	expect(after(shown, reworded(line(shown), ''))).toEqual({});
});

test('a sentence of the tool is hidden in every language and reworded in one', () => {
	const line = (edits: ReportEdits, locale: string) =>
		linesWith(edits, locale).text('p1', `Sentence ${locale}`, 'tool');
	const said = after({}, reworded(line({}, 'en'), 'Other'));
	expect([line(said, 'en').text, line(said, 'cs').text]).toEqual(['Other', 'Sentence cs']);
	const hidden = after(said, toggle(line(said, 'en')));
	expect(['en', 'cs'].map((tag) => line(hidden, tag).edit?.state)).toEqual(['hidden', 'hidden']);
	const shown = after(hidden, toggle(line(hidden, 'en')));
	expect(line(shown, 'en')).toMatchObject({ text: 'Other', edit: { state: 'shown' } });
});

test('a quote is offered, taken in, hidden and shown again', () => {
	const line = (edits: ReportEdits) => linesWith(edits, 'en').quote('q', 'My words');
	expect(line({}).edit?.state).toBe('offered');
	const taken = after({}, toggle(line({})));
	expect(line(taken)).toMatchObject({ text: 'My words', edit: { state: 'shown' } });
	const hidden = after(taken, toggle(line(taken)));
	expect(line(hidden).edit?.state).toBe('hidden');
});

test('a free line appears when it is written and goes when it is emptied', () => {
	const line = (edits: ReportEdits) => linesWith(edits, 'en').free('session.next');
	expect(line({}).edit?.state).toBe('empty');
	const written = after({}, reworded(line({}), ' Tuesday '));
	expect(line(written)).toMatchObject({ text: 'Tuesday', edit: { state: 'shown' } });
	expect(after(written, reworded(line(written), ''))).toEqual({});
});
