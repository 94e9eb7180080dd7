import { localOf, momentOf } from './days.ts';
import type { MailRhythm } from './told.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Long enough to finish what one is saying. */
const COLLECT_MS = 2 * MINUTE_MS;
/** A conversation that goes on is a letter now and then, and not one for each thing that is said. */
const APART_MS = 10 * MINUTE_MS;
/** Before the working day. */
const MORNING = '07:00';
/** What happened longer ago is no news: it stands in the inbox. */
export const NEWS_MS = 14 * DAY_MS;

/** How it stands with somebody's mail. */
export type Waiting = {
	rhythm: MailRhythm;
	/** When a letter was last made for them. */
	mailedAt: Date | null;
	/** The oldest of what is new to them and stood in no letter; null when there is nothing. */
	oldest: Date | null;
};

/** Whether it is time to write somebody. */
export function isLetterDue({ rhythm, mailedAt, oldest }: Waiting, now: Date): boolean {
	if (rhythm === 'never' || oldest === null) return false;
	if (rhythm === 'at_once') {
		const isQuiet = !mailedAt || now.getTime() - mailedAt.getTime() >= APART_MS;
		return isQuiet && now.getTime() - oldest.getTime() >= COLLECT_MS;
	}
	const moment = rhythm === 'daily' ? lastMorning(now) : lastMonday(now);
	return oldest <= moment && (!mailedAt || mailedAt < moment);
}

/** The last time that it was morning in the Netherlands, whatever the clocks did in between. */
function lastMorning(now: Date): Date {
	const today = morningOf(localOf(now).slice(0, 10));
	return today <= now ? today : morningOf(dayBefore(localOf(now).slice(0, 10)));
}

function lastMonday(now: Date): Date {
	let morning = lastMorning(now);
	while (weekdayOf(morning) !== 1) morning = morningOf(dayBefore(localOf(morning).slice(0, 10)));
	return morning;
}

function morningOf(day: string): Date {
	const moment = momentOf(`${day}T${MORNING}`);
	if (!moment) throw new Error(`${day} is no day`);
	return moment;
}

function dayBefore(day: string): string {
	return new Date(Date.parse(`${day}T00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

function weekdayOf(moment: Date): number {
	return new Date(`${localOf(moment).slice(0, 10)}T00:00Z`).getUTCDay();
}
