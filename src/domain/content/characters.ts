import type { Node } from '@tiptap/pm/model';

// Between the places of an editor, which counts where nodes begin and end, and the characters of its text.

/** How many characters stand before a place in a text. */
export function charactersBefore(doc: Node, place: number): number {
	let count = 0;
	doc.nodesBetween(0, Math.min(place, doc.content.size), (node, start) => {
		if (node.isText) count += Math.min(node.nodeSize, place - start);
	});
	return count;
}

/** The places around some characters of a text; null when it has not so many. */
export function placesOf(
	doc: Node,
	{ from, to }: { from: number; to: number }
): { from: number; to: number } | null {
	const found = { from: -1, to: -1 };
	let count = 0;
	doc.descendants((node, place) => {
		if (!node.isText) return found.to < 0;
		const last = count + node.nodeSize;
		if (found.from < 0 && from < last) found.from = place + from - count;
		if (found.to < 0 && to <= last) found.to = place + to - count;
		count = last;
		return false;
	});
	return found.from < 0 || found.to < 0 ? null : found;
}
