import { asc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { runGroup } from '#db/schema/runs.ts';
import { review, submission } from '#db/schema/submissions.ts';
import type { Feedback } from '#domain/feedback.ts';

const reviewing = alias(runGroup, 'reviewing');

/** Feedback with who gives it and on whose work; who may see which of these is for the use case. */
export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number];

function reviews(db: Queryable) {
	return db
		.select({
			id: review.id,
			by: review.by,
			submissionId: review.submissionId,
			nth: submission.nth,
			runId: runGroup.runId,
			work: { group: runGroup.id, name: runGroup.name },
			/** Nulls of a teacher's. */
			reviewer: { group: review.groupId, name: reviewing.name },
			writer: person.name,
			marks: review.marks,
			answers: review.answers,
			remarks: review.remarks,
			revision: review.revision,
			givenAt: review.givenAt
		})
		.from(review)
		.innerJoin(submission, eq(submission.id, review.submissionId))
		.innerJoin(runGroup, eq(runGroup.id, submission.groupId))
		.leftJoin(reviewing, eq(reviewing.id, review.groupId))
		.leftJoin(person, eq(person.id, review.personId));
}

/** All feedback of a run, given or not, in the order in which it was asked. */
export function listReviews(db: Queryable, runId: string) {
	return reviews(db)
		.where(eq(runGroup.runId, runId))
		.orderBy(asc(review.allocatedAt), asc(runGroup.position), asc(review.id));
}

/** Feedback on this group's work, and by this group on the work of others. */
export function listReviewsAround(db: Queryable, groupId: string) {
	return reviews(db)
		.where(or(eq(runGroup.id, groupId), eq(review.groupId, groupId)))
		.orderBy(asc(review.allocatedAt), asc(review.id));
}

/** Feedback on one hand-in. */
export function listReviewsOn(db: Queryable, submissionId: string) {
	return reviews(db)
		.where(eq(review.submissionId, submissionId))
		.orderBy(asc(review.allocatedAt), asc(review.id));
}

export async function findReview(db: Queryable, id: string): Promise<ReviewRow | undefined> {
	const [row] = await reviews(db).where(eq(review.id, id));
	return row;
}

export async function insertReviews(
	db: Queryable,
	rows: readonly (typeof review.$inferInsert)[]
): Promise<string[]> {
	if (rows.length === 0) return [];
	const made = await db
		.insert(review)
		.values([...rows])
		.returning({ id: review.id });
	return made.map(({ id }) => id);
}

export async function updateReview(
	db: Queryable,
	id: string,
	change: Feedback & { personId: string; givenAt: Date | null }
): Promise<void> {
	await db
		.update(review)
		.set({ ...change, revision: sql`${review.revision} + 1` })
		.where(eq(review.id, id));
}
