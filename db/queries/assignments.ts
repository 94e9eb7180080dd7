import { eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { assignment } from '#db/schema/assignments.ts';
import { NO_DESIGN, type AssignmentDesign } from '#domain/assignments.ts';

/** What an assignment has besides its text; until somebody fills that in, nothing. */
export async function findDesign(db: Queryable, documentId: string): Promise<AssignmentDesign> {
	const [row] = await db
		.select({
			steps: assignment.steps,
			rubric: assignment.rubric,
			questions: assignment.questions
		})
		.from(assignment)
		.where(eq(assignment.documentId, documentId));
	return row ?? NO_DESIGN;
}

/** Puts a design in the place of what the assignment had. */
export async function putDesign(
	db: Queryable,
	documentId: string,
	{ steps, rubric, questions }: AssignmentDesign
): Promise<void> {
	const set = { steps, rubric, questions };
	await db
		.insert(assignment)
		.values({ documentId, ...set })
		.onConflictDoUpdate({ target: assignment.documentId, set });
}
