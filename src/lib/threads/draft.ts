import type { WerkplaatsFunction } from '#domain/functions.ts';
import { tidiedBody, type CommentBody, type CommentPiece } from '#domain/threads.ts';
import { FUNCTION_WORD } from '#lib/ui/words.ts';
import type { PersonToCall, PieceTold } from './threads.ts';

/** Somebody, or everybody with a function, who is called in what is being written. */
export type Called = { person: PersonToCall } | { function: WerkplaatsFunction };

/** What is being written: words, in which `@name` means who was chosen by that name. */
export type Draft = { words: string; called: Readonly<Record<string, Called>> };

export const EMPTY_DRAFT: Draft = { words: '', called: {} };

/** How somebody is called among the words. */
function callOf(called: Called): string {
	return `@${'person' in called ? called.person.name : FUNCTION_WORD[called.function]()}`;
}

/** What is said, once it is sent: a name that was typed and not chosen is a word. */
export function bodyOf({ words, called }: Draft): CommentBody {
	// The longest first: "@Jan de Wit" is not "@Jan".
	const calls = Object.keys(called).sort((one, other) => other.length - one.length);
	const pieces: CommentPiece[] = [];
	let rest = words;
	while (rest !== '') {
		const next = firstOf(rest, calls);
		if (!next) break;
		pieces.push({ text: rest.slice(0, next.at) }, pieceOf(called[next.call]));
		rest = rest.slice(next.at + next.call.length);
	}
	return tidiedBody([...pieces, { text: rest }]);
}

function firstOf(words: string, calls: readonly string[]): { at: number; call: string } | null {
	const found = calls
		.map((call) => ({ call, at: words.indexOf(call) }))
		.filter(({ at }) => at >= 0)
		.sort((one, other) => one.at - other.at || other.call.length - one.call.length);
	return found[0] ?? null;
}

function pieceOf(called: Called | undefined): CommentPiece {
	if (!called) return { text: '' };
	return 'person' in called ? { person: called.person.id } : { function: called.function };
}

/** To write further in what was said before. */
export function draftOf(body: readonly PieceTold[]): Draft {
	const called: Record<string, Called> = {};
	const words = body.map((piece) => {
		if ('text' in piece) return piece.text;
		// Who was called before is not warned about again.
		const one = 'person' in piece ? { person: { ...piece.person, mayRead: true } } : piece;
		called[callOf(one)] = one;
		return callOf(one);
	});
	return { words: words.join(''), called };
}

/** Who is called and may not read the text that it is about. */
export function unableToRead({ words, called }: Draft): PersonToCall[] {
	return Object.entries(called).flatMap(([call, one]) =>
		'person' in one && !one.person.mayRead && words.includes(call) ? [one.person] : []
	);
}

/** The name that is being typed before the caret, and where its `@` is; null when none is. */
export function callingAt(words: string, caret: number): { from: number; query: string } | null {
	const typed = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)?)$/u.exec(
		words.slice(0, caret)
	);
	const query = typed?.[1];
	return query === undefined ? null : { from: caret - query.length - 1, query };
}

/** The same with somebody in the place of the name that was being typed, and where the caret goes. */
export function withCalled(
	draft: Draft,
	{ from, to }: { from: number; to: number },
	called: Called
): { draft: Draft; caret: number } {
	const call = callOf(called);
	const words = `${draft.words.slice(0, from)}${call} ${draft.words.slice(to).trimStart()}`;
	return {
		draft: { words, called: { ...draft.called, [call]: called } },
		caret: from + call.length + 1
	};
}
