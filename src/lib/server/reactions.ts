import { deleteReactions, insertReaction } from '#db/queries/comments.ts';
import type { Actor } from '#domain/facts.ts';
import type { ReactionSign } from '#domain/threads.ts';
import { inComment } from './comments.ts';
import type { Context } from './context.ts';
import { assertComments, recordThreadEvent } from './thread-change.ts';

/** Puts a sign to what somebody said, or takes one's own away; done twice it is done once. */
export async function react(
	context: Context,
	actor: Actor,
	id: string,
	{ sign, given }: { sign: ReactionSign; given: boolean }
): Promise<void> {
	await inComment(context, actor, id, async (tx, { thread, place, rights }) => {
		assertComments(rights);
		const row = { commentId: id, personId: actor.id, sign };
		const changed = given
			? await insertReaction(tx, row)
			: (await deleteReactions(tx, id, [sign], actor.id)) > 0;
		if (!changed) return;
		const name = given ? 'comment.reacted' : 'comment.unreacted';
		await recordThreadEvent(tx, actor, place, { name, thread: thread.id, comment: id });
	});
}
