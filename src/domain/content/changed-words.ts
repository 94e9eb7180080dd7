/** Whether something stands in both texts, or in one of them alone. */
export type Fate = 'keep' | 'add' | 'remove';
export type Run = { fate: Fate; text: string };

type Piece = Run & { isWord: boolean };

const PIECES = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * The same change in whole words: half a word struck through in another is harder to read than both. What went
 * stands before what came in its place.
 */
export function inWholeWords(runs: readonly Run[]): Run[] {
	const pieces = runs.flatMap(({ fate, text }) =>
		(text.match(PIECES) ?? []).map((piece) => ({ fate, text: piece, isWord: IN_WORD.test(piece) }))
	);
	return joined(wordsOf(pieces).flatMap((word) => (isMixed(word) ? bothOf(word) : word)));
}

/** Pieces of one word together, whatever became of each; what stands between words by itself. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
	const words: Piece[][] = [];
	for (const piece of pieces) {
		const last = words.at(-1);
		if (piece.isWord && last?.[0]?.isWord) last.push(piece);
		else words.push([piece]);
	}
	return words;
}

function isMixed(word: readonly Piece[]): boolean {
	return word.length > 1 && word.some(({ fate }) => fate === 'keep');
}

/** The word as it was, and as it became. */
function bothOf(word: readonly Run[]): Run[] {
	const without = (left: Fate) =>
		word.flatMap(({ fate, text }) => (fate === left ? [] : text)).join('');
	return [
		{ fate: 'remove', text: without('add') },
		{ fate: 'add', text: without('remove') }
	];
}

/** Of a stretch that changed, first all that went, then all that came. */
function joined(runs: readonly Run[]): Run[] {
	const made: Run[] = [];
	let stretch = { remove: '', add: '' };
	const close = () => {
		for (const fate of ['remove', 'add'] as const) {
			if (stretch[fate] !== '') made.push({ fate, text: stretch[fate] });
		}
		stretch = { remove: '', add: '' };
	};
	for (const { fate, text } of runs) {
		if (fate !== 'keep') {
			stretch[fate] += text;
			continue;
		}
		close();
		const last = made.at(-1);
		if (last?.fate === 'keep') last.text += text;
		else made.push({ fate, text });
	}
	close();
	return made;
}
