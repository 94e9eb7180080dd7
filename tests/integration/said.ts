import { randomUUID } from 'node:crypto';
import { comment, thread } from '#db/schema/threads.ts';
import type { Actor } from '#domain/facts.ts';
import { peopleIn, type CommentBody } from '#domain/threads.ts';
import { recordEvent } from '#server/events.ts';
import type { TestHouse } from './house.ts';

type Saying = {
	document: string;
	part: string;
	/** To go on in; without it, a new one. */
	thread?: string;
	/** Whose action it becomes. */
	assignee?: string;
};

/** Somebody says something beside a text, past the use cases, with the events that go with it. Answers the thread. */
export async function say(
	{ db, context }: TestHouse,
	by: Pick<Actor, 'id'>,
	body: string | CommentBody,
	{ document: documentId, part: partId, thread: given, assignee }: Saying
): Promise<string> {
	const pieces = typeof body === 'string' ? [{ text: body }] : body;
	const id = given ?? randomUUID();
	const said = randomUUID();
	const createdAt = context.now();
	await db.transaction(async (tx) => {
		if (!given) {
			const row = { documentId, partId, startedBy: by.id, createdAt, assigneeId: assignee };
			await tx.insert(thread).values({ id, ...row });
		}
		await tx
			.insert(comment)
			.values({ id: said, threadId: id, authorId: by.id, body: pieces, createdAt });
		const of = { actorId: by.id, documentId };
		const details = { thread: id, comment: said, part: partId };
		await recordEvent(tx, { ...of, name: given ? 'comment.added' : 'thread.started', details });
		for (const personId of peopleIn(pieces)) {
			await recordEvent(tx, { ...of, name: 'comment.mentioned', personId, details });
		}
		if (!assignee) return;
		const about = { thread: id, part: partId };
		await recordEvent(tx, { ...of, name: 'thread.assigned', personId: assignee, details: about });
	});
	return id;
}
