import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { document } from '#db/schema/documents.ts';
import { comment, thread } from '#db/schema/threads.ts';
import type { CommentBody } from '#domain/threads.ts';

/** What somebody was asked to do and that is not done, what is due first on top; the caller asks the policy. */
export function listActionsOf(db: Queryable, personId: string, limit: number) {
	const first = sql<CommentBody | null>`(select ${comment.body} from ${comment}
		where ${comment.threadId} = ${thread.id} and ${comment.deletedAt} is null
		order by ${comment.createdAt} limit 1)`;
	return db
		.select({
			thread: thread.id,
			documentId: thread.documentId,
			title: document.title,
			partId: thread.partId,
			versionId: thread.versionId,
			submissionId: thread.submissionId,
			dueOn: thread.dueOn,
			body: first
		})
		.from(thread)
		.innerJoin(document, eq(document.id, thread.documentId))
		.where(and(eq(thread.assigneeId, personId), isNull(thread.resolvedAt)))
		.orderBy(sql`${thread.dueOn} asc nulls last`, asc(thread.createdAt))
		.limit(limit);
}
