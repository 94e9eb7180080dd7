import type { Node } from '@tiptap/pm/model';
import { matches } from './matches.ts';

/** A run of blocks that differ: `[start, end)` in the one document, and in the other. */
export type Span = { from: readonly [number, number]; to: readonly [number, number] };

/** How blocks are told apart. */
export type Eye<Block> = {
	isSame: (a: Block, b: Block) => boolean;
	/** Equal for blocks that look the same. */
	face: (block: Block) => string;
	/** How long its text is. */
	length: (block: Block) => number;
};

/** A block with less text than this, such as an empty paragraph, says too little about where it belongs. */
const ANCHOR_MIN = 8;

/** The runs of blocks in which two rows differ, in order. Between them every block is the same. */
export function changedSpans<Block>(
	from: readonly Block[],
	to: readonly Block[],
	eye: Eye<Block>
): Span[] {
	let start = 0;
	let [end, toEnd] = [from.length, to.length];
	while (start < end && start < toEnd && eye.isSame(from[start]!, to[start]!)) start += 1;
	while (end > start && toEnd > start && eye.isSame(from[end - 1]!, to[toEnd - 1]!)) {
		end -= 1;
		toEnd -= 1;
	}
	const anchor = (side: string) => (block: Block, i: number) =>
		eye.length(block) < ANCHOR_MIN ? `${side}${i}` : eye.face(block);
	const anchors = matches(
		from.slice(start, end).map(anchor('<')),
		to.slice(start, toEnd).map(anchor('>'))
	);
	const spans: Span[] = [];
	let [i, j] = [start, start];
	for (const [x, y] of [...anchors, [end - start, toEnd - start] as const]) {
		const [nextI, nextJ] = [start + x, start + y];
		if (nextI > i || nextJ > j) spans.push({ from: [i, nextI], to: [j, nextJ] });
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return spans;
}

/** The runs of blocks in which two texts differ. */
export function changedBlocks(from: Node, to: Node): Span[] {
	return changedSpans(from.children, to.children, NODES);
}

const faces = new WeakMap<Node, string>();

const NODES: Eye<Node> = {
	isSame: (a, b) => a.eq(b),
	length: (block) => block.textContent.length,
	face: (block) => {
		const known = faces.get(block);
		if (known) return known;
		const face = JSON.stringify(block.toJSON());
		faces.set(block, face);
		return face;
	}
};
