import type { Anchor } from './anchor.ts';
import { quotedText } from './quoted-text.ts';
import { remains } from './remains.ts';
import type { Passage, TextIndex } from './text-index.ts';

/**
 * How a passage fares: the same words, held by their own ids or, `moved`, found again as copies; other words
 * where some of it survives; or nothing of it.
 */
export type Standing =
	{ is: 'same' | 'moved' | 'changed'; range: Passage; text: string } | { is: 'lost' };

/** Shorter words stand anywhere: those are found again only where what is around them is there too. */
const ALONE_LEAST = 8;
/** Of what stands around a quote, fewer signs than this say nothing. */
const CONTEXT_LEAST = 6;
/** More places than this are no place. */
const PLACES_MOST = 500;

/** Where the words of an anchor are in a text now. Never at words that are neither them nor what became of them. */
export function resolve(text: TextIndex, anchor: Anchor): Standing {
	const quote = quotedText(anchor.quote, anchor.runs);
	const { length } = quote.signs;
	const own = heldByIds(text, quote);
	if (own !== undefined) return standing(text, 'same', own, own + length);
	const again = foundAgain(text, quote, anchor);
	if (again !== undefined) return standing(text, 'moved', again, again + length);
	const rest = remains(text, quote, anchor.alone);
	if (!rest) return { is: 'lost' };
	// Of several copies, the one among what is left of the words themselves is meant.
	const [whole, other] = text
		.find(quote, PLACES_MOST)
		.filter((at) => at >= rest.from && at + length <= rest.to);
	if (whole !== undefined && other === undefined) {
		return standing(text, 'moved', whole, whole + length);
	}
	return standing(text, 'changed', rest.from, rest.to);
}

function standing(
	text: TextIndex,
	is: 'same' | 'moved' | 'changed',
	from: number,
	to: number
): Standing {
	// A piece may end within a pair of surrogates.
	const range = text.trimmed(text.passage(from, to));
	return { is, range, text: text.read(range) };
}

/** Where the whole quote stands around the most of its own characters. */
function heldByIds(text: TextIndex, quote: TextIndex): number | undefined {
	const own = new Map<number, number>();
	for (const { at, of, length } of text.survivors(quote)) {
		own.set(at - of, (own.get(at - of) ?? 0) + length);
	}
	const places = [...own].sort(([, one], [, other]) => other - one);
	return places.find(([at]) => text.says(quote, at))?.[0];
}

/**
 * Where the words of a quote stand as copies: the only place where they do, if they had no twin when they were
 * quoted, or else the only one with what stood around them.
 */
function foundAgain(text: TextIndex, quote: TextIndex, anchor: Anchor): number | undefined {
	const places = text.find(quote, PLACES_MOST);
	if (places.length === 0 || places.length === PLACES_MOST) return undefined;
	const { signs: before } = quotedText(anchor.before);
	const { signs: after } = quotedText(anchor.after);
	const { length } = quote.signs;
	const fitting = places.map((at) => {
		const start = before.length >= CONTEXT_LEAST && text.signs.slice(0, at).endsWith(before);
		const end = after.length >= CONTEXT_LEAST && text.signs.startsWith(after, at + length);
		return { at, sides: Number(start) + Number(end) };
	});
	const [only] = fitting;
	if (fitting.length === 1 && anchor.alone && (length >= ALONE_LEAST || only?.sides)) {
		return only?.at;
	}
	for (const sides of [2, 1]) {
		const best = fitting.filter((place) => place.sides >= sides);
		if (best.length > 0) return best.length === 1 ? best[0]?.at : undefined;
	}
	return undefined;
}
