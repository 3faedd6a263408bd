import type { Block, ReportText, TableRow, ActionRow, TextEdit } from './model.ts';
import type { ReportEdits } from './source.ts';

/** Who worded a line. What people wrote reads the same in every language; what the tool wrote does not. */
export type Author = 'people' | 'tool';

/** Makes lines with what the facilitator did to them. */
export interface Lines {
	readonly text: (id: string, text: string, author: Author, lang?: string) => ReportText;
	/** A quote: in the report only once somebody has chosen it, which keeps its words as an edit. */
	readonly quote: (id: string, text: string, lang?: string) => ReportText;
	/** A line that is empty until the facilitator writes it. */
	readonly free: (id: string) => ReportText;
	readonly row: (id: string, original: string) => TextEdit;
}

export function linesWith(edits: ReportEdits, locale: string): Lines {
	const hidden = (id: string): boolean => edits[id]?.hidden === true;
	const make = (
		id: string,
		key: string,
		original: string,
		text: string,
		state: TextEdit['state'],
		lang?: string
	): ReportText => ({
		id,
		text,
		...(lang === undefined ? {} : { lang }),
		edit: { key, original, state: hidden(id) || hidden(key) ? 'hidden' : state }
	});
	return {
		text: (id, text, author, lang) => {
			const key = author === 'people' ? id : `${id}@${locale}`;
			return make(id, key, text, edits[key]?.text ?? text, 'shown', lang);
		},
		quote: (id, text, lang) => {
			const chosen = edits[id]?.text;
			return make(id, id, text, chosen ?? text, chosen === undefined ? 'offered' : 'shown', lang);
		},
		free: (id) => {
			const key = `${id}@${locale}`;
			const text = edits[key]?.text ?? '';
			return make(id, key, '', text, text === '' ? 'empty' : 'shown');
		},
		row: (id, original) => ({ key: id, original, state: hidden(id) ? 'hidden' : 'shown' })
	};
}

/** True for what everybody may read. */
export const isShown = ({ edit }: { readonly edit?: TextEdit | undefined }): boolean =>
	edit === undefined || edit.state === 'shown';

/** Every line of a block, changed; the block's rows keep their order. */
export function mapBlock(
	block: Block,
	line: (line: ReportText) => ReportText,
	tableRow: (row: TableRow) => TableRow,
	actionRow: (row: ActionRow) => ActionRow
): Block {
	switch (block.type) {
		case 'heading':
		case 'paragraph':
			return { ...block, line: line(block.line) };
		case 'list':
		case 'quotes':
			return { ...block, lines: block.lines.map(line) };
		case 'bars':
			return { ...block, rows: block.rows.map((row) => ({ ...row, line: line(row.line) })) };
		case 'table':
			return { ...block, rows: block.rows.map(tableRow) };
		case 'actions':
			return { ...block, rows: block.rows.map(actionRow) };
		default:
			return block satisfies never;
	}
}
