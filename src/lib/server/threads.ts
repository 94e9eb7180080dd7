import type { Transaction } from '#db/connection.ts';
import { insertComment } from '#db/queries/comments.ts';
import {
	countThreads,
	insertThread,
	updateThread,
	type ThreadChange
} from '#db/queries/threads.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { mayResolve, THREADS_MAX, type CommentBody, type ThreadsOf } from '#domain/threads.ts';
import { calledIn, checkAssignee } from './callable.ts';
import { checkBody, recordCalled } from './comments.ts';
import type { Context } from './context.ts';
import { passageMeant, type PassageMeant } from './passages.ts';
import { loadPlace, rightsIn, wordsOf, type ThreadPlace } from './thread-place.ts';
import { suggestionMeant, type SuggestionMeant } from './thread-suggestion.ts';
import {
	assertComments,
	inThread,
	recordThreadEvent,
	type EnteredThread
} from './thread-change.ts';

export type NewThread = {
	/** Null: about the text as a whole. */
	meant: PassageMeant | null;
	body: CommentBody;
	assignee: string | null;
	/** A day, as 2026-12-31. */
	dueOn: string | null;
	suggestion: SuggestionMeant | null;
};

/** Begins to talk about words of a text, or about all of it. Answers the thread. */
export async function startThread(
	context: Context,
	actor: Actor,
	of: ThreadsOf,
	{ meant, body: said, assignee, dueOn, suggestion }: NewThread
): Promise<string> {
	const now = context.now();
	const thread = await context.db.transaction(async (tx) => {
		const place = await loadPlace(tx, of, now);
		const rights = rightsIn(place, actor);
		if (!rights.reads) throw new NotFound();
		assertComments(rights);
		const body = checkBody(said);
		const called = await calledIn(tx, actor, place, { body, now });
		if (assignee) await checkAssignee(tx, actor, place, { assignee, now });
		const about = suggestion && (await suggestionMeant(tx, of, suggestion));
		if ((await countThreads(tx, of)) >= THREADS_MAX) throw new Conflict('threads_full');
		const id = await insertThread(tx, {
			...{ documentId: place.part.document.id, partId: of.part },
			...{ versionId: of.version, submissionId: of.submission },
			...{ passage: meant && (await anchorMeant(tx, place, meant)), suggestion: about },
			...{ startedBy: actor.id, createdAt: now, changedAt: now, assigneeId: assignee, dueOn }
		});
		const row = { threadId: id, authorId: actor.id, body, createdAt: now };
		const comment = await insertComment(tx, row);
		await recordThreadEvent(tx, actor, place, { name: 'thread.started', thread: id, comment });
		await recordCalled(tx, actor, place, { thread: id, comment, called });
		if (assignee) await recordAssigned(tx, actor, place, id, assignee);
		return id;
	});
	context.bus.ring({ kind: 'review', part: of.part });
	return thread;
}

async function anchorMeant(
	tx: Transaction,
	place: ThreadPlace,
	meant: PassageMeant
): Promise<Anchor> {
	return passageMeant(await wordsOf(tx, place), meant).anchor;
}

/** What is left out stays as it is. */
export type ThreadPatch = {
	resolved?: boolean;
	assignee?: string | null;
	dueOn?: string | null;
};

/** Says that a thread is done or is not, whose action it is, and before which day. */
export async function changeThread(
	context: Context,
	actor: Actor,
	id: string,
	{ resolved, assignee, dueOn }: ThreadPatch
): Promise<void> {
	await inThread(context, actor, id, async (tx, entered) => {
		assertComments(entered.rights);
		const change: ThreadChange = {};
		if (resolved !== undefined) Object.assign(change, await resolve(tx, actor, entered, resolved));
		if (assignee !== undefined) {
			Object.assign(change, await assign(tx, actor, entered, assignee));
		}
		if (dueOn !== undefined) Object.assign(change, await plan(tx, actor, entered, dueOn));
		if (Object.keys(change).length > 0) {
			await updateThread(tx, id, { ...change, changedAt: entered.now });
		}
	});
}

async function resolve(
	tx: Transaction,
	actor: Actor,
	{ thread, place, rights, now }: EnteredThread,
	resolved: boolean
): Promise<ThreadChange> {
	const facts = { startedBy: thread.startedBy, assignee: thread.assigneeId };
	if (!mayResolve(facts, actor.id, rights)) throw new NotAllowed('write');
	// Who says it after somebody else changes nothing.
	if (resolved === (thread.resolvedAt !== null)) return {};
	const name = resolved ? 'thread.resolved' : 'thread.reopened';
	await recordThreadEvent(tx, actor, place, { name, thread: thread.id });
	return { resolvedAt: resolved ? now : null, resolvedBy: resolved ? actor.id : null };
}

async function assign(
	tx: Transaction,
	actor: Actor,
	{ thread, place, rights, now }: EnteredThread,
	assignee: string | null
): Promise<ThreadChange> {
	assertComments(rights);
	if (assignee === thread.assigneeId) return {};
	if (assignee) await checkAssignee(tx, actor, place, { assignee, now });
	if (assignee) await recordAssigned(tx, actor, place, thread.id, assignee);
	else await recordThreadEvent(tx, actor, place, { name: 'thread.unassigned', thread: thread.id });
	return { assigneeId: assignee };
}

async function plan(
	tx: Transaction,
	actor: Actor,
	{ thread, place, rights }: EnteredThread,
	dueOn: string | null
): Promise<ThreadChange> {
	assertComments(rights);
	if (dueOn === thread.dueOn) return {};
	await recordThreadEvent(tx, actor, place, { name: 'thread.planned', thread: thread.id });
	return { dueOn };
}

function recordAssigned(
	tx: Transaction,
	actor: Actor,
	place: ThreadPlace,
	thread: string,
	personId: string
): Promise<void> {
	return recordThreadEvent(tx, actor, place, { name: 'thread.assigned', thread, personId });
}
