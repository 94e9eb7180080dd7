import { echoes } from './echoes.ts';
import type { Piece, TextIndex } from './text-index.ts';

/** So much of a quote has to be there still for the words around it to be what became of it. */
const SURVIVING_LEAST = 1 / 3;
/** The same where no id of it survives: then almost all of it, for these are but the same letters. */
const ECHOING_LEAST = 3 / 5;
/** A piece of fewer signs says nothing: when Yjs is given other words, it keeps the letters that are alike. */
const PIECE_LEAST = 3;
/** Signs that may come between two pieces of one passage, beside as many as the quote has. */
const BETWEEN_MOST = 40;
/** The beginning or end of a quote, by which its edge is found back past an edit. */
const EDGE_MOST = 8;
const EDGE_LEAST = 6;

/** From a sign up to but not including another. */
type Stretch = { from: number; to: number };

/** What became of a passage: around the quoted characters that are left of it. Null when too little is. */
export function remains(text: TextIndex, quote: TextIndex, alone: boolean): Stretch | null {
	const least = Math.min(PIECE_LEAST, quote.signs.length);
	const survivors = text.survivors(quote).filter(({ length }) => length >= least);
	const held = gathered(text, quote, survivors, SURVIVING_LEAST);
	if (held || !alone) return held;
	return gathered(text, quote, echoes(text, quote), ECHOING_LEAST);
}

/** The part of the text in which most of these pieces stand together, if that is enough of the quote. */
function gathered(
	text: TextIndex,
	quote: TextIndex,
	pieces: readonly Piece[],
	share: number
): Stretch | null {
	const between = Math.max(quote.signs.length, BETWEEN_MOST);
	const groups: Piece[][] = [];
	for (const piece of grown(text, quote, pieces)) {
		const last = groups.at(-1)?.at(-1);
		if (last && piece.at - (last.at + last.length) <= between) groups.at(-1)?.push(piece);
		else groups.push([piece]);
	}
	const [most] = groups
		.map((group) => ({ group, signs: covered(group) }))
		.sort((one, other) => other.signs - one.signs);
	if (!most || most.signs < quote.signs.length * share) return null;
	return toTheEdges(text, quote, most.group);
}

/** How many signs of the quote are in these pieces; one that is there twice counts once. */
function covered(pieces: readonly Piece[]): number {
	let [count, until] = [0, 0];
	for (const { of, length } of [...pieces].sort((one, other) => one.of - other.of)) {
		count += Math.max(0, of + length - Math.max(of, until));
		until = Math.max(until, of + length);
	}
	return count;
}

/** Each piece with the same signs beside it: half of a paragraph that was split is a copy. */
function grown(text: TextIndex, quote: TextIndex, pieces: readonly Piece[]): Piece[] {
	let past = 0;
	return pieces.flatMap((piece) => {
		if (piece.at + piece.length <= past) return [];
		let { at, of } = piece;
		while (of > 0 && at > past && text.signs[at - 1] === quote.signs[of - 1])
			[at, of] = [at - 1, of - 1];
		let end = piece.at + piece.length;
		while (
			piece.of + end - piece.at < quote.signs.length &&
			text.signs[end] === quote.signs[piece.of + end - piece.at]
		) {
			end += 1;
		}
		past = end;
		return [{ at, of, length: end - at }];
	});
}

/** From where the quote begins to where it ends, as far as its own first and last words are near. */
function toTheEdges(text: TextIndex, quote: TextIndex, group: readonly Piece[]): Stretch {
	const from = Math.min(...group.map(({ at }) => at));
	const to = Math.max(...group.map(({ at, length }) => at + length));
	const head = Math.min(...group.map(({ of }) => of));
	const tail = quote.signs.length - Math.max(...group.map(({ of, length }) => of + length));
	const reach = (missing: number) => missing * 2 + BETWEEN_MOST;
	const begin = quote.signs.slice(0, Math.min(head, EDGE_MOST));
	const end = quote.signs.slice(quote.signs.length - Math.min(tail, EDGE_MOST));
	const start = Math.max(0, from - reach(head));
	const begun = text.signs.slice(start, from).lastIndexOf(begin);
	const ended = text.signs.slice(to, to + reach(tail)).indexOf(end);
	return {
		from: begin.length >= EDGE_LEAST && begun >= 0 ? start + begun : from,
		to: end.length >= EDGE_LEAST && ended >= 0 ? to + ended + end.length : to
	};
}
