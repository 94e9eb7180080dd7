import type { Transaction } from '#db/connection.ts';
import type { NewEvent } from '#db/queries/events.ts';
import { lockThread, type ThreadRow } from '#db/queries/threads.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { loadPlace, rightsIn, type ThreadPlace, type ThreadRights } from './thread-place.ts';

/** A thread that somebody changes, and what they may do with it. */
export type EnteredThread = {
	thread: ThreadRow;
	place: ThreadPlace;
	rights: ThreadRights;
	now: Date;
};

/**
 * Makes one change in a thread that the actor may read, in a transaction in which nobody else says or does anything
 * in it. Who has the text open hears of that afterwards.
 */
export async function inThread<Result>(
	context: Context,
	actor: Actor,
	threadId: string,
	change: (tx: Transaction, entered: EnteredThread) => Promise<Result>
): Promise<Result> {
	const { part, result } = await context.db.transaction(async (tx) => {
		const thread = await lockThread(tx, threadId);
		if (!thread) throw new NotFound();
		const { partId, versionId: version, submissionId: submission } = thread;
		const now = context.now();
		const place = await loadPlace(tx, { part: partId, version, submission }, now);
		const rights = rightsIn(place, actor);
		if (!rights.reads) throw new NotFound();
		return { part: partId, result: await change(tx, { thread, place, rights, now }) };
	});
	context.bus.ring({ kind: 'review', part });
	return result;
}

export function assertComments({ comments }: ThreadRights): void {
	if (!comments) throw new NotAllowed('comment_part');
}

/** What happened in a thread, and to whom. Never what was said. */
export type ThreadEvent = Pick<NewEvent, 'name' | 'personId'> & {
	thread: string;
	comment?: string;
};

export async function recordThreadEvent(
	tx: Transaction,
	actor: Actor,
	{ of, part: { document } }: ThreadPlace,
	{ name, personId, thread, comment }: ThreadEvent
): Promise<void> {
	const frozen = {
		...(of.version && { version: of.version }),
		...(of.submission && { submission: of.submission })
	};
	await recordEvent(tx, {
		...{ name, personId, actorId: actor.id },
		...{ werkplaatsId: document.werkplaats, documentId: document.id },
		details: { thread, ...(comment && { comment }), part: of.part, ...frozen }
	});
}
