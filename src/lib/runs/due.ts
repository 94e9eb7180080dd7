import { m } from '#lib/paraglide/messages.js';
import { deadlineInWords } from '#lib/ui/when.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Until when there is time, and how much that is: "nog 3 dagen, tot vrijdag 4 december 17:00". */
export function dueInWords(dueAt: Date | null, now: Date = new Date()): string {
	if (!dueAt) return m.runs_due_none();
	const moment = deadlineInWords(dueAt, now);
	const left = dueAt.getTime() - now.getTime();
	if (left < 0) return m.runs_due_past({ moment });
	// Never more than there is: who has an hour and a half, has one hour for sure.
	if (left < HOUR_MS) return m.runs_due_minutes({ count: Math.floor(left / MINUTE_MS), moment });
	if (left < 2 * HOUR_MS) return m.runs_due_hour({ moment });
	if (left < DAY_MS) return m.runs_due_hours({ count: Math.floor(left / HOUR_MS), moment });
	const days = Math.floor(left / DAY_MS);
	return days === 1 ? m.runs_due_tomorrow({ moment }) : m.runs_due_days({ count: days, moment });
}
