/** How far a group is with an assignment that is handed in. */
export const PROGRESS = ['not_begun', 'writing', 'handed_in', 'feedback', 'done'] as const;
export type Progress = (typeof PROGRESS)[number];

/** What is known of a group's work; of its hand-ins the last. */
export type Standing = {
	/** Words that somebody of the group wrote. */
	words: number;
	handedIn: { returnedAt: Date | null } | null;
	finalAt: Date | null;
};

/** Where a group is: from what happened, so that nobody has to keep it up to date. */
export function progressOf({ words, handedIn, finalAt }: Standing): Progress {
	if (finalAt) return 'done';
	if (handedIn) return handedIn.returnedAt ? 'feedback' : 'handed_in';
	return words > 0 ? 'writing' : 'not_begun';
}

/** Until when one is in time, and until when one can hand in at all; null: there is no such moment. */
export type Deadlines = { dueAt: Date | null; closesAt: Date | null };

/**
 * Whether what is handed in at `now`, by the server's clock, is late. The moment itself is in time, and so is what was
 * given back when it was over: it can't be handed in before that.
 */
export function isLate({ dueAt }: Deadlines, now: Date, returnedAt: Date | null = null): boolean {
	if (dueAt === null || now <= dueAt) return false;
	return returnedAt === null || returnedAt <= dueAt;
}

/** Why a group can't hand in now; null when it can. */
export function handInFault(standing: Standing, { closesAt }: Deadlines, now: Date): string | null {
	if (standing.finalAt) return 'work_final';
	// Who gave it back after that asks for it again.
	const isAsked =
		standing.handedIn?.returnedAt && closesAt && standing.handedIn.returnedAt > closesAt;
	if (closesAt && now > closesAt && !isAsked) return 'hand_in_closed';
	// Once is enough until somebody answered.
	if (progressOf(standing) === 'handed_in') return 'handed_in_already';
	return standing.words === 0 ? 'work_empty' : null;
}
