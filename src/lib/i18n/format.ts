import type { Translate } from './translator.ts';

/** A calendar day, or a moment. An ISO day (`2026-12-08`) means that day wherever the device is. */
export type DayOrMoment = string | number | Date;

const DATE_STYLES = {
	/** Tuesday 8 December */
	day: { weekday: 'long', day: 'numeric', month: 'long' },
	/** Tuesday 8 December 2026 */
	full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	/** 8 December 2026 */
	long: { day: 'numeric', month: 'long', year: 'numeric' },
	/** 8 Dec */
	short: { day: 'numeric', month: 'short' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

// Plain "en" means the United States to Intl: months first and 12 hours. Our rooms are in Europe.
const regional = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A date in words of that language. */
export function formatDate(locale: string, when: DayOrMoment, style: DateStyle = 'full'): string {
	const isDay = typeof when === 'string' && ISO_DAY.test(when);
	return new Intl.DateTimeFormat(regional(locale), {
		...DATE_STYLES[style],
		...(isDay ? { timeZone: 'UTC' } : {})
	}).format(new Date(when));
}

/** Time of day on a 24-hour clock, `09:05`. */
export function formatTime(locale: string, moment: number | Date): string {
	return new Intl.DateTimeFormat(regional(locale), {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(new Date(moment));
}

/** Minutes after midnight as time of day; past midnight it begins again. */
export function formatMinuteOfDay(locale: string, minutes: number): string {
	const day = ((minutes % 1440) + 1440) % 1440;
	return new Intl.DateTimeFormat(regional(locale), {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: 'UTC'
	}).format(new Date(day * 60_000));
}

/** A number with the separators of that language. */
export function formatNumber(locale: string, value: number, digits = 0): string {
	return new Intl.NumberFormat(regional(locale), { maximumFractionDigits: digits }).format(value);
}

/** Several things in one sentence: `Czech, Slovak and Ukrainian`. */
export function formatList(locale: string, items: readonly string[]): string {
	return new Intl.ListFormat(regional(locale), { type: 'conjunction' }).format(items);
}

/** A length for people: `20 min`, `2 h`, `2 h 30 min`. Needs the area `common`. */
export function formatLength(t: Translate, minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = Math.round(minutes % 60);
	if (hours === 0) return t('common-minutes', { minutes: rest });
	if (rest === 0) return t('common-hours', { hours });
	return t('common-hours-minutes', { hours, minutes: rest });
}

/** Digits of a clock that counts seconds: `18:20`, `1:02:05`. Never negative. */
export function formatClock(seconds: number): string {
	const whole = Math.floor(Math.abs(seconds));
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor((whole % 3600) / 60);
	const two = (value: number): string => String(value).padStart(2, '0');
	return hours > 0
		? `${hours}:${two(minutes)}:${two(whole % 60)}`
		: `${minutes}:${two(whole % 60)}`;
}
