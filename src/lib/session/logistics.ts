import type { Quantity, Range } from '#lib/script/range.ts';
import type { Material, Script } from '#lib/script/script.ts';

/** How many groups people make, and how large each one is. */
export interface GroupSplit {
	/** Sizes, largest first; their sum is the number of people. */
	readonly sizes: readonly number[];
	/** False when no number of groups keeps every size within what the script wants. */
	readonly fits: boolean;
}

/**
 * Splits people into groups as even as possible: the number of groups whose sizes come closest to the
 * best one, within least and most where that can be done.
 */
export function splitGroups(people: number, size: Range): GroupSplit {
	if (people <= 0) return { sizes: [], fits: true };
	const sizesOf = (count: number): readonly number[] => {
		const base = Math.floor(people / count);
		const larger = people % count;
		return Array.from({ length: count }, (_, index) => base + (index < larger ? 1 : 0));
	};
	const isFit = (sizes: readonly number[]): boolean =>
		sizes.every((each) => each >= size.least && each <= size.most);
	const counts = Array.from({ length: people }, (_, index) => index + 1);
	const splits = counts.map(sizesOf);
	const fitting = splits.filter(isFit);
	const distance = (sizes: readonly number[]): number =>
		Math.abs(people / sizes.length - Math.max(1, size.best));
	const best = (fitting.length > 0 ? fitting : splits).toSorted(
		(a, b) => distance(a) - distance(b) || a.length - b.length
	)[0];
	return { sizes: best ?? [people], fits: fitting.length > 0 };
}

/** What quantities are counted by. */
export interface Attendance {
	readonly people: number;
	/** Tables or groups; 0 when the script forms none. */
	readonly groups: number;
	readonly roles: number;
}

/** People and groups of a session; groups are those of the first grouping with a size. */
export function attendanceOf(script: Script, people: number): Attendance {
	const size = script.groupings?.find((grouping) => grouping.size)?.size;
	return {
		people,
		groups: size ? splitGroups(people, size).sizes.length : 0,
		roles: script.roles?.length ?? 0
	};
}

/** How many of a thing are needed, spare ones included. */
export function amountOf(qty: Quantity, attendance: Attendance, sparePercent = 0): number {
	const times = {
		workshop: 1,
		person: attendance.people,
		group: Math.max(1, attendance.groups),
		table: Math.max(1, attendance.groups),
		role: Math.max(1, attendance.roles)
	}[qty.per];
	// Rounded before it is rounded up, so that 10 % of 30 is 3 and not 4.
	const exact = (qty.count * times * (100 + sparePercent)) / 100;
	return Math.ceil(Math.round(exact * 1000) / 1000);
}

/** One line of the list of things. */
export interface ThingNeeded {
	/** Of the first material with this title. */
	readonly material: Material;
	readonly amount: number;
}

/** Everything to bring, in the order of the script; entries with the same title are put together. */
export function thingsNeeded(script: Script, people: number): readonly ThingNeeded[] {
	const attendance = attendanceOf(script, people);
	const things = new Map<string, ThingNeeded>();
	for (const material of script.materials ?? []) {
		const key = `${material.type} ${material.title.trim().toLowerCase()}`;
		const amount = amountOf(material.qty, attendance, material.spare_percent);
		const there = things.get(key);
		things.set(key, there ? { ...there, amount: there.amount + amount } : { material, amount });
	}
	return [...things.values()];
}
