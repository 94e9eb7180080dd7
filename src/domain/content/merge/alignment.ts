import { matches } from './matches.ts';
import type { Token } from './tokens.ts';

/** What of a token says where it belongs. */
export type Sign = Pick<Token, 'is' | 'key'>;

const WORD = /[\p{L}\p{N}]/u;
/** Signs of writing without spaces: each is a word. */
const WORD_BY_ITSELF = /[぀-鿿가-힣]/;

/** What no token of the other version is. */
export const NOWHERE = -1;

/**
 * For each token of `from` where it is in `to`, or `NOWHERE`. Words are matched first, between them what is
 * left of words, and then the rest: matched all at once, the open and close of cells and items outweigh
 * letters, and text that was deleted counts as kept. (Line breaks are all alike, so they are the rest.)
 */
export function align(from: readonly Sign[], to: readonly Sign[]): Int32Array {
	const places = new Int32Array(from.length).fill(NOWHERE);
	matchIn([wordsOf, lettersOf, everyToken], from, to, 0, 0, places);
	return places;
}

/** Cuts a row of tokens into what is matched as one. */
type Cut = (tokens: readonly Sign[]) => Pieces;
type Pieces = { keys: string[]; starts: number[]; lengths: number[] };

function matchIn(
	[cut, ...finer]: readonly Cut[],
	from: readonly Sign[],
	to: readonly Sign[],
	offset: number,
	toOffset: number,
	places: Int32Array
): void {
	if (!cut || from.length === 0 || to.length === 0) return;
	const [pieces, toPieces] = [cut(from), cut(to)];
	let [i, j] = [0, 0];
	const matchUntil = (end: number, toEnd: number) => {
		matchIn(finer, from.slice(i, end), to.slice(j, toEnd), offset + i, toOffset + j, places);
	};
	for (const [x, y] of matches(pieces.keys, toPieces.keys)) {
		const [start, toStart] = [pieces.starts[x]!, toPieces.starts[y]!];
		const length = pieces.lengths[x]!;
		matchUntil(start, toStart);
		for (let k = 0; k < length; k += 1) places[offset + start + k] = toOffset + toStart + k;
		i = start + length;
		j = toStart + length;
	}
	matchUntil(from.length, to.length);
}

function wordsOf(tokens: readonly Sign[]): Pieces {
	return pieces(tokens, wordLength);
}

function lettersOf(tokens: readonly Sign[]): Pieces {
	return pieces(tokens, (_, i) => Number(isVisible(tokens[i]!)));
}

function everyToken(tokens: readonly Sign[]): Pieces {
	return pieces(tokens, () => 1);
}

/** The pieces that begin at tokens where `lengthAt` is not nought. */
function pieces(
	tokens: readonly Sign[],
	lengthAt: (tokens: readonly Sign[], start: number) => number
): Pieces {
	const found: Pieces = { keys: [], starts: [], lengths: [] };
	for (let i = 0; i < tokens.length;) {
		const length = lengthAt(tokens, i);
		if (length > 0) {
			found.keys.push(keyOf(tokens, i, length));
			found.starts.push(i);
			found.lengths.push(length);
		}
		i += Math.max(1, length);
	}
	return found;
}

function keyOf(tokens: readonly Sign[], start: number, length: number): string {
	let key = tokens[start]!.key;
	for (let i = 1; i < length; i += 1) key += tokens[start + i]!.key;
	return key;
}

function isVisible(token: Sign): boolean {
	return token.is === 'character' && token.key.trim() !== '';
}

function wordLength(tokens: readonly Sign[], start: number): number {
	const first = tokens[start]!;
	if (first.is !== 'character' || !WORD.test(first.key)) return 0;
	if (WORD_BY_ITSELF.test(first.key)) return 1;
	let end = start + 1;
	while (end < tokens.length && continuesWord(tokens[end]!)) end += 1;
	return end - start;
}

/** Whether a token is a letter of a word of several. */
export function continuesWord(token: Sign): boolean {
	return token.is === 'character' && WORD.test(token.key) && !WORD_BY_ITSELF.test(token.key);
}
