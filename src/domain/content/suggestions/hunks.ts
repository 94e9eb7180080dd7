import type { Node } from '@tiptap/pm/model';
import { differenceOf, type Difference, type Row } from '../merge/difference.ts';
import type { Token } from '../merge/tokens.ts';
import { HunkWords, type Does } from './hunk-words.ts';
import { Keys } from './keys.ts';

/** A place in a text, in positions of ProseMirror; nothing lies between two that are the same. */
export type Place = { from: number; to: number };

/** One change that can be taken or left by itself. */
export type Hunk = {
	/** By what it changes and what stands beside it; the same for as long as that is so. */
	key: string;
	does: Does;
	/** The words that go, and those that come; of formatting and of blocks, those that it is about. */
	before: string;
	after: string;
	/** The kinds of nodes and marks that go, and those that come. */
	kinds: { before: readonly string[]; after: readonly string[] };
	/** Where that is in either text, in order: at least one place in each. */
	inBase: readonly Place[];
	inSuggested: readonly Place[];
};

/** What would become of a text, hunk by hunk. */
export type Suggestion = {
	base: Node;
	suggested: Node;
	/** The first hunk is number 0 in it. */
	difference: Difference;
	hunks: readonly Hunk[];
};

/** In which hunks somebody would have a text otherwise, in the order of the text. */
export function hunksOf(base: Node, suggested: Node): Hunk[] {
	return [...suggestionOf(base, suggested).hunks];
}

/** The same, with all that is needed to take some of them. */
export function suggestionOf(base: Node, suggested: Node): Suggestion {
	const difference = differenceOf(base, suggested);
	const found = Array.from({ length: difference.hunks }, () => new Making());
	const keys = new Keys(difference.hunks);
	let [inBase, inSuggested] = [0, 0];
	for (const passage of difference.passages) {
		if ('blocks' in passage) {
			const size = passage.blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
			inBase += size;
			inSuggested += size;
			continue;
		}
		keys.read(passage.rows);
		for (const row of passage.rows) {
			const gone = row.does === 'add' ? 0 : sizeOf(row.before);
			const come = row.does === 'remove' ? 0 : sizeOf(row.after);
			if ('hunk' in row) {
				found[row.hunk]!.add(row, [inBase, inBase + gone], [inSuggested, inSuggested + come]);
			}
			inBase += gone;
			inSuggested += come;
		}
	}
	const hunks = found.map((hunk, nth) => hunk.made(keys.of(nth)));
	return { base, suggested, difference, hunks };
}

/** How many positions a token takes: in UTF-16, as ProseMirror and a browser count. */
function sizeOf(token: Token): number {
	return token.is === 'character' ? token.text.length : 1;
}

type Range = readonly [number, number];

class Making {
	readonly #base: Place[] = [];
	readonly #suggested: Place[] = [];
	readonly #words = new HunkWords();

	add(row: Exclude<Row, { does: 'keep' }>, base: Range, suggested: Range): void {
		this.#words.add(row);
		stretch(this.#base, base);
		stretch(this.#suggested, suggested);
	}

	made(key: string): Hunk {
		return {
			key,
			...this.#words.told(),
			inBase: this.#base,
			inSuggested: this.#suggested
		};
	}
}

function stretch(places: Place[], [from, to]: Range): void {
	const last = places.at(-1);
	if (last?.to === from) last.to = to;
	else places.push({ from, to });
}
