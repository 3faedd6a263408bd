import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import { heading, note, splitTable } from '../engines/choose/blocks.ts';
import { comparisons } from './compare.ts';
import type { ScaleResult, StatementResult } from './reduce.ts';
import { nameOf, pointsOf, type ScaleSettings } from './schema.ts';

export function report(
	settings: ScaleSettings,
	shown: Disclosed<ScaleResult>,
	t: Translate,
	before?: Disclosed<ScaleResult>
): readonly ReportBlock[] {
	const { total } = shown;
	if (!total) return [...heading(settings), ...note(shown, settings, t, 'scale')];
	const [only] = total.statements;
	const alone = total.statements.length === 1 && only && !only.withheld;
	return [
		...heading(settings),
		...(alone ? bars(settings, only, t) : [table(settings, total, t)]),
		{ type: 'paragraph', text: t('scale-people', { people: total.people }) },
		...compared(settings, shown, t, before),
		...splitTable(shown, t('scale-statement'), (result) =>
			settings.statements.map(({ id, text }) => [
				text,
				medianText(result.statements.find((one) => one.id === id))
			])
		),
		...note(shown, settings, t, 'scale')
	];
}

function bars(
	settings: ScaleSettings,
	only: StatementResult,
	t: Translate
): readonly ReportBlock[] {
	const rows = pointsOf(settings).map((point, at) => ({
		id: String(point),
		label: nameOf(settings, point),
		count: only.counts[at] ?? 0
	}));
	const unsure = { id: 'dont-know', label: t('scale-dont-know'), count: only.dontKnow };
	return [
		...settings.statements.map(({ text }): ReportBlock => ({ type: 'paragraph', text })),
		{ type: 'bars', unit: t('scale-unit'), rows: settings.dont_know ? [...rows, unsure] : rows }
	];
}

function table(settings: ScaleSettings, total: ScaleResult, t: Translate): ReportBlock {
	const texts = new Map(settings.statements.map(({ id, text }) => [id, text]));
	return {
		type: 'table',
		columns: [
			t('scale-statement'),
			...pointsOf(settings).map((point) => nameOf(settings, point)),
			...(settings.dont_know ? [t('scale-dont-know')] : []),
			t('scale-median')
		],
		rows: total.statements.map((statement) => {
			const numbers = [...statement.counts, ...(settings.dont_know ? [statement.dontKnow] : [])];
			return [
				texts.get(statement.id) ?? '',
				...numbers.map((n) => (statement.withheld ? '–' : String(n))),
				medianText(statement)
			];
		}),
		...(total.statements.some((one) => one.withheld)
			? { caption: t('scale-some-withheld', { least: settings.min_cell }) }
			: {})
	};
}

function compared(
	settings: ScaleSettings,
	shown: Disclosed<ScaleResult>,
	t: Translate,
	before: Disclosed<ScaleResult> | undefined
): readonly ReportBlock[] {
	const rows = comparisons(settings, before, shown);
	if (rows.length === 0) return [];
	return [
		{
			type: 'table',
			caption: t('scale-compared'),
			columns: [t('scale-statement'), t('scale-before'), t('scale-after')],
			rows: rows.map((row) => [
				row.text,
				t('scale-median-of', { median: row.before, people: row.peopleBefore }),
				t('scale-median-of', { median: row.after, people: row.peopleAfter })
			])
		}
	];
}

const medianText = (statement: StatementResult | undefined): string =>
	statement?.median === undefined ? '–' : String(statement.median);
