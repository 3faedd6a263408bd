import * as v from 'valibot';

/** True for a real calendar day written as `2026-12-08`. */
export function isDay(text: string): boolean {
	if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A calendar day, the same wherever the device is. */
export const day = v.pipe(v.string(), v.check(isDay, 'A day looks like 2026-12-08.'));

/** The day of a moment on this device's calendar. */
export function dayOf(moment: Date): string {
	const two = (n: number): string => String(n).padStart(2, '0');
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The calendar day `days` later; across months, years and changes of the clock. */
export function addDays(from: string, days: number): string {
	const date = new Date(`${from}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** First and last day a form offers: today, and `horizon` days on. */
export const dayRange = (today: string, horizon: number): { min: string; max: string } => ({
	min: today,
	max: addDays(today, horizon)
});

/** What is wrong with a chosen day, if anything. The form says so; it does not refuse the answer. */
export function dayTrouble(
	when: string | undefined,
	range: { readonly min: string; readonly max: string }
): 'past' | 'late' | undefined {
	if (!when || !isDay(when)) return undefined;
	return when < range.min ? 'past' : when > range.max ? 'late' : undefined;
}
