/** Where the werkplaatsen are: a day begins and ends here, wherever the server stands. */
const ZONE = 'Europe/Amsterdam';
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const clock = new Intl.DateTimeFormat('en-CA', {
	timeZone: ZONE,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});
// In Sweden a moment is written as a form does, with a space for the T.
const wall = new Intl.DateTimeFormat('sv-SE', {
	timeZone: ZONE,
	dateStyle: 'short',
	timeStyle: 'short'
});
const offset = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** The first moment after a day written as 2026-12-31; null when there is no such day. */
export function endOfDay(day: string): Date | null {
	const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
	if (!written) return null;
	const utc = Date.UTC(Number(written[1]), Number(written[2]) - 1, Number(written[3]));
	if (new Date(utc).toISOString().slice(0, 10) !== day) return null;
	const next = utc + DAY_MS;
	return new Date(next - offsetAt(next));
}

/** The day that it is at a moment, as 2026-12-31. */
export function dayOf(moment: Date): string {
	return clock.format(moment);
}

/** The last day on which something that ends at `until` still holds, as 2026-12-31. */
export function lastDay(until: Date): string {
	return clock.format(until.getTime() - 1);
}

/**
 * The moment at which clocks here show what a form has (2027-03-28T14:30); null when that is no time of this century.
 * In the hour that comes twice it is the second time, so that nobody is late by a doubt; in the hour that is skipped
 * it is the first moment after.
 */
export function momentOf(local: string): Date | null {
	const written = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local);
	const utc = written ? Date.parse(`${local}Z`) : NaN;
	// A day that does not exist, 30 February, is read as another day.
	if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(local)) return null;
	const winter = utc - HOUR_MS;
	const summer = utc - 2 * HOUR_MS;
	const shown = [winter, summer].find((moment) => localOf(new Date(moment)) === local);
	return new Date(shown ?? Math.floor(winter / HOUR_MS) * HOUR_MS);
}

/** What clocks here show at a moment, as a form has it. */
export function localOf(moment: Date): string {
	return wall.format(moment).replace(' ', 'T');
}

/** Clocks change at 1:00 UTC, so midnight in UTC has the offset of midnight here. */
function offsetAt(moment: number): number {
	const name = offset.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value;
	const hours = /GMT([+-]\d{2}):/.exec(name ?? '')?.[1] ?? '0';
	return Number(hours) * HOUR_MS;
}
