const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * When a round of a workshop began, until when it goes on as who leads it said, and from when nobody writes in it.
 * Nothing happens by itself when the time is over: who leads closes a round, when people are ready for it.
 */
export type RoundTime = { beganAt: Date; endsAt: Date; closedAt: Date | null };

/**
 * Whole seconds that are left, the last one as 1; below zero how long it is over already. Null when the round is
 * closed and nothing runs. A clock that is behind shows no more than the round has.
 */
export function secondsLeft({ beganAt, endsAt, closedAt }: RoundTime, now: Date): number | null {
	if (closedAt) return null;
	const at = Math.max(now.getTime(), beganAt.getTime());
	const seconds = Math.ceil((endsAt.getTime() - at) / SECOND_MS);
	// Half a second too late is 0, and not the -0 that it is rounded to.
	return seconds === 0 ? 0 : seconds;
}

/** Whether there is no more time; writing goes on until it is closed. */
export function isTimeOver({ endsAt, closedAt }: RoundTime, now: Date): boolean {
	return closedAt !== null || now >= endsAt;
}

/** When a round ends that begins now. */
export function endOfRound(minutes: number, now: Date): Date {
	return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** When it ends with so many minutes more: from now on when its time was over, so that one gets what was said. */
export function extended({ endsAt }: Pick<RoundTime, 'endsAt'>, minutes: number, now: Date): Date {
	return endOfRound(minutes, now > endsAt ? now : endsAt);
}

/** The round after this one, the first when none began; null after the last. */
export function nextStep(step: number | null, steps: number): number | null {
	const next = step === null ? 0 : step + 1;
	return next < steps ? next : null;
}
