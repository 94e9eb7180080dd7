import type { ReviewRow } from '#db/queries/reviews.ts';
import type { Feedback, Reviewer } from '#domain/feedback.ts';

/** Given feedback, as the group receives it. */
export type FeedbackTold = Feedback & {
	id: string;
	by: Reviewer;
	/** The teacher's name or the group's; null: nobody is to know. */
	from: string | null;
	/** On which hand-in. */
	nth: number;
	givenAt: Date;
};

/** Of these reviews the given ones; without which groups they are of where nobody is to know. */
export function feedbackTold(reviews: readonly ReviewRow[], hides: boolean): FeedbackTold[] {
	return reviews.flatMap(({ id, by, reviewer, writer, nth, givenAt, ...said }) => {
		if (!givenAt) return [];
		const { marks, answers, remarks } = said;
		const group = hides ? null : reviewer.name;
		const from = by === 'peer' ? group : writer;
		return [{ id, by, from, nth, marks, answers, remarks, givenAt }];
	});
}

/** Work that a group was given to look at. */
export type ReviewTask = {
	id: string;
	submission: string;
	/** Whose it is; null: nobody is to know. */
	of: string | null;
	givenAt: Date | null;
};

export function reviewTask(
	{ id, submissionId, work, givenAt }: ReviewRow,
	hides: boolean
): ReviewTask {
	return { id, submission: submissionId, of: hides ? null : work.name, givenAt };
}
