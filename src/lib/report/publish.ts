import { isShown } from './lines.ts';
import type { ActionField, ActionRow, Block, Report, ReportText } from './model.ts';

const bare = (line: ReportText): ReportText => ({
	id: line.id,
	text: line.text,
	...(line.lang === undefined ? {} : { lang: line.lang })
});

function bareRow(row: ActionRow): ActionRow {
	const cells = Object.entries(row.cells)
		.filter(([, cell]) => isShown(cell))
		.map(([field, cell]) => [field, bare(cell)]);
	return {
		id: row.id,
		status: row.status,
		cells: Object.fromEntries(cells) as Partial<Record<ActionField, ReportText>>
	};
}

function bareBlock(block: Block): readonly Block[] {
	switch (block.type) {
		case 'heading':
		case 'paragraph':
			return isShown(block.line) ? [{ ...block, line: bare(block.line) }] : [];
		case 'list':
		case 'quotes': {
			const lines = block.lines.filter(isShown).map(bare);
			return lines.length > 0 ? [{ ...block, lines }] : [];
		}
		case 'bars': {
			const rows = block.rows.filter(({ line }) => isShown(line));
			return rows.length > 0
				? [{ ...block, rows: rows.map((row) => ({ ...row, line: bare(row.line) })) }]
				: [];
		}
		case 'table': {
			const rows = block.rows.filter(isShown).map(({ id, cells }) => ({ id, cells }));
			return rows.length > 0 ? [{ ...block, rows }] : [];
		}
		case 'actions': {
			const rows = block.rows.filter((row) => isShown(row)).map(bareRow);
			return rows.length > 0 ? [{ ...block, rows }] : [];
		}
		default:
			return block satisfies never;
	}
}

/** A heading with nothing below it says nothing. */
const withoutBareHeadings = (blocks: readonly Block[]): readonly Block[] =>
	blocks.filter((block, at) => {
		const next = blocks[at + 1];
		return block.type !== 'heading' || (next !== undefined && next.type !== 'heading');
	});

/**
 * The report as everybody may see it: nothing hidden, nothing offered, no trace of what was changed.
 * Publishing a published report changes nothing.
 */
export function published(draft: Report): Report {
	const { next, title, intro, sections, ...rest } = draft;
	return {
		...rest,
		title: isShown(title) ? bare(title) : { id: title.id, text: '' },
		intro: isShown(intro) ? bare(intro) : { id: intro.id, text: '' },
		...(next && isShown(next) ? { next: bare(next) } : {}),
		sections: sections
			.map((section) => ({
				...section,
				blocks: withoutBareHeadings(section.blocks.flatMap(bareBlock))
			}))
			.filter(({ blocks, id }) => blocks.length > 0 || id === 'room')
	};
}
