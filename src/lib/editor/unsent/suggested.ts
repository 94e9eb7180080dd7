import { wordsInChanges } from '#domain/content/suggestions/unpushed.ts';
import type { Left } from './drawer.ts';

const SUGGESTED = ' suggested';

/** Where what one suggests in a part lies, apart from what one writes in it. */
export function placeOfSuggested(part: string): string {
	return part + SUGGESTED;
}

export function isSuggested({ part }: Left): boolean {
	return part.endsWith(SUGGESTED);
}

/** The words of the blocks that somebody would have otherwise. */
export function wordsSuggested({ edits }: Left): string {
	return edits.map((edit) => wordsInChanges(new TextDecoder().decode(edit))).join('\n');
}
