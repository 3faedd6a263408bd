import type { Report, ReportSection, SectionId } from '#lib/report/model.ts';

/** The two reports of one session. */
export type SheetKind = 'two-pager' | 'working';

/** Order of the two-pager: page one says what was agreed by whom, page two who does what. */
const TWO_PAGER: readonly SectionId[] = [
	'room',
	'heard',
	'plan',
	'disagreed',
	'open',
	'method',
	'went'
];

/** Sections of one of the reports; those with nothing to say are left out. */
export function sectionsOf(report: Report, kind: SheetKind): readonly ReportSection[] {
	const filled = ({ id, blocks }: ReportSection): boolean => blocks.length > 0 || id === 'room';
	if (kind === 'working') return report.sections.filter(filled);
	return TWO_PAGER.flatMap((id) => {
		const section = report.sections.find((each) => each.id === id);
		if (!section) return [];
		const blocks = section.blocks.filter(({ brief }) => brief);
		return [{ ...section, blocks }].filter(filled);
	});
}
