import type { Anchor } from '#domain/anchors/anchor.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { CommentBody, OfSuggestion, ReactionSign, ThreadStanding } from '#domain/threads.ts';

/** Somebody as they take part in the werkplaats of the document. */
export type PersonTold = {
	id: string;
	name: string;
	function: WerkplaatsFunction | null;
	organisation: string | null;
	isSelf: boolean;
};

/** What somebody said, in pieces: their words, and whom they call. */
export type PieceTold =
	{ text: string } | { person: PersonTold } | { function: WerkplaatsFunction };

export type ReactionTold = { sign: ReactionSign; people: PersonTold[] };

export type CommentTold = {
	id: string;
	author: PersonTold;
	body: readonly PieceTold[];
	createdAt: string;
	editedAt: string | null;
	removed: boolean;
	reactions: readonly ReactionTold[];
	may: { edit: boolean; remove: boolean };
};

/** The words of a thread, with what they are found by. */
export type PassageTold = Pick<Anchor, 'quote' | 'alone' | 'runs'>;

export type ThreadTold = {
	id: string;
	standing: ThreadStanding;
	/** As it was quoted; null when it is about the whole text. */
	quote: string | null;
	/** What stands there now, when that changed. */
	now: string | null;
	passage: PassageTold | null;
	suggestion: OfSuggestion | null;
	startedBy: PersonTold;
	createdAt: string;
	changedAt: string;
	resolved: { at: string; by: PersonTold } | null;
	assignee: PersonTold | null;
	dueOn: string | null;
	comments: readonly CommentTold[];
	may: { reply: boolean; resolve: boolean; assign: boolean };
};

export type OpenedThreads = { threads: ThreadTold[]; may: { comment: boolean } };

/** Whom one can call or ask. */
export type PersonToCall = PersonTold & { mayRead: boolean };
export type Callable = {
	people: readonly PersonToCall[];
	functions: readonly WerkplaatsFunction[];
};

/** A thread as it is begun. */
export type NewThread = { passage: Anchor | null; body: CommentBody };

/** A text that is talked about: a part as it is now, or as it was frozen. */
export type TalkedAbout = { part: string; version?: string; submission?: string };

export const FILTERS = ['open', 'resolved', 'mine'] as const;
export type Filter = (typeof FILTERS)[number];

/** Those that a filter lets through. */
export function filtered(threads: readonly ThreadTold[], filter: Filter): ThreadTold[] {
	if (filter === 'resolved') return threads.filter(({ resolved }) => resolved !== null);
	const open = threads.filter(({ resolved }) => resolved === null);
	return filter === 'open' ? open : open.filter(isMine);
}

/** Whether somebody is asked something in it, or waits for an answer. */
function isMine({ assignee, startedBy, comments }: ThreadTold): boolean {
	if (assignee?.isSelf || startedBy.isSelf) return true;
	const own = comments.find(({ author }) => author.isSelf)?.author.function;
	return comments.some(({ body }) =>
		body.some((piece) =>
			'person' in piece
				? piece.person.isSelf
				: 'function' in piece && own !== undefined && piece.function === own
		)
	);
}

/** Whether its words stand in the text, so that it stands beside them. */
export function isBeside({ standing }: ThreadTold): boolean {
	return standing === 'same' || standing === 'changed';
}
