import type { Kind } from './kinds.ts';
import { oneLine, TITLE_MAX } from './line.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { State } from './states.ts';

/** Where new questions come up: a study ends with them, and so does what a case teaches. */
export const ASKED_FROM: readonly Kind[] = ['study', 'case'];

/** A question is one screen; of a longer passage one takes what it is about. */
export const WORDS_MAX = 2000;

/** What of a document counts for the questions that come up in it. */
export type Origin = { kind: Kind; state: State; sensitivity: Sensitivity };

/**
 * Who may read a question that came up in a document: what few may read is not told to all by that. Null where
 * nothing goes out, as from a vault.
 */
export function beginsAs(origin: Origin): Sensitivity | null {
	if (origin.sensitivity === 'vault') return null;
	const isForFew = origin.sensitivity === 'restricted' || isForEditorsFirst(origin);
	return isForFew ? 'restricted' : 'werkplaats';
}

/**
 * Whether an editor looks at it before the werkplaats does. A case that is still told is read by fewer people than
 * an agenda, and its words are not agreed on yet; what comes from what is restricted stays so.
 */
export function isForEditorsFirst({ kind, state, sensitivity }: Origin): boolean {
	const isReleased = state === 'final' || state === 'published';
	const isForFew = sensitivity === 'restricted' || sensitivity === 'vault';
	return kind === 'case' && !isReleased && !isForFew;
}

/** Whether a question is for the werkplaats from the moment that an editor calls it clear. */
export function opensWhenClear(
	{ linkId, editorsFirst }: { linkId: string | null; editorsFirst: boolean },
	sensitivity: Sensitivity
): boolean {
	return sensitivity === 'restricted' && (linkId !== null || editorsFirst);
}

/** A question as somebody may send it: what they selected as its title, and all of it below when it is more. */
export function questionIn(selected: string): { title: string; words: string } {
	const line = oneLine(selected);
	const [sentence = line] = /^.*?[.?!…](?=\s|$)/u.exec(line) ?? [];
	const title = sentence.length <= TITLE_MAX ? sentence : cut(sentence);
	return { title, words: title === line ? '' : selected.trim().slice(0, WORDS_MAX) };
}

/** As many whole words as fit in a title. */
function cut(sentence: string): string {
	const most = sentence.slice(0, TITLE_MAX - 1);
	const end = most.lastIndexOf(' ');
	return `${end > 0 ? most.slice(0, end) : most}…`;
}
