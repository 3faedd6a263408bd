import { stagePages, twice } from '../engines/choose/stage-fit.ts';
import type { ActionPlanResult } from './reduce.ts';
import type { ActionPlanSettings, Column } from './schema.ts';

/** Which actions stand on which stage page. */
export const planPages = (settings: ActionPlanSettings, { actions }: ActionPlanResult) =>
	stagePages(
		twice(settings.prompt ?? ''),
		actions.map(({ what }) => ({ label: what })),
		{ width: 75, gap: 3.5, foot: true, size: 'body' }
	);

/** Columns asked together: a few fields on each phone screen, nothing to scroll. */
const SCREENS: readonly (readonly Column[])[] = [
	['what', 'why'],
	['who', 'with'],
	['first_step', 'when'],
	['money', 'success', 'help_needed']
];

/** One phone screen of the form: which item it answers, or some of the columns. */
export type FormScreen =
	{ readonly type: 'item' } | { readonly type: 'columns'; readonly columns: readonly Column[] };

/** The screens of the form, without those that have nothing to ask. */
export function formScreens(
	columns: readonly Column[],
	hasItems: boolean
): readonly [FormScreen, ...FormScreen[]] {
	const groups = SCREENS.map((group) => group.filter((column) => columns.includes(column)));
	const asked = groups
		.filter((group) => group.length > 0)
		.map((columns): FormScreen => ({ type: 'columns', columns }));
	const [first = { type: 'columns', columns: ['what'] } as const, ...rest] = asked;
	return hasItems ? [{ type: 'item' }, first, ...rest] : [first, ...rest];
}
