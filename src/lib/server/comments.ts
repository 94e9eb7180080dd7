import type { Transaction } from '#db/connection.ts';
import {
	countComments,
	deleteReactions,
	deleteUnanswered,
	findComment,
	insertComment,
	updateComment,
	type CommentRow
} from '#db/queries/comments.ts';
import { deleteThread, updateThread } from '#db/queries/threads.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import {
	bodyFault,
	COMMENTS_MAX,
	REACTIONS,
	tidiedBody,
	type CommentBody
} from '#domain/threads.ts';
import { calledIn } from './callable.ts';
import type { Context } from './context.ts';
import type { ThreadPlace } from './thread-place.ts';
import {
	assertComments,
	inThread,
	recordThreadEvent,
	type EnteredThread
} from './thread-change.ts';

/** Answers in a thread. Gives the comment. */
export async function addComment(
	context: Context,
	actor: Actor,
	thread: string,
	said: CommentBody
): Promise<string> {
	return inThread(context, actor, thread, async (tx, { place, rights, now }) => {
		assertComments(rights);
		const body = checkBody(said);
		const called = await calledIn(tx, actor, place, { body, now });
		if ((await countComments(tx, thread)) >= COMMENTS_MAX) throw new Conflict('comments_full');
		const row = { threadId: thread, authorId: actor.id, body, createdAt: now };
		const comment = await insertComment(tx, row);
		await updateThread(tx, thread, { changedAt: now });
		await recordThreadEvent(tx, actor, place, { name: 'comment.added', thread, comment });
		await recordCalled(tx, actor, place, { thread, comment, called });
		return comment;
	});
}

/** Says it otherwise. Who is called by it for the first time hears of that. */
export async function editComment(
	context: Context,
	actor: Actor,
	id: string,
	said: CommentBody
): Promise<void> {
	await inComment(context, actor, id, async (tx, { thread, place, rights, now, comment }) => {
		assertComments(rights);
		assertOwn(actor, comment);
		const body = checkBody(said);
		const called = await calledIn(tx, actor, place, { body, before: comment.body, now });
		await updateComment(tx, id, { body, editedAt: now });
		await updateThread(tx, thread.id, { changedAt: now });
		const about = { thread: thread.id, comment: id };
		await recordThreadEvent(tx, actor, place, { name: 'comment.edited', ...about });
		await recordCalled(tx, actor, place, { ...about, called });
	});
}

/**
 * Takes back what the actor said. That something stood there is told where others said something after it; with the
 * last words a thread goes.
 */
export async function removeComment(context: Context, actor: Actor, id: string): Promise<void> {
	await inComment(context, actor, id, async (tx, { thread, place, now, comment }) => {
		assertOwn(actor, comment);
		await updateComment(tx, id, { body: [], deletedAt: now });
		await deleteReactions(tx, id, REACTIONS);
		const left = await deleteUnanswered(tx, thread.id);
		if (left === 0) await deleteThread(tx, thread.id);
		else await updateThread(tx, thread.id, { changedAt: now });
		const about = { thread: thread.id, comment: id };
		await recordThreadEvent(tx, actor, place, { name: 'comment.removed', ...about });
	});
}

/** The same as `inThread`, for a comment that stands there still. */
export async function inComment<Result>(
	context: Context,
	actor: Actor,
	id: string,
	change: (tx: Transaction, entered: EnteredThread & { comment: CommentRow }) => Promise<Result>
): Promise<Result> {
	const found = await findComment(context.db, id);
	if (!found) throw new NotFound();
	return inThread(context, actor, found.threadId, async (tx, entered) => {
		const comment = await findComment(tx, id);
		if (!comment || comment.deletedAt) throw new NotFound();
		return change(tx, { ...entered, comment });
	});
}

function assertOwn(actor: Actor, { authorId }: CommentRow): void {
	if (authorId !== actor.id) throw new NotAllowed('comment_part');
}

/** What somebody says, as it is kept. */
export function checkBody(said: CommentBody): CommentBody {
	const body = tidiedBody(said);
	const fault = bodyFault(body);
	if (fault) throw new Invalid({ body: fault });
	return body;
}

/** Tells of each who was called by what was said. */
export async function recordCalled(
	tx: Transaction,
	actor: Actor,
	place: ThreadPlace,
	{ thread, comment, called }: { thread: string; comment: string; called: readonly string[] }
): Promise<void> {
	for (const personId of called) {
		await recordThreadEvent(tx, actor, place, {
			...{ name: 'comment.mentioned', thread, comment, personId }
		});
	}
}
