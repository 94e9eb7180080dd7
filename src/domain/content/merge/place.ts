import * as Y from 'yjs';

/** Whether what was written under this id is in a node that is in the text, be it deleted there again or not. */
export function hasPlace(doc: Y.Doc, id: Y.ID): boolean {
	const item: unknown = Y.getItem(doc.store, id);
	// All below a node that was deleted is gone, although nobody deleted it.
	return item instanceof Y.Item && holdersOf(item).every((holder) => !holder.deleted);
}

/** The nodes in which something stands, from the nearest. */
export function holdersOf(item: Y.Item): Y.Item[] {
	const holders: Y.Item[] = [];
	for (let at: Y.Item | null = item; at && at.parent instanceof Y.AbstractType;) {
		at = at.parent._item;
		if (at) holders.push(at);
	}
	return holders;
}

/** Whether an update that was applied has words in a node that is not in the text any more. */
export function isMisplaced(doc: Y.Doc, update: Uint8Array): boolean {
	return wordsIn(update).some(
		({ id }) => id.clock < Y.getState(doc.store, id.client) && !hasPlace(doc, id)
	);
}

/** Whether an update may have copied words: it took something away and wrote something. */
export function mayCopy(update: Uint8Array): boolean {
	return Y.decodeUpdate(update).ds.clients.size > 0 && wordsIn(update).length > 0;
}

/** The words that an update writes. */
export function wordsIn(update: Uint8Array): Words[] {
	return Y.decodeUpdate(update).structs.filter(isWords);
}

type Words = Y.Item & { content: Y.ContentString };

function isWords(struct: unknown): struct is Words {
	return struct instanceof Y.Item && struct.content instanceof Y.ContentString;
}
