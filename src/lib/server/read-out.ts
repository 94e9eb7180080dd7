import type * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';
import { clientRuns, type ClientRun } from '#domain/content/client-runs.ts';
import type { Content } from '#domain/content/schema.ts';
import { readContent } from '#domain/content/yjs.ts';
import { storable } from './storable.ts';
import { buildDoc } from './stored-text.ts';

/** A text as pages, search and export read it, and under which client ids of Yjs its characters were written. */
export type ReadOut = { content: Content; clients: ClientRun[] };

export function readOut(stored: StoredText): ReadOut {
	const doc = buildDoc(stored);
	try {
		return readOutOf(doc);
	} finally {
		doc.destroy();
	}
}

/** The same of a text that is open. */
export function readOutOf(doc: Y.Doc): ReadOut {
	const content = storable(readContent(doc));
	return { content, clients: clientRuns(doc, content) };
}
