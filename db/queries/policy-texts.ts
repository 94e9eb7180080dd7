import { and, asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { part } from '#db/schema/documents.ts';
import { policyRemark, policyText } from '#db/schema/review-rounds.ts';

export type PolicyTextRow = typeof policyText.$inferSelect;
export type RemarkRow = typeof policyRemark.$inferSelect;

export async function insertPolicyText(db: Queryable, row: PolicyTextRow): Promise<void> {
	await db.insert(policyText).values(row);
}

/** The policy texts beside a study, in the order in which they came. */
export async function listPolicyTexts(db: Queryable, documentId: string): Promise<PolicyTextRow[]> {
	const rows = await db
		.select({ text: policyText })
		.from(policyText)
		.innerJoin(part, eq(part.id, policyText.partId))
		.where(eq(part.documentId, documentId))
		.orderBy(asc(part.position));
	return rows.map(({ text }) => text);
}

/** All that was said of a policy text in a round, in the order in which it was said. */
export function listRemarks(db: Queryable, roundId: string): Promise<RemarkRow[]> {
	return db
		.select()
		.from(policyRemark)
		.where(eq(policyRemark.roundId, roundId))
		.orderBy(asc(policyRemark.createdAt), asc(policyRemark.id));
}

export async function insertRemark(
	db: Queryable,
	row: typeof policyRemark.$inferInsert
): Promise<string> {
	const [made] = await db.insert(policyRemark).values(row).returning({ id: policyRemark.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function updateRemark(
	db: Queryable,
	id: string,
	change: Partial<Pick<RemarkRow, 'body' | 'perspective' | 'reply' | 'replyBy' | 'replyAt'>>
): Promise<void> {
	await db.update(policyRemark).set(change).where(eq(policyRemark.id, id));
}

/** Takes away one's own remark; says whether there was one. */
export async function deleteRemark(
	db: Queryable,
	{ id, authorId }: { id: string; authorId: string }
): Promise<boolean> {
	const gone = await db
		.delete(policyRemark)
		.where(and(eq(policyRemark.id, id), eq(policyRemark.authorId, authorId)))
		.returning({ id: policyRemark.id });
	return gone.length > 0;
}
