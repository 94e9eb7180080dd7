/**
 * Ways to ask people what they think of a text as it is now: feedback before a date; a mirror, planned halfway a
 * study, by critical friends; and a policy text that is read through the eyes of citizens, professionals and the
 * municipality.
 */
export const ROUND_KINDS = ['feedback', 'mirror', 'critical_friend'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** More than three questions is a survey. */
export const QUESTIONS_MAX = 3;
export const QUESTION_MAX = 300;
export const MESSAGE_MAX = 1000;
export const ANSWER_MAX = 4000;
export const CHANGES_MAX = 8000;
/** As many as fit in a hall; a round is no mailing. */
export const ASKED_MAX = 100;
/** Open at once beside one document. */
export const OPEN_ROUNDS_MAX = 20;

/** Where a round is. A mirror begins as an appointment. */
export type RoundStanding = 'planned' | 'due' | 'overdue' | 'open' | 'late' | 'closed';

export type RoundDates = {
	kind: RoundKind;
	/** Of a mirror: the day it is planned for, as 2026-12-31. */
	plannedFor: string | null;
	/** The last day on which answers are hoped for. */
	dueOn: string | null;
	begunAt: Date | null;
	closedAt: Date | null;
};

/** How a round stands on a day; `today` as 2026-12-31, where the werkplaatsen are. */
export function standingOf(round: RoundDates, today: string): RoundStanding {
	if (round.closedAt) return 'closed';
	if (round.begunAt) return round.dueOn !== null && round.dueOn < today ? 'late' : 'open';
	if (round.plannedFor === null || round.plannedFor > today) return 'planned';
	return round.plannedFor === today ? 'due' : 'overdue';
}

/** Whole days from one day to another, both as 2026-12-31; below zero when that is past. */
export function daysUntil(day: string, today: string): number {
	return Math.round((Date.parse(day) - Date.parse(today)) / (24 * 60 * 60 * 1000));
}

/** What somebody answers: to each question that was asked, in their order, and in general. */
export type RoundAnswer = { answers: readonly string[]; remarks: string };

/** What can't be taken of an answer, per field: there are as many as questions, and one thing is said at least. */
export function answerFaults(
	questions: readonly string[],
	{ answers, remarks }: RoundAnswer
): Record<string, string> {
	const faults: Record<string, string> = {};
	if (answers.length !== questions.length) faults.answers = 'invalid';
	else if (answers.some((answer) => answer.length > ANSWER_MAX)) faults.answers = 'too_long';
	if (remarks.length > ANSWER_MAX) faults.remarks = 'too_long';
	const isEmpty = remarks.trim() === '' && answers.every((answer) => answer.trim() === '');
	if (isEmpty && Object.keys(faults).length === 0) faults.remarks = 'answer_required';
	return faults;
}

/** What is asked, per field the code of what can't be. Of a policy text is asked the same each time. */
export function askFaults(
	kind: RoundKind,
	{ questions, message, dueOn }: { questions: readonly string[]; message: string; dueOn: string },
	today: string
): Record<string, string> {
	const faults: Record<string, string> = {};
	if (questions.length === 0 && kind !== 'critical_friend') faults.questions = 'question_required';
	else if (questions.length > QUESTIONS_MAX) faults.questions = 'round_questions';
	else if (questions.some((question) => question.length > QUESTION_MAX)) {
		faults.questions = 'too_long';
	}
	if (message.length > MESSAGE_MAX) faults.message = 'too_long';
	if (dueOn < today) faults.dueOn = 'day_past';
	return faults;
}

/** How somebody stands to a round, as the policy and the round itself say. */
export type Place = {
	/** Reads the part now. */
	reads: boolean;
	/** Writes it, also while it stands still. */
	leads: boolean;
	/** Began the round, whatever they may do now. */
	made: boolean;
	/** Was asked. */
	asked: boolean;
};

/** Whether somebody knows of a round at all: feedback is between who asks and who is asked. */
export function seesRound(kind: RoundKind, place: Place): boolean {
	return place.reads && (kind !== 'feedback' || isInvolved(place));
}

/**
 * Whether somebody reads the text as it was frozen: what was taken out of it since is there still. A policy text is
 * the same for everybody.
 */
export function readsFrozen(kind: RoundKind, place: Place): boolean {
	return place.reads && (kind === 'critical_friend' || isInvolved(place));
}

function isInvolved({ leads, made, asked }: Place): boolean {
	return leads || made || asked;
}

/** Whether somebody reads what others answered: who asks at once, who was asked once it is closed. */
export function readsAnswers({ reads, leads, made, asked }: Place, isClosed: boolean): boolean {
	return reads && (leads || made || (asked && isClosed));
}

/** Whether somebody answers now, or says it otherwise. */
export function mayAnswer({ reads, asked }: Place, standing: RoundStanding): boolean {
	return reads && asked && (standing === 'open' || standing === 'late');
}

/** A reminder to the same person at most once in a day. */
export const REMIND_EVERY_MS = 24 * 60 * 60 * 1000;

export function mayRemind(
	{ answeredAt, remindedAt }: { answeredAt: Date | null; remindedAt: Date | null },
	now: Date
): boolean {
	return !answeredAt && (!remindedAt || now.getTime() - remindedAt.getTime() >= REMIND_EVERY_MS);
}
