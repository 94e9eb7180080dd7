import {
	findReview,
	insertReviews,
	listReviews,
	listReviewsOn,
	updateReview,
	type ReviewRow
} from '#db/queries/reviews.ts';
import { listGroups } from '#db/queries/run-groups.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { allocate } from '#domain/allocation.ts';
import type { AssignmentDesign } from '#domain/assignments.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { feedbackFaults, saysNothing, type Feedback, type Reviewer } from '#domain/feedback.ts';
import type { Context } from './context.ts';
import { changeRun, enterRun, type EnteredRun } from './run-change.ts';
import type { Shuffle } from './run-groups.ts';
import { lastSubmissions } from './submissions.ts';

/**
 * Asks groups that handed in to look at each other's last hand-in. Done again when more came in, it adds what is
 * missing: who was asked to look at something keeps it.
 */
export async function allocateReviews(
	context: Context,
	actor: Actor,
	runId: string,
	shuffle: Shuffle
): Promise<void> {
	await changeRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		if (run.reviews === 0) throw new Conflict('no_peer_feedback');
		const groups = await listGroups(tx, run.id);
		const last = await lastSubmissions(
			tx,
			groups.map(({ id }) => id)
		);
		const works = [...last.keys()];
		if (works.length < 2) throw new Conflict('too_few_works');
		const before = await listReviews(tx, run.id);
		const taken = before.flatMap(({ reviewer, work }) =>
			reviewer.group ? [{ reviewer: reviewer.group, work: work.group }] : []
		);
		const each = run.reviews;
		const looks = allocate({ works, reviewers: works, each, taken, shuffle });
		if (looks.length === 0) return null;
		await insertReviews(
			tx,
			looks.map(({ reviewer, work }) => {
				const submission = last.get(work);
				if (!submission) throw new Error('nobody can look at what was not handed in');
				const of = { submissionId: submission.id, groupId: reviewer };
				return { ...of, by: 'peer', allocatedAt: now } as const;
			})
		);
		return { name: 'run.reviews_allocated', details: { reviews: looks.length } };
	});
}

/** Begins the feedback of who leads on a hand-in, or finds what was begun; answers its id. */
export async function beginFeedback(
	context: Context,
	actor: Actor,
	submissionId: string
): Promise<string> {
	const submission = await findSubmission(context.db, submissionId);
	if (!submission) throw new NotFound();
	const { leads, member } = await enterRun(context, actor, submission.runId);
	if (!leads && member?.groupId !== submission.groupId) throw new NotFound();
	let id: string | undefined;
	await changeRun(context, actor, submission.runId, 'lead', async (tx, { now }) => {
		const before = await listReviewsOn(tx, submissionId);
		id = before.find(({ by }) => by !== 'peer')?.id;
		if (id) return null;
		const row = { submissionId, by: 'teacher', personId: actor.id, allocatedAt: now } as const;
		[id] = await insertReviews(tx, [row]);
		return { name: 'run.feedback_begun', details: { nth: submission.nth } };
	});
	if (!id) throw new Error('insert returned no row');
	return id;
}

/** Feedback as who writes it sees it, and what it is asked about. */
export type OpenedFeedback = Feedback & {
	id: string;
	by: Reviewer;
	run: { id: string; title: string };
	submission: string;
	/** Whose work it is on; null: who writes it is not to know. */
	of: string | null;
	asks: Pick<AssignmentDesign, 'rubric' | 'questions'>;
	/** To send along when saving, so that nobody writes over what they did not see. */
	revision: number;
	givenAt: Date | null;
	mayWrite: boolean;
};

/** Feedback that the actor writes, or that was given and they may read whole: who leads. */
export async function openFeedback(
	context: Context,
	actor: Actor,
	reviewId: string
): Promise<OpenedFeedback> {
	const review = await findReview(context.db, reviewId);
	if (!review) throw new NotFound();
	const place = await enterRun(context, actor, review.runId);
	const isOwn = writes(place, review);
	if (!isOwn && !(place.leads && review.givenAt)) throw new NotFound();
	const { run, leads } = place;
	const { marks, answers, remarks, revision, givenAt, by, work } = review;
	return {
		...{ id: reviewId, by, marks, answers, remarks, revision, givenAt },
		run: { id: run.id, title: run.title },
		submission: review.submissionId,
		of: run.isAnonymous && !leads ? null : work.name,
		asks: { rubric: run.design.rubric, questions: run.design.questions },
		mayWrite: isOwn && !givenAt && !run.endedAt
	};
}

/** Whether this feedback is the actor's to write: of who leads, or of everybody in the group that was asked. */
function writes({ leads, member }: EnteredRun, { by, reviewer }: ReviewRow): boolean {
	if (by !== 'peer') return leads;
	return reviewer.group !== null && member?.groupId === reviewer.group;
}

export type SavedFeedback = Feedback & {
	/** As it was when who saves opened it. */
	revision: number;
	/** Lets the group see it; from then on it stands still. */
	give: boolean;
};

/** Saves feedback, and gives it if it is meant to be given. */
export async function saveFeedback(
	context: Context,
	actor: Actor,
	reviewId: string,
	{ revision, give, ...said }: SavedFeedback
): Promise<void> {
	const found = await findReview(context.db, reviewId);
	if (!found) throw new NotFound();
	// Before anything says that there is such feedback.
	if (!writes(await enterRun(context, actor, found.runId), found)) throw new NotFound();
	const as = found.by === 'peer' ? 'take_part' : 'lead';
	await changeRun(context, actor, found.runId, as, async (tx, place) => {
		const review = await findReview(tx, reviewId);
		if (!review || !writes(place, review)) throw new NotFound();
		if (review.givenAt) throw new Conflict('feedback_given');
		if (review.revision !== revision) throw new Conflict('feedback_changed');
		const faults = feedbackFaults(place.run.design, said);
		if (give && saysNothing(said)) faults.remarks = 'required';
		if (Object.keys(faults).length > 0) throw new Invalid(faults);
		const givenAt = give ? place.now : null;
		await updateReview(tx, reviewId, { ...said, personId: actor.id, givenAt });
		// Until it is given, it is nobody's but who writes it.
		return give ? { name: 'run.feedback_given', details: { by: review.by } } : null;
	});
}
