import type { ReportBlock, Translate } from '#lib/activities/activity.ts';
import type { Author, Lines } from './lines.ts';
import { ACTION_FIELDS, type ActionField, type Block, type ReportText } from './model.ts';
import type { ReportPlace } from './source.ts';

const VERBATIM: ReadonlySet<ReportBlock['type']> = new Set(['list', 'quotes', 'actions']);

/** What a kind reports, cut down to what the place's openness allows. */
function allowed(place: ReportPlace, t: Translate): readonly ReportBlock[] {
	const { activity, settings, shown, before, openness } = place;
	const all = activity.report(settings, shown, t, before);
	const note: ReportBlock = { type: 'paragraph', text: t('report-sensitive') };
	switch (openness) {
		case 'words':
			return all;
		case 'numbers': {
			const kept = all.filter(({ type }) => !VERBATIM.has(type));
			return kept.length < all.length ? [...kept, note] : kept;
		}
		case 'nothing':
			return [...all.filter(({ type }) => type === 'heading').slice(0, 1), note];
		default:
			return openness satisfies never;
	}
}

/**
 * The blocks of one place with an id on every line: `<place>.<type><n>.<line>`, where `n` counts blocks
 * of that type, so that ids stay when other blocks come and go.
 */
export function kindBlocks(
	place: ReportPlace,
	lines: Lines,
	brief: ReadonlySet<ReportBlock['type']>,
	t: Translate
): readonly Block[] {
	const seen = new Map<string, number>();
	return allowed(place, t).map((block): Block => {
		const n = (seen.get(block.type) ?? 0) + 1;
		seen.set(block.type, n);
		const at = `${place.id}.${block.type}${n}`;
		const author: Author = place.activity.produces === 'counts' ? 'tool' : 'people';
		return { brief: brief.has(block.type), ...convert(block, at, author, lines) };
	});
}

function convert(block: ReportBlock, at: string, author: Author, lines: Lines) {
	switch (block.type) {
		case 'heading':
		case 'paragraph':
			return {
				type: block.type,
				line: lines.text(at, block.text, 'tool', 'lang' in block ? block.lang : undefined)
			};
		case 'list':
			return {
				type: block.type,
				lines: block.items.map((item) =>
					lines.text(`${at}.${item.id}`, item.text, 'people', item.lang)
				)
			};
		case 'quotes':
			return {
				type: block.type,
				lines: block.items.map((item) => lines.quote(`${at}.${item.id}`, item.text, item.lang))
			};
		case 'bars':
			return {
				type: block.type,
				unit: block.unit,
				rows: block.rows.map(({ id, label, lang, count }) => ({
					line: lines.text(`${at}.${id}`, label, author, lang),
					count
				}))
			};
		case 'table':
			return {
				type: block.type,
				columns: block.columns,
				caption: block.caption,
				rows: block.rows.map((cells, index) => {
					const id = `${at}.${index + 1}`;
					return { id, cells, edit: lines.row(id, cells[0] ?? '') };
				})
			};
		case 'actions':
			return {
				type: block.type,
				rows: block.rows.map((action) => {
					const id = `${at}.${action.id}`;
					const cells: Partial<Record<ActionField, ReportText>> = {};
					for (const field of ACTION_FIELDS) {
						const text = action[field];
						if (text !== undefined) cells[field] = lines.text(`${id}.${field}`, text, 'people');
					}
					return { id, cells, status: action.status, edit: lines.row(id, action.what) };
				})
			};
		default:
			return block satisfies never;
	}
}
