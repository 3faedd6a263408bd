import { isShown, mapBlock } from './lines.ts';
import type { ActionField, ActionRow, Block, ReportText, TableRow } from './model.ts';

/** Words the facilitator took out or changed, wherever they come again. */
interface Changed {
	readonly original: string;
	/** Undefined = hidden. */
	readonly text: string | undefined;
}

/** Texts this short stand in too many sentences by chance to be looked for inside them. */
const SHORT = 8;

/** What people wrote and the facilitator hid or reworded. */
export function changedWords(blocks: readonly Block[]): readonly Changed[] {
	const of = (line: ReportText): readonly Changed[] => {
		const { edit } = line;
		if (!edit || edit.original.trim() === '' || edit.state === 'offered') return [];
		if (edit.state === 'hidden') return [{ original: edit.original, text: undefined }];
		return line.text === edit.original ? [] : [{ original: edit.original, text: line.text }];
	};
	return blocks.flatMap((block) => {
		switch (block.type) {
			case 'list':
			case 'quotes':
				return block.lines.flatMap(of);
			case 'bars':
				return block.rows.flatMap(({ line }) => of(line));
			case 'actions':
				return block.rows.flatMap((row) => {
					const what = row.cells.what;
					if (row.edit?.state !== 'hidden' || !what?.edit) return what ? of(what) : [];
					return [{ original: what.edit.original, text: undefined }];
				});
			case 'heading':
			case 'paragraph':
			case 'table':
				return [];
			default:
				return block satisfies never;
		}
	});
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the words as a whole: anywhere when long, else only as a part of an enumeration. */
function finder({ original }: Changed): RegExp {
	const before = original.length < SHORT ? '(^|· |[„“"«])' : '(^|[^\\p{L}\\p{N}])';
	return new RegExp(`${before}${escaped(original)}(?![\\p{L}\\p{N}])`, 'gu');
}

/**
 * Lets edits follow the words: an idea hidden in one step is hidden as an option of the vote and as the
 * reason of an action too; one put in other words reads the same everywhere. A line's own edit wins.
 */
export function follow(blocks: readonly Block[], changed: readonly Changed[]): readonly Block[] {
	if (changed.length === 0) return blocks;
	const exact = new Map(changed.map((each) => [each.original, each]));
	const inside = changed.map((each) => ({ each, found: finder(each) }));

	const replaced = (text: string): string | undefined => {
		const whole = exact.get(text);
		if (whole) return whole.text;
		let next = text;
		for (const { each, found } of inside) {
			if (!found.test(next)) continue;
			found.lastIndex = 0;
			const { text: other } = each;
			if (other === undefined) return undefined;
			next = next.replace(found, (_, before: string) => before + other);
		}
		return next;
	};
	const line = (own: ReportText): ReportText => {
		if (!own.edit || !isShown(own) || own.text !== own.edit.original) return own;
		const text = replaced(own.text);
		if (text === undefined) return { ...own, edit: { ...own.edit, state: 'follows' } };
		return text === own.text ? own : { ...own, text };
	};
	const tableRow = (own: TableRow): TableRow => {
		const cells = own.cells.map(replaced);
		const kept = cells.filter((cell) => cell !== undefined);
		if (kept.length === cells.length) return { ...own, cells: kept };
		return own.edit && isShown(own) ? { ...own, edit: { ...own.edit, state: 'follows' } } : own;
	};
	const actionRow = (own: ActionRow): ActionRow => {
		if (own.edit && !isShown(own)) return own;
		const cells = Object.entries(own.cells).map(([field, cell]) => [field, line(cell)] as const);
		const what = cells.find(([field]) => field === 'what')?.[1];
		const gone = what?.edit?.state === 'follows' && own.edit && isShown(own);
		return {
			...own,
			cells: Object.fromEntries(cells) as Partial<Record<ActionField, ReportText>>,
			...(gone && own.edit ? { edit: { ...own.edit, state: 'follows' as const } } : {})
		};
	};
	return blocks.map((block) => mapBlock(block, line, tableRow, actionRow));
}
