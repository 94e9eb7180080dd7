import type { ReactionSign } from '#domain/threads.ts';
import type { CommentTold, PersonTold, ReactionTold, ThreadTold } from './threads.ts';

type Reaction = { comment: string; sign: ReactionSign; on: boolean; me: PersonTold };

/** A thread as it is once somebody gave a sign to one of its comments, or took that back. */
export function withReaction(thread: ThreadTold, reaction: Reaction): ThreadTold {
	const comments = thread.comments.map((comment) =>
		comment.id === reaction.comment ? given(comment, reaction) : comment
	);
	return { ...thread, comments };
}

function given(comment: CommentTold, { sign, on, me }: Reaction): CommentTold {
	const others = comment.reactions.filter((reaction) => reaction.sign !== sign);
	const before = comment.reactions.find((reaction) => reaction.sign === sign)?.people ?? [];
	const people = before.filter(({ isSelf }) => !isSelf);
	const now: ReactionTold = { sign, people: on ? [...people, me] : people };
	// In its own place, so that no other moves under the finger.
	if (comment.reactions.length > others.length && now.people.length > 0) {
		const reactions = comment.reactions.map((one) => (one.sign === sign ? now : one));
		return { ...comment, reactions };
	}
	return { ...comment, reactions: now.people.length > 0 ? [...others, now] : others };
}
