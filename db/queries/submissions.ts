import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { runGroup } from '#db/schema/runs.ts';
import { submission } from '#db/schema/submissions.ts';

/** What was handed in, without its text. */
export type SubmissionRow = Omit<typeof submission.$inferSelect, 'content' | 'handedInBy'> & {
	/** Name of who pressed. */
	by: string;
};

const listed = {
	id: submission.id,
	groupId: submission.groupId,
	nth: submission.nth,
	sha256: submission.sha256,
	words: submission.words,
	handedInAt: submission.handedInAt,
	isLate: submission.isLate,
	returnedAt: submission.returnedAt,
	by: person.name
};

export async function insertSubmission(
	db: Queryable,
	row: typeof submission.$inferInsert
): Promise<string> {
	const [made] = await db.insert(submission).values(row).returning({ id: submission.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** What these groups handed in, the last first. */
export function listSubmissions(
	db: Queryable,
	groupIds: readonly string[]
): Promise<SubmissionRow[]> {
	return db
		.select(listed)
		.from(submission)
		.innerJoin(person, eq(person.id, submission.handedInBy))
		.where(inArray(submission.groupId, [...groupIds]))
		.orderBy(desc(submission.nth), submission.groupId);
}

/** One, with its text, and whose and of which run it is. */
export async function findSubmission(db: Queryable, id: string) {
	const [row] = await db
		.select({ ...listed, content: submission.content, runId: runGroup.runId, group: runGroup.name })
		.from(submission)
		.innerJoin(person, eq(person.id, submission.handedInBy))
		.innerJoin(runGroup, eq(runGroup.id, submission.groupId))
		.where(eq(submission.id, id));
	return row;
}

/** The one thing of a hand-in that changes, once. */
export async function markReturned(db: Queryable, id: string, returnedAt: Date): Promise<void> {
	await db
		.update(submission)
		.set({ returnedAt })
		.where(and(eq(submission.id, id), isNull(submission.returnedAt)));
}
