import { toCsv } from '#lib/report/csv.ts';
import { toJson } from '#lib/report/json.ts';
import { actionsOf, type Report } from '#lib/report/model.ts';

/** A file made of a published report. */
export interface ReportFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** The name says when and what, in letters every system can keep. */
const nameOf = ({ date, workshop, locale }: Report, end: string): string =>
	['plenum', date, workshop.id, locale].filter(Boolean).join('-') + end;

export const csvFile = (report: Report): ReportFile => ({
	name: nameOf(report, '-actions.csv'),
	bytes: new TextEncoder().encode(toCsv(actionsOf(report)))
});

export const jsonFile = (report: Report): ReportFile => ({
	name: nameOf(report, '.json'),
	bytes: new TextEncoder().encode(toJson(report))
});
