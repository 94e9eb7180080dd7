import * as Y from 'yjs';
import { hasPlace } from '#domain/content/merge/place.ts';
import { isComplete, isKnown } from '#domain/content/merge/read.ts';
import { rejoin } from '#domain/content/merge/rejoin.ts';
import type { Return } from '#domain/content/merge/rejoin.ts';

/** Where edits come from that are put back: neither typed now, so not undone, nor from the server. */
const RECOVERED = Symbol('recovered');

/**
 * Puts edits from before back into a text that has arrived: merged with what others did meanwhile where the
 * text that they were made on is known, or else as Yjs puts them there. Answers the words that found no
 * place, because others deleted where they stood or what they build on is not there; empty when all is in.
 */
export function putBack(
	doc: Y.Doc,
	edits: readonly Uint8Array[],
	base: Uint8Array | null = null
): string {
	const back = base && rejoined(doc, edits, base);
	const update = back ? back.update : Y.mergeUpdates([...edits]);
	if (!fits(doc, update)) return wordsIn(Y.mergeUpdates([...edits]));
	Y.applyUpdate(doc, update, RECOVERED);
	const isMerged = back && back.way !== 'exact';
	return isMerged ? '' : wordsIn(update, (id) => !isThere(doc, id));
}

/** Null where it can't be told: then it is for Yjs to say. */
function rejoined(doc: Y.Doc, mine: readonly Uint8Array[], base: Uint8Array): Return | null {
	try {
		return rejoin({ base, mine, live: Y.encodeStateAsUpdate(doc) });
	} catch (error) {
		reportError(error);
		return null;
	}
}

/** Whether all of an update can be applied, and is something that a text can hold. */
function fits(doc: Y.Doc, update: Uint8Array): boolean {
	const trial = new Y.Doc();
	try {
		Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
		Y.applyUpdate(trial, update);
		return isComplete(trial) && isKnown(trial);
	} catch {
		return false;
	} finally {
		trial.destroy();
	}
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
	const item: unknown = Y.getItem(doc.store, id);
	return item instanceof Y.Item && !item.deleted && hasPlace(doc, id);
}
