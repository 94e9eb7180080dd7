import type { AssignmentDesign } from './assignments.ts';

/** A level of the rubric, and an answer to a question about the work, in the run's own words. */
export type Mark = { criterion: string; level: string };
export type Answer = { question: string; answer: string };

/** What somebody says of a group's work. */
export type Feedback = {
	marks: readonly Mark[];
	answers: readonly Answer[];
	remarks: string;
};

export const ANSWER_MAX = 2000;
export const REMARKS_MAX = 5000;

/** Who gives feedback: who leads, or another group. */
export const REVIEWERS = ['teacher', 'peer'] as const;
export type Reviewer = (typeof REVIEWERS)[number];

/** What can't be taken of feedback, per field: it marks what the run asks, each thing once, and nothing else. */
export function feedbackFaults(
	{ rubric, questions }: Pick<AssignmentDesign, 'rubric' | 'questions'>,
	{ marks, answers, remarks }: Feedback
): Record<string, string> {
	const faults: Record<string, string> = {};
	const isMarked = ({ criterion, level }: Mark) =>
		rubric.some(({ title, levels }) => title === criterion && levels.includes(level));
	if (!marks.every(isMarked) || !areOnce(marks.map(({ criterion }) => criterion))) {
		faults.marks = 'invalid';
	}
	const asked = answers.map(({ question }) => question);
	if (!asked.every((question) => questions.includes(question)) || !areOnce(asked)) {
		faults.answers = 'invalid';
	} else if (answers.some(({ answer }) => answer.length > ANSWER_MAX)) faults.answers = 'too_long';
	if (remarks.length > REMARKS_MAX) faults.remarks = 'too_long';
	return faults;
}

/** Whether nothing is said at all: that is no feedback to give. */
export function saysNothing({ marks, answers, remarks }: Feedback): boolean {
	return marks.length === 0 && !remarks.trim() && answers.every(({ answer }) => !answer.trim());
}

function areOnce(titles: readonly string[]): boolean {
	return new Set(titles).size === titles.length;
}
