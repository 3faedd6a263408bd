import type { Disclosed } from '../activity.ts';
import { stagePages, twice } from '../engines/choose/stage-fit.ts';
import type { VoteResult } from './reduce.ts';
import { itemsOf, type VoteSettings } from './schema.ts';

interface VoteRow {
	readonly id: string;
	readonly label: string;
	readonly lang?: string;
	readonly count: number;
	readonly second?: { readonly label: string; readonly lang?: string };
}

/** The result with the items' words, in one language or two. */
export function barRows(
	settings: VoteSettings,
	result: VoteResult,
	second?: { readonly settings: VoteSettings; readonly locale: string }
): readonly VoteRow[] {
	const items = new Map(itemsOf(settings).map((item) => [item.id, item]));
	const others = new Map((second ? itemsOf(second.settings) : []).map((item) => [item.id, item]));
	return result.rows.map(({ id, count }) => {
		const item = items.get(id);
		const other = others.get(id);
		return {
			id,
			label: item?.text ?? '',
			count,
			...(item?.lang ? { lang: item.lang } : {}),
			...(other && other.text !== item?.text
				? { second: { label: other.text, lang: other.lang ?? second?.locale ?? '' } }
				: {})
		};
	});
}

/** Dots of each item in each shown group, in the order of the total. */
export function splitRows(settings: VoteSettings, shown: Disclosed<VoteResult>, most: number) {
	const rows = shown.total ? barRows(settings, shown.total) : [];
	return rows.slice(0, most).map((row) => ({
		...row,
		values: shown.cells.map((cell) => cell.result.rows.find(({ id }) => id === row.id)?.count ?? 0)
	}));
}

/** Which rows stand on which stage page: the same in one language and in two. */
export function votePages(settings: VoteSettings, result: VoteResult) {
	const lines = barRows(settings, result).map((row) => twice(row.label));
	return stagePages(twice(settings.prompt ?? ''), lines);
}
