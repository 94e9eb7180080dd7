import type { Node } from '@tiptap/pm/model';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { writeBlocks } from '#domain/content/merge/write.ts';
import { childrenOf, hasDivided } from './divided.ts';

type Nodes = ProsemirrorBinding['mapping'];

/**
 * Writes what changed in an editor to its text, if some of it is in words that are divided; answers whether it
 * did. `nodes` says what the editor showed before, and afterwards what it shows now.
 */
export function writeDivided(text: Y.XmlFragment, shown: Node, nodes: Nodes): boolean {
	const present: unknown[] = text.toArray();
	const wanted = shown.children;
	const least = Math.min(present.length, wanted.length);
	const isSame = (type: unknown, node: Node | undefined) =>
		type instanceof Y.AbstractType && nodes.get(type) === node;
	let [start, end] = [0, 0];
	while (start < least && isSame(present[start], wanted[start])) start += 1;
	while (start + end < least && isSame(present.at(-1 - end), wanted.at(-1 - end))) end += 1;
	if (!present.slice(start, present.length - end).some(hasDivided)) return false;

	const blocks = wanted.slice(start, wanted.length - end);
	writeBlocks(text, [start, present.length - end], shown.type.create(null, blocks));
	const written: unknown[] = text.toArray();
	for (const [index, node] of blocks.entries()) pair(written[start + index], node, nodes);
	nodes.set(text, shown);
	return true;
}

function pair(type: unknown, node: Node, nodes: Nodes): void {
	if (!(type instanceof Y.XmlElement)) return;
	nodes.set(type, node);
	const inside = node.children.filter((child) => !child.isText);
	const elements = childrenOf(type).filter((child) => {
		if (child instanceof Y.XmlText) nodes.delete(child);
		return child instanceof Y.XmlElement;
	});
	for (const [index, child] of inside.entries()) pair(elements[index], child, nodes);
}
