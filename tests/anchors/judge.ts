import type { Doc } from 'yjs';
import type { Content } from '#domain/content/schema.ts';
import { readContent } from '#domain/content/yjs.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';
import type { Passage } from '#domain/anchors/text-index.ts';

/** So few letters that are alike say nothing of what was quoted. */
const ALIKE_LEAST = 3;

/** What is said of a link: where its words are, and which. */
type Said = { is: 'same' | 'moved' | 'changed'; range: Passage; text: string } | { is: 'lost' };

/**
 * What is wrong with what is said of a link; null when it is true. Reads the text in the way of pages and export,
 * and knows nothing of how a passage is found.
 */
export function faultOf(doc: Doc, { anchor }: { anchor: Anchor }, standing: Said): string | null {
	const text = charactersOf(readContent(doc));
	const quote = anchor.quote.replaceAll('\n', '');
	if (standing.is === 'lost') {
		// Short words, and words that are there twice, may be anybody's.
		const isPlain = anchor.alone && lettersOf(quote).length >= 8;
		return isPlain && isOnce(text, quote) ? `lost, though it stands there: ${quote}` : null;
	}
	const there = text.slice(standing.range.from, standing.range.to);
	if (lettersOf(there) !== lettersOf(standing.text)) return `says "${standing.text}" of "${there}"`;
	if (standing.is !== 'changed') {
		const isQuote = lettersOf(there).includes(lettersOf(quote));
		return isQuote ? null : `${standing.is}: "${there}" is not "${quote}"`;
	}
	const least = Math.min(ALIKE_LEAST, lettersOf(quote).length);
	if (alike(lettersOf(there), lettersOf(quote)) < least)
		return `changed: nothing of "${quote}" in "${there}"`;
	return there.includes(quote) ? `changed, though it stands there: ${quote}` : null;
}

/** Half of a pair that is one character together says nothing by itself. */
function charactersOf(node: Content): string {
	const text = node.text ?? (node.content ?? []).map(charactersOf).join('');
	return node.type === 'text' ? text : text.toWellFormed();
}

export function lettersOf(text: string): string {
	return text.replace(/\s+/gu, '');
}

function isOnce(text: string, words: string): boolean {
	const [all, letters] = [lettersOf(text), lettersOf(words)];
	const at = all.indexOf(letters);
	// Once in any spacing: where a block ends there is none.
	return text.includes(words) && all.indexOf(letters, at + 1) < 0;
}

/** How many letters the longest stretch has that stands in both. */
function alike(one: string, other: string): number {
	let most = 0;
	for (let from = 0; from < one.length; from += 1) {
		while (other.includes(one.slice(from, from + most + 1)) && from + most < one.length) most += 1;
	}
	return most;
}
