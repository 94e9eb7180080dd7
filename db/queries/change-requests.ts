import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { changeAnswer, changeRequest } from '#db/schema/review-rounds.ts';

export type RequestRow = typeof changeRequest.$inferSelect;
export type RequestAnswerRow = typeof changeAnswer.$inferSelect;

export async function insertRequest(
	db: Queryable,
	row: typeof changeRequest.$inferInsert
): Promise<string> {
	const [made] = await db.insert(changeRequest).values(row).returning({ id: changeRequest.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** What was asked to change in a document, the latest first. */
export function listRequests(db: Queryable, documentId: string): Promise<RequestRow[]> {
	return db
		.select()
		.from(changeRequest)
		.where(eq(changeRequest.documentId, documentId))
		.orderBy(desc(changeRequest.askedOn), desc(changeRequest.loggedAt), desc(changeRequest.id));
}

export async function findRequest(db: Queryable, id: string): Promise<RequestRow | undefined> {
	const [row] = await db.select().from(changeRequest).where(eq(changeRequest.id, id));
	return row;
}

export async function insertAnswer(
	db: Queryable,
	row: typeof changeAnswer.$inferInsert
): Promise<void> {
	await db.insert(changeAnswer).values(row);
}

/** What was answered to these requests, by request, in the order in which it was. */
export async function listAnswers(
	db: Queryable,
	requestIds: readonly string[]
): Promise<Map<string, RequestAnswerRow[]>> {
	if (requestIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(changeAnswer)
		.where(inArray(changeAnswer.requestId, [...requestIds]))
		.orderBy(asc(changeAnswer.answeredAt), asc(changeAnswer.id));
	return Map.groupBy(rows, ({ requestId }) => requestId);
}
