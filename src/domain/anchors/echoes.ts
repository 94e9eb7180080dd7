import type { Piece, TextIndex } from './text-index.ts';

/** Fewer signs than this that are alike say nothing: "naar aanleiding van" stands in every text. */
const ECHO_LEAST = 16;

/**
 * Stretches of a quote that stand, letter for letter, in one place of a text. Words that were moved are copies
 * to Yjs: after a later edit in them neither their ids nor the whole quote is found.
 */
export function echoes(text: TextIndex, quote: TextIndex): Piece[] {
	return within(text, quote.signs, 0);
}

function within(text: TextIndex, signs: string, of: number): Piece[] {
	if (signs.length < ECHO_LEAST) return [];
	const at = text.signs.indexOf(signs);
	if (at >= 0) {
		const isOnly = text.signs.indexOf(signs, at + 1) < 0;
		return isOnly ? [{ at, of, length: signs.length }] : [];
	}
	const half = signs.length >>> 1;
	return [
		...within(text, signs.slice(0, half), of),
		...within(text, signs.slice(half), of + half)
	].sort((one, other) => one.at - other.at);
}

/** Whether a passage, or most of it, stands in its text a second time. */
export function hasTwin(text: TextIndex, quote: TextIndex): boolean {
	if (text.find(quote, 2).length > 1) return true;
	let [alike, asked] = [0, 0];
	for (let of = 0; of + ECHO_LEAST <= quote.signs.length; of += ECHO_LEAST) {
		const stretch = quote.signs.slice(of, of + ECHO_LEAST);
		asked += 1;
		if (text.signs.indexOf(stretch, text.signs.indexOf(stretch) + 1) >= 0) alike += 1;
	}
	return asked > 0 && alike * 2 >= asked;
}
