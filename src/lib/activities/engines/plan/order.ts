/** What an order of actions needs of each. */
interface Dated {
	readonly id: string;
	readonly item?: string;
	readonly when?: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Actions by the item they answer (in the order of the earlier step, those without one last), then by
 * day (those without one last), then by id: the same on every device.
 */
export function inPlanOrder<Action extends Dated>(
	items: readonly { readonly id: string }[],
	actions: readonly Action[]
): readonly Action[] {
	const places = new Map(items.map(({ id }, at) => [id, at]));
	const placeOf = ({ item }: Action): number =>
		(item === undefined ? undefined : places.get(item)) ?? items.length;
	return [...actions].sort(
		(a, b) =>
			placeOf(a) - placeOf(b) || compare(a.when ?? '~', b.when ?? '~') || compare(a.id, b.id)
	);
}

/** The actions of each item, in its order; those without one under `undefined`. Empty items are left out. */
export function byItem<Item extends { readonly id: string }, Action extends Dated>(
	items: readonly Item[],
	actions: readonly Action[]
): readonly { readonly item: Item | undefined; readonly actions: readonly Action[] }[] {
	const known = new Set(items.map(({ id }) => id));
	const groups = [
		...items.map((item) => ({
			item,
			actions: actions.filter((action) => action.item === item.id)
		})),
		{
			item: undefined,
			actions: actions.filter(({ item }) => item === undefined || !known.has(item))
		}
	];
	return groups.filter((group) => group.actions.length > 0);
}
