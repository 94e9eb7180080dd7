import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { unknownPart } from '../known.ts';
import { contentSchema } from '../schema.ts';
import { rawContent, readContent } from '../yjs.ts';

/** The text of a part's Y.Doc as a document of the schema. Reads only. */
export function readDocument(doc: Y.Doc): Node {
	return contentSchema.nodeFromJSON(readContent(doc));
}

/** A Y.Doc of these updates. Whoever asks for it destroys it. */
export function docOf(...updates: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}

/** Whether all that was applied is in the text: nothing waits for what came before it. */
export function isComplete(doc: Y.Doc): boolean {
	return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

/** Whether all of a text is in the schema of this editor. What is not, would be left out when it is read. */
export function isKnown(doc: Y.Doc): boolean {
	return unknownPart(rawContent(doc)) === null;
}
