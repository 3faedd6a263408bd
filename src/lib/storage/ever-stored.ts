/** Where localStorage keeps its half of the storage sentinel. */
export const sentinelKey = (name: string): string => `${name}.sentinel`;

/** False only where nothing was ever stored in this browser: then there is nothing to look for, and nothing to load. */
export function everStored(
	local: Pick<globalThis.Storage, 'getItem'> | undefined,
	name = 'plenum'
): boolean {
	try {
		return local === undefined || local.getItem(sentinelKey(name)) !== null;
	} catch {
		return true;
	}
}
