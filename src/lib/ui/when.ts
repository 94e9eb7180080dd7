import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';

/** Everybody who uses the product lives here, wherever the server or the laptop is. */
const ZONE = 'Europe/Amsterdam';

type Moment = Date | string;

function formatted(at: Date, options: Intl.DateTimeFormatOptions): string {
	const locale = getLocale() === 'en' ? 'en-GB' : 'nl-NL';
	return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(at);
}

/** Days from one moment to another as the calendar in Amsterdam counts them. */
function daysBetween(from: Date, to: Date): number {
	const day = (at: Date) =>
		Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at));
	return Math.round((day(to) - day(from)) / 86_400_000);
}

function longDay(at: Date, now: Date): string {
	const sameYear = formatted(at, { year: 'numeric' }) === formatted(now, { year: 'numeric' });
	return formatted(at, { day: 'numeric', month: 'long', year: sameYear ? undefined : 'numeric' });
}

/** A moment as people say it: "vandaag 14:05", "gisteren 9:31", "vrijdag 16:12", "3 maart", "3 maart 2025". */
export function momentInWords(moment: Moment, now: Date = new Date()): string {
	const at = new Date(moment);
	const time = formatted(at, { hour: 'numeric', minute: '2-digit' });
	const ago = daysBetween(at, now);
	if (ago === 0) return m.ui_today_at({ time });
	if (ago === 1) return m.ui_yesterday_at({ time });
	if (ago > 1 && ago < 7) {
		return m.ui_day_at({ day: formatted(at, { weekday: 'long' }), time });
	}
	return longDay(at, now);
}

/** Whether two moments fall on one day of the calendar in Amsterdam. */
export function isSameDay(one: Date, other: Date): boolean {
	return daysBetween(one, other) === 0;
}

/** A day as people say it: "vandaag", "morgen", "3 maart". */
export function dayInWords(moment: Moment, now: Date = new Date()): string {
	const at = new Date(moment);
	const ago = daysBetween(at, now);
	if (ago === 0) return m.ui_today();
	if (ago === 1) return m.ui_yesterday();
	if (ago === -1) return m.ui_tomorrow();
	return longDay(at, now);
}

/** Today as the title of a page: "Maandag 23 november". */
export function todayAsTitle(now: Date): string {
	const day = formatted(now, { weekday: 'long', day: 'numeric', month: 'long' });
	return day.charAt(0).toLocaleUpperCase() + day.slice(1);
}

/** A moment that is still to come, in full: "vrijdag 4 december 17:00". */
export function deadlineInWords(moment: Moment, now: Date = new Date()): string {
	const at = new Date(moment);
	const weekday = formatted(at, { weekday: 'long' });
	return `${weekday} ${longDay(at, now)} ${formatted(at, { hour: '2-digit', minute: '2-digit' })}`;
}
