import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { mergeDocuments } from './merge.ts';
import { docOf, isKnown, readDocument } from './read.ts';

/**
 * Watches over an edit of one's own that gave words to other nodes (a wrap, a join, another type): to Yjs those
 * are copies, and what somebody types in the original, before they see the edit, is lost. Only the one who made
 * the edit watches: two who rescue the same words double them.
 */
export class Rescue {
	readonly #before: readonly Uint8Array[];
	readonly #heard: Uint8Array[] = [];

	/** `before` is the text without the edit, as Yjs updates. It is read only when words are missing. */
	constructor(before: readonly Uint8Array[]) {
		this.#before = before;
	}

	/** Something of others is in the text, and misses nothing. */
	heard(update: Uint8Array): void {
		this.#heard.push(update);
	}

	/**
	 * As `live` should read now that it has an update of others of which words are missing; null when that is not
	 * because of this edit. Nodes that others made or took away stay as Yjs has them: whoever did so watches over
	 * that themselves, and where two put the same nodes right, none may be left.
	 */
	wanted(live: Y.Doc, update: Uint8Array): Node | null {
		if (!isKnown(live)) return null;
		const [base, theirs] = [
			textOf(this.#before, this.#heard),
			textOf(this.#before, this.#heard, [update])
		];
		const right = putRight(base, theirs, live);
		return right === 'right' ? null : right;
	}
}

/**
 * As `live` should read now that words are missing by which `theirs` differs from `base`; null where nodes differ as well,
 * which nobody but who made them puts right.
 */
export function putRight(base: Node, theirs: Node, live: Y.Doc): Node | 'right' | null {
	if (!sameNodes(base, theirs)) return null;
	const now = readDocument(live);
	const merged = mergeDocuments(base, theirs, now);
	return merged.eq(now) ? 'right' : merged;
}

function textOf(...updates: readonly (readonly Uint8Array[])[]): Node {
	const doc = docOf(...updates.flat());
	try {
		return readDocument(doc);
	} finally {
		doc.destroy();
	}
}

function sameNodes(one: Node, other: Node): boolean {
	const nodes = (node: Node) => node.children.filter((child) => !child.isText);
	const [some, others] = [nodes(one), nodes(other)];
	return (
		one.type === other.type &&
		some.length === others.length &&
		some.every((child, index) => sameNodes(child, others[index]!))
	);
}
