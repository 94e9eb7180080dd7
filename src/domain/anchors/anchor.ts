import type { Passage, Run, TextIndex } from './text-index.ts';
import { hasTwin } from './echoes.ts';
import { quotedText } from './quoted-text.ts';

/**
 * Words in a text that may change: what they were, what stood around them, and which ids their characters
 * have. `resolve` says where they are now. Comments, suggestions and evidence hold on to a text with it.
 */
export type Anchor = {
	/** As people read it; blocks and lines end with `\n`. */
	quote: string;
	before: string;
	after: string;
	/** Whether nothing like it stood elsewhere in the text. */
	alone: boolean;
	/** The ids of the characters of the quote, without its `\n`. */
	runs: readonly Run[];
};

/** Two pages; longer is no passage but a text. */
export const QUOTE_MAX = 2000;
/** A line on either side: enough to tell two of the same words apart, and to see what it is about. */
const CONTEXT_MAX = 60;

/** Whether an anchor holds a passage by the ids that its characters have. */
export function isHeldBy(anchor: Anchor, runs: readonly Run[]): boolean {
	if (anchor.runs.length !== runs.length) return false;
	return runs.every(({ at, client, clock, length }, nth) => {
		const own = anchor.runs[nth];
		return own?.at === at && own.client === client && own.clock === clock && own.length === length;
	});
}

/** What a passage is held by; null where there are no words, or more than a quote has. */
export function anchorOf(text: TextIndex, passage: Passage): Anchor | null {
	const { from, to } = text.trimmed(passage);
	if (from >= to) return null;
	const quote = text.read({ from, to });
	if (quote.length > QUOTE_MAX) return null;
	const runs = text.runsIn({ from, to });
	return {
		quote,
		before: text.read({ from: Math.max(0, from - CONTEXT_MAX), to: from }),
		after: text.read({ from: to, to: to + CONTEXT_MAX }),
		alone: !hasTwin(text, quotedText(quote, runs)),
		runs
	};
}
