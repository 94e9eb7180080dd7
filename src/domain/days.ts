/** Where the werkplaatsen are: a day begins and ends here, wherever the server stands. */
const ZONE = 'Europe/Amsterdam';
const DAY_MS = 24 * 60 * 60 * 1000;

const clock = new Intl.DateTimeFormat('en-CA', {
	timeZone: ZONE,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
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

/** The last day on which something that ends at `until` still holds, as 2026-12-31. */
export function lastDay(until: Date): string {
	return clock.format(until.getTime() - 1);
}

/** Clocks change at 1:00 UTC, so midnight in UTC has the offset of midnight here. */
function offsetAt(moment: number): number {
	const name = offset.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value;
	const hours = /GMT([+-]\d{2}):/.exec(name ?? '')?.[1] ?? '0';
	return Number(hours) * 60 * 60 * 1000;
}
