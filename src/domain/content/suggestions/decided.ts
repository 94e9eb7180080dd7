import type { Node } from '@tiptap/pm/model';
import { applied } from '../merge/difference.ts';
import { suggestionOf, type Hunk, type Suggestion } from './hunks.ts';

/** The text with only the chosen hunks. Valid whatever is chosen: with none it is the text, with all what is suggested. */
export function decided(base: Node, suggested: Node, isChosen: (hunk: Hunk) => boolean): Node {
	return decidedOn(suggestionOf(base, suggested), isChosen);
}

/** The same for who knows the hunks already. */
export function decidedOn(
	{ base, suggested, difference, hunks }: Suggestion,
	isChosen: (hunk: Hunk) => boolean
): Node {
	const chosen = hunks.map(isChosen);
	if (chosen.every((is) => is)) return suggested;
	return chosen.some((is) => is) ? applied(difference, (nth) => chosen[nth]!) : base;
}
