import * as v from 'valibot';
import { ACTION_FIELDS, ACTION_STATES, REPORT_FORMAT, SECTIONS, type Report } from './model.ts';
import { published } from './publish.ts';

const text = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.object({ id: text, text, lang: v.optional(text) });
const texts = v.array(text);
const brief = v.boolean();
const block = v.variant('type', [
	v.object({ type: v.picklist(['heading', 'paragraph']), brief, line }),
	v.object({ type: v.picklist(['list', 'quotes']), brief, lines: v.array(line) }),
	v.object({
		type: v.literal('bars'),
		brief,
		unit: v.optional(text),
		rows: v.array(v.object({ line, count }))
	}),
	v.object({
		type: v.literal('table'),
		brief,
		columns: texts,
		caption: v.optional(text),
		rows: v.array(v.object({ id: text, cells: texts }))
	}),
	v.object({
		type: v.literal('actions'),
		brief,
		rows: v.array(
			v.object({
				id: text,
				status: v.picklist(ACTION_STATES),
				cells: v.object(v.entriesFromList(ACTION_FIELDS, v.optional(line)))
			})
		)
	})
]);

const schema = v.object({
	format: v.literal(REPORT_FORMAT),
	locale: text,
	workshop: v.object({ id: text, title: text, version: text, digest: text, variants: texts }),
	place: text,
	date: text,
	title: line,
	intro: line,
	next: v.optional(line),
	people: v.optional(count),
	groups: v.array(v.object({ id: text, label: text, count })),
	least: count,
	merged: v.boolean(),
	sections: v.array(v.object({ id: v.picklist(SECTIONS), title: text, blocks: v.array(block) }))
});

/** The report for other programs: `plenum-report/1`, and nothing that the page would not show. */
export const toJson = (report: Report): string =>
	`${JSON.stringify(published(report), null, '\t')}\n`;

/** The door for reports from the device or a file; undefined when it is none this version knows. */
export function parseReport(data: unknown): Report | undefined {
	const read = v.safeParse(schema, data);
	return read.success ? read.output : undefined;
}

/** A session's reports by language as they are kept on the device after raw answers are gone. */
export function parseReports(data: unknown): ReadonlyMap<string, Report> {
	const list = v.safeParse(v.array(v.unknown()), data);
	const reports = list.success ? list.output.flatMap((each) => parseReport(each) ?? []) : [];
	return new Map(reports.map((report) => [report.locale, report]));
}
