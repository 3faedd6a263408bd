import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import type { PledgeResult } from './reduce.ts';
import type { PledgeSettings } from './schema.ts';

/** Shared promises as actions without an owner, and how many were kept private. */
export function report(
	settings: PledgeSettings,
	shown: Disclosed<PledgeResult>,
	t: Translate
): readonly ReportBlock[] {
	const result = shown.total ?? { kept: 0, shared: [] };
	const actions = new Map(settings.items?.map(({ id, text }) => [id, text]));
	const count = { all: result.kept + result.shared.length, kept: result.kept };
	const listed = settings.sensitive ? [] : result.shared;
	return [
		{ type: 'heading', text: settings.prompt ?? t('pledge-name') },
		{ type: 'paragraph', text: t(count.all === 0 ? 'pledge-none' : 'pledge-count', count) },
		...(listed.length > 0
			? [
					{
						type: 'actions' as const,
						rows: listed.map(({ id, text, when, item }) => {
							const why = item === undefined ? undefined : actions.get(item);
							return {
								id,
								what: text,
								...(why === undefined ? {} : { why }),
								...(when === undefined ? {} : { when }),
								status: 'new' as const
							};
						})
					}
				]
			: [])
	];
}
