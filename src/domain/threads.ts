import type { WerkplaatsFunction } from './functions.ts';

/** What somebody says, in pieces: their words, and whom they call by name. Names are looked up when it is read. */
export type CommentPiece =
	| { text: string }
	| { person: string }
	/** Everybody with that function in the werkplaats of the document. */
	| { function: WerkplaatsFunction };
export type CommentBody = readonly CommentPiece[];

/** Two pages of talk; longer is a text of its own. */
export const COMMENT_MAX = 4000;
/** Nobody calls more people than sit in a room. */
export const MENTIONS_MAX = 20;
/** Of one text, resolved ones too; more is not a conversation any more. */
export const THREADS_MAX = 2000;
export const COMMENTS_MAX = 500;

/** Signs that say something in work: agreed, thanks, done, seen, a question. */
export const REACTIONS = ['agree', 'thanks', 'done', 'seen', 'unsure'] as const;
export type ReactionSign = (typeof REACTIONS)[number];

/** Beside which text: a part's own, or that as it was frozen in a version or in what was handed in. */
export type ThreadsOf = { part: string; version: string | null; submission: string | null };

/** A suggestion that is talked about, with what it would do: the words stay when it is decided. */
export type OfSuggestion = {
	/** Whose it is. */
	person: string;
	/** Of the hunk, by what it changes. */
	key: string;
	before: string;
	after: string;
};

/** How the words fare that a thread is about. `detached`: nothing of them is there any more, as they were quoted. */
export type ThreadStanding = 'same' | 'changed' | 'detached' | 'whole';

/** What is said as it may be kept: pieces that belong together are one, and nothing is said with nothing. */
export function tidiedBody(body: CommentBody): CommentBody {
	const tidied: CommentPiece[] = [];
	for (const piece of body) {
		const last = tidied.at(-1);
		if ('text' in piece && last && 'text' in last) {
			tidied[tidied.length - 1] = { text: last.text + piece.text };
		} else if (!('text' in piece) || piece.text !== '') tidied.push(piece);
	}
	return trimmed(tidied);
}

function trimmed(pieces: readonly CommentPiece[]): CommentBody {
	return pieces
		.map((piece, nth) => {
			if (!('text' in piece)) return piece;
			const start = nth === 0 ? piece.text.trimStart() : piece.text;
			return { text: nth === pieces.length - 1 ? start.trimEnd() : start };
		})
		.filter((piece) => !('text' in piece) || piece.text !== '');
}

/** How long it is, in characters; a name counts for one. */
export function bodyLength(body: CommentBody): number {
	return body.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 1), 0);
}

/** The people who are called by name, each once. */
export function peopleIn(body: CommentBody): string[] {
	return [...new Set(body.flatMap((piece) => ('person' in piece ? piece.person : [])))];
}

/** The functions that are called, each once. */
export function functionsIn(body: CommentBody): WerkplaatsFunction[] {
	return [...new Set(body.flatMap((piece) => ('function' in piece ? piece.function : [])))];
}

/** What is wrong with what somebody says; null when it will do. It is tidied already. */
export function bodyFault(body: CommentBody): string | null {
	if (bodyLength(body) === 0) return 'required';
	if (bodyLength(body) > COMMENT_MAX) return 'too_long';
	const called = peopleIn(body).length + functionsIn(body).length;
	return called > MENTIONS_MAX ? 'mentions' : null;
}

/** A thread as its rules need it. */
export type ThreadFacts = { startedBy: string; assignee: string | null };

/**
 * Who may say that a thread is done: who writes the text that it is about, who began it, and whose action it is.
 * `writes` and `comments` are what the policy says of the part.
 */
export function mayResolve(
	{ startedBy, assignee }: ThreadFacts,
	person: string,
	{ writes, comments }: { writes: boolean; comments: boolean }
): boolean {
	return writes || (comments && (startedBy === person || assignee === person));
}
