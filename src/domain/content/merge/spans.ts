import type { Node } from '@tiptap/pm/model';
import { matches } from './matches.ts';

/** A run of blocks that differ: `[start, end)` in the one document, and in the other. */
export type Span = { from: readonly [number, number]; to: readonly [number, number] };

/** A block with less text than this says too little about where it belongs. */
const ANCHOR_MIN = 8;

/** The runs of blocks in which two documents differ, in order. Between them every block is the same. */
export function changedSpans(from: readonly Node[], to: readonly Node[]): Span[] {
	let start = 0;
	let [end, toEnd] = [from.length, to.length];
	while (start < end && start < toEnd && from[start]!.eq(to[start]!)) start += 1;
	while (end > start && toEnd > start && from[end - 1]!.eq(to[toEnd - 1]!)) {
		end -= 1;
		toEnd -= 1;
	}
	const anchors = matches(
		anchorsOf(from.slice(start, end), '<'),
		anchorsOf(to.slice(start, toEnd), '>')
	);
	const spans: Span[] = [];
	let [i, j] = [start, start];
	for (const [x, y] of [...anchors, [end - start, toEnd - start] as const]) {
		const [nextI, nextJ] = [start + x, start + y];
		if (nextI > i || nextJ > j) spans.push({ from: [i, nextI], to: [j, nextJ] });
		i = nextI + 1;
		j = nextJ + 1;
	}
	return spans;
}

/** What each block is matched by; a tiny block, such as an empty paragraph, by nothing. */
function anchorsOf(blocks: readonly Node[], side: string): string[] {
	return blocks.map((block, i) =>
		block.textContent.length < ANCHOR_MIN ? `${side}${i}` : faceOf(block)
	);
}

const faces = new WeakMap<Node, string>();

function faceOf(block: Node): string {
	const known = faces.get(block);
	if (known) return known;
	const face = JSON.stringify(block.toJSON());
	faces.set(block, face);
	return face;
}
