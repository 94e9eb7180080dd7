import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { DEPTH_MAX } from '../clean.ts';
import { contentSchema, TEXT_FRAGMENT } from '../schema.ts';
import { markName, readContent } from '../yjs.ts';

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

/**
 * Whether all of a text is in the schema of this editor. What is not, would be left out when it is read, and deleted by an
 * editor. Its words are not written out for that: every text is asked before it opens.
 */
export function isKnown(doc: Y.Doc): boolean {
	return isKnownInside(doc.getXmlFragment(TEXT_FRAGMENT), 0);
}

function isKnownInside(parent: Y.XmlFragment, depth: number): boolean {
	if (depth > DEPTH_MAX) return true;
	return parent.toArray().every((child: unknown) => {
		if (child instanceof Y.XmlText) return hasKnownMarks(child);
		if (!(child instanceof Y.XmlElement)) return true;
		const type = contentSchema.nodes[child.nodeName];
		const names = Object.keys(child.getAttributes());
		const isKnownItself = type && names.every((name) => name in (type.spec.attrs ?? {}));
		return isKnownItself && isKnownInside(child, depth + 1);
	});
}

function hasKnownMarks(text: Y.XmlText): boolean {
	for (let item = text._start; item; item = item.right) {
		if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue;
		const { key, value } = item.content;
		// Around words that are gone it may still stand.
		if (value !== null && !isKnownMark(key)) return isKnownOnWords(text);
	}
	return true;
}

function isKnownOnWords(text: Y.XmlText): boolean {
	const runs: { attributes?: Record<string, unknown> }[] = text.toDelta();
	return runs.every(({ attributes = {} }) => Object.keys(attributes).every(isKnownMark));
}

function isKnownMark(format: string): boolean {
	return markName(format) in contentSchema.marks;
}
