import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';
import { part } from '#db/schema/documents.ts';
import { thread } from '#db/schema/threads.ts';
import type { ThreadsOf } from '#domain/threads.ts';

export type ThreadRow = typeof thread.$inferSelect;

export function isBeside({ part: partId, version: of, submission }: ThreadsOf): SQL | undefined {
	return and(
		eq(thread.partId, partId),
		of ? eq(thread.versionId, of) : isNull(thread.versionId),
		submission ? eq(thread.submissionId, submission) : isNull(thread.submissionId)
	);
}

/** In the order in which they were begun. */
export function listThreads(db: Queryable, of: ThreadsOf): Promise<ThreadRow[]> {
	return db
		.select()
		.from(thread)
		.where(isBeside(of))
		.orderBy(asc(thread.createdAt), asc(thread.id));
}

/** A thread in which nobody else says or does anything until the transaction ends. */
export async function lockThread(tx: Transaction, id: string): Promise<ThreadRow | undefined> {
	const [row] = await tx.select().from(thread).where(eq(thread.id, id)).for('update');
	return row;
}

/** How many stand beside a text; until the transaction ends nobody else begins one in this part. */
export async function countThreads(tx: Transaction, of: ThreadsOf): Promise<number> {
	// Not `for update`: the text itself goes on being written.
	await tx.execute(
		sql`select 1 from ${part} where ${part.id} = ${of.part}::uuid for no key update`
	);
	const [row] = await tx.select({ rows: count() }).from(thread).where(isBeside(of));
	return row?.rows ?? 0;
}

export async function insertThread(
	db: Queryable,
	row: Omit<typeof thread.$inferInsert, 'id'>
): Promise<string> {
	const [made] = await db.insert(thread).values(row).returning({ id: thread.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export type ThreadChange = Partial<
	Pick<ThreadRow, 'changedAt' | 'resolvedAt' | 'resolvedBy' | 'assigneeId' | 'dueOn'>
>;

export async function updateThread(db: Queryable, id: string, change: ThreadChange): Promise<void> {
	await db.update(thread).set(change).where(eq(thread.id, id));
}

export async function deleteThread(db: Queryable, id: string): Promise<void> {
	await db.delete(thread).where(eq(thread.id, id));
}

/** How many wait for somebody, beside a text. */
export async function countOpenThreads(db: Queryable, of: ThreadsOf): Promise<number> {
	const open = and(isBeside(of), isNull(thread.resolvedAt));
	const [row] = await db.select({ rows: count() }).from(thread).where(open);
	return row?.rows ?? 0;
}
