import { listActionsOf } from '#db/queries/actions.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import { commentLine } from '#domain/comment-line.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { peopleIn } from '#domain/threads.ts';
import type { Context } from './context.ts';
import { placesOf } from './told-places.ts';
import { functionWord, type Language } from './told-words.ts';

/** Enough for a morning; the rest stands in the documents. */
const SHOWN = 8;

/** Something that somebody was asked to do, in a thread that is not done. */
export type WaitingAction = {
	thread: string;
	/** Of the document. */
	title: string;
	/** What was said first. */
	quote: string | null;
	/** As 2026-12-31. */
	dueOn: string | null;
	href: string;
};

/** What the actor was asked to do where they may read it now, what is due first on top. */
export async function listMyActions(
	{ db, now }: Context,
	actor: Actor,
	language: Language
): Promise<WaitingAction[]> {
	const rows = await listActionsOf(db, actor.id, SHOWN);
	const abouts = rows.map(({ documentId, partId }) => ({ documentId, partId, runId: null }));
	const placeOf = await placesOf(db, abouts, now());
	const names = await findPeopleNames(db, [
		...new Set(rows.flatMap(({ body }) => peopleIn(body ?? [])))
	]);
	return rows.flatMap(({ thread, documentId, title, partId, dueOn, body }) => {
		const { part } = placeOf({ documentId, partId, runId: null });
		if (!part || !can(actor, 'read', { type: 'part', part })) return [];
		const quote = commentLine(body ?? [], {
			person: (id) => names.get(id) ?? '?',
			function: (as) => functionWord(as, language)
		});
		const href = `/document/${documentId}?${new URLSearchParams({ part: partId, thread })}`;
		return [{ thread, title, quote: quote || null, dueOn, href }];
	});
}
