import type { CommentRow, ReactionRow } from '#db/queries/comments.ts';
import type { ThreadRow } from '#db/queries/threads.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import {
	mayResolve,
	type CommentPiece,
	type OfSuggestion,
	type ReactionSign,
	type ThreadStanding
} from '#domain/threads.ts';
import type { PersonTold } from './people-told.ts';
import type { ThreadRights } from './thread-place.ts';

/** How the words of a thread are now, as the asker is told. */
export type WordsTold = {
	standing: ThreadStanding;
	/** The words that it began with; null where it is about no words, or about words that somebody took back. */
	quote: string | null;
	/** What stands there now, where that is not the quote. */
	now: string | null;
	/** To find in a browser what stands there now. */
	passage: Pick<Anchor, 'quote' | 'alone' | 'runs'> | null;
};

type PieceTold = { text: string } | { person: PersonTold } | { function: WerkplaatsFunction };

export type CommentTold = {
	id: string;
	author: PersonTold;
	body: PieceTold[];
	createdAt: Date;
	editedAt: Date | null;
	removed: boolean;
	reactions: { sign: ReactionSign; people: PersonTold[] }[];
	may: { edit: boolean; remove: boolean };
};

export type ThreadTold = WordsTold & {
	id: string;
	suggestion: OfSuggestion | null;
	startedBy: PersonTold;
	createdAt: Date;
	changedAt: Date;
	resolved: { at: Date; by: PersonTold } | null;
	assignee: PersonTold | null;
	dueOn: string | null;
	comments: CommentTold[];
	may: { reply: boolean; resolve: boolean; assign: boolean };
};

/** Somebody of whom the asker is not to know who it is, or who is not there any more. */
const SOMEBODY: PersonTold = {
	...{ id: '', name: '', function: null, organisation: null },
	isSelf: false
};

/** For whom it is told: what they may do there, and the people that they may know. */
export type Told = { actor: Actor; rights: ThreadRights; people: ReadonlyMap<string, PersonTold> };

export function tellThread(
	row: ThreadRow,
	words: WordsTold,
	comments: CommentTold[],
	{ actor, rights, people }: Told
): ThreadTold {
	const { id, createdAt, changedAt, dueOn, resolvedAt, resolvedBy, assigneeId } = row;
	const who = (person: string) => people.get(person) ?? SOMEBODY;
	const facts = { startedBy: row.startedBy, assignee: assigneeId };
	return {
		...{ id, ...words, createdAt, changedAt, dueOn, comments },
		suggestion: rights.comments ? toldSuggestion(row.suggestion, rights) : null,
		startedBy: who(row.startedBy),
		resolved: resolvedAt && resolvedBy ? { at: resolvedAt, by: who(resolvedBy) } : null,
		assignee: assigneeId ? who(assigneeId) : null,
		may: {
			reply: rights.comments,
			resolve: mayResolve(facts, actor.id, rights),
			assign: rights.comments
		}
	};
}

/** What a suggestion would take away may stand there no more. */
function toldSuggestion(
	suggestion: OfSuggestion | null,
	{ hears }: ThreadRights
): OfSuggestion | null {
	return suggestion && !hears ? { ...suggestion, before: '' } : suggestion;
}

export function tellComment(
	{ id, authorId, body, createdAt, editedAt, deletedAt }: CommentRow,
	reactions: readonly ReactionRow[],
	{ actor, rights, people }: Told
): CommentTold {
	const who = (person: string) => people.get(person) ?? SOMEBODY;
	const isOwn = authorId === actor.id && deletedAt === null;
	return {
		...{ id, author: who(authorId), createdAt, editedAt, removed: deletedAt !== null },
		body: body.map((piece) => ('person' in piece ? { person: who(piece.person) } : piece)),
		reactions: [...Map.groupBy(reactions, ({ sign }) => sign)].map(([sign, given]) => ({
			sign,
			people: given.map(({ personId }) => who(personId))
		})),
		// One's own words one takes back as long as one reads them, also where nobody says anything any more.
		may: { edit: isOwn && rights.comments, remove: isOwn }
	};
}

/** Everybody who is in a thread by their id. */
export function peopleOfThread({ startedBy, resolvedBy, assigneeId }: ThreadRow): string[] {
	return [startedBy, resolvedBy, assigneeId].filter((id) => id !== null);
}

export function peopleOfComment({ authorId, body }: CommentRow): string[] {
	return [
		authorId,
		...body.flatMap((piece: CommentPiece) => ('person' in piece ? piece.person : []))
	];
}
