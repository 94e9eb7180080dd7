import { and, asc, count, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { comment, reaction, thread } from '#db/schema/threads.ts';
import type { ReactionSign, ThreadsOf } from '#domain/threads.ts';
import { isBeside } from './threads.ts';

export type CommentRow = typeof comment.$inferSelect;
export type ReactionRow = typeof reaction.$inferSelect;

/** All that is said beside a text, oldest first. */
export function listComments(db: Queryable, of: ThreadsOf): Promise<CommentRow[]> {
	return db
		.select(getTableColumns(comment))
		.from(comment)
		.innerJoin(thread, eq(thread.id, comment.threadId))
		.where(isBeside(of))
		.orderBy(asc(comment.createdAt), asc(comment.id));
}

/** The signs that people put to what is said beside a text. */
export function listReactions(db: Queryable, of: ThreadsOf): Promise<ReactionRow[]> {
	return db
		.select(getTableColumns(reaction))
		.from(reaction)
		.innerJoin(comment, eq(comment.id, reaction.commentId))
		.innerJoin(thread, eq(thread.id, comment.threadId))
		.where(isBeside(of))
		.orderBy(asc(reaction.sign), asc(reaction.personId));
}

export async function findComment(db: Queryable, id: string): Promise<CommentRow | undefined> {
	const [row] = await db.select().from(comment).where(eq(comment.id, id));
	return row;
}

export async function countComments(db: Queryable, threadId: string): Promise<number> {
	const [row] = await db
		.select({ rows: count() })
		.from(comment)
		.where(eq(comment.threadId, threadId));
	return row?.rows ?? 0;
}

/** Who said something in these threads that stands there still, each once. */
export async function listSpeakers(db: Queryable, of: ThreadsOf): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: comment.authorId })
		.from(comment)
		.innerJoin(thread, eq(thread.id, comment.threadId))
		.where(and(isBeside(of), isNull(comment.deletedAt)));
	return rows.map(({ id }) => id);
}

export async function insertComment(
	db: Queryable,
	row: Omit<typeof comment.$inferInsert, 'id'>
): Promise<string> {
	const [made] = await db.insert(comment).values(row).returning({ id: comment.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function updateComment(
	db: Queryable,
	id: string,
	change: Partial<Pick<CommentRow, 'body' | 'editedAt' | 'deletedAt'>>
): Promise<void> {
	await db.update(comment).set(change).where(eq(comment.id, id));
}

/** Takes away what was taken back and that nobody said anything after; answers how many are left. */
export async function deleteUnanswered(db: Queryable, threadId: string): Promise<number> {
	await db.execute(sql`
		delete from ${comment} where thread_id = ${threadId}::uuid and created_at > coalesce(
			(select max(created_at) from ${comment} where thread_id = ${threadId}::uuid and deleted_at is null),
			'-infinity')`);
	return countComments(db, threadId);
}

/** Whether it was not there yet. */
export async function insertReaction(db: Queryable, row: ReactionRow): Promise<boolean> {
	const rows = await db
		.insert(reaction)
		.values(row)
		.onConflictDoNothing()
		.returning({ sign: reaction.sign });
	return rows.length > 0;
}

/** Takes these signs away from a comment: of one person, or of everybody. Answers how many there were. */
export async function deleteReactions(
	db: Queryable,
	commentId: string,
	signs: readonly ReactionSign[],
	personId?: string
): Promise<number> {
	const rows = await db
		.delete(reaction)
		.where(
			and(
				eq(reaction.commentId, commentId),
				inArray(reaction.sign, [...signs]),
				personId ? eq(reaction.personId, personId) : undefined
			)
		)
		.returning({ sign: reaction.sign });
	return rows.length;
}
