import * as Y from 'yjs';
import { unknownPart } from '#domain/content/known.ts';
import { rawContent } from '#domain/content/yjs.ts';

/** Where edits come from that are put back: neither typed now, so not undone, nor from the server. */
const RECOVERED = Symbol('recovered');

/**
 * Puts edits from before back into a text that has arrived. Answers the words that found no place,
 * because others deleted where they stood or what they build on is not there; empty when all is in.
 *
 * The one place where what somebody did while away meets what others did: a merge of documents that
 * rescues such words belongs here.
 */
export function putBack(doc: Y.Doc, edits: Uint8Array): string {
	const trial = new Y.Doc();
	try {
		Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
		Y.applyUpdate(trial, edits);
		const { pendingStructs, pendingDs } = trial.store;
		if (pendingStructs ?? pendingDs ?? unknownPart(rawContent(trial))) return wordsIn(edits);
	} catch {
		return wordsIn(edits);
	} finally {
		trial.destroy();
	}
	Y.applyUpdate(doc, edits, RECOVERED);
	return wordsIn(edits, (id) => !isThere(doc, id));
}

/**
 * The words that were typed in these edits and not deleted again by them, in the order of typing, a
 * line for each block; of only those places that are asked for.
 */
export function wordsIn(edits: Uint8Array, isWanted: (id: Y.ID) => boolean = () => true): string {
	const { structs, ds } = Y.decodeUpdate(edits);
	let words = '';
	for (const struct of structs) {
		if (!(struct instanceof Y.Item)) continue;
		if (struct.content instanceof Y.ContentType) words += '\n';
		if (!(struct.content instanceof Y.ContentString)) continue;
		for (const [index, unit] of struct.content.str.split('').entries()) {
			const id = Y.createID(struct.id.client, struct.id.clock + index);
			if (!Y.isDeleted(ds, id) && isWanted(id)) words += unit;
		}
	}
	return words.replace(/\n+/g, '\n').trim();
}

function isThere(doc: Y.Doc, id: Y.ID): boolean {
	// It may be gone although nobody deleted it: so is all below a block that was deleted.
	const item: unknown = Y.getItem(doc.store, id);
	if (!(item instanceof Y.Item) || item.deleted) return false;
	for (let { parent } = item; parent instanceof Y.AbstractType;) {
		if (!parent._item) return true;
		if (parent._item.deleted) return false;
		({ parent } = parent._item);
	}
	return true;
}
