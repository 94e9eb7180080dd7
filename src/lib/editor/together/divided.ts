import * as Y from 'yjs';

/** Whether words of one node are in several texts that stand side by side. */
export function isDivided(element: Y.XmlElement): boolean {
	let before: unknown = null;
	for (const child of childrenOf(element)) {
		if (child instanceof Y.XmlText && before instanceof Y.XmlText) return true;
		before = child;
	}
	return false;
}

/** Whether there is such a node in a block. */
export function hasDivided(block: unknown): boolean {
	if (!(block instanceof Y.XmlElement)) return false;
	return isDivided(block) || childrenOf(block).some(hasDivided);
}

export function childrenOf(parent: Y.XmlElement): unknown[] {
	return parent.length === 0 ? [] : parent.toArray();
}
