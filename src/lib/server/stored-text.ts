import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';

/**
 * A garbage-collected document with everything that is stored of a text. Costs memory until it is
 * destroyed, and a tenth of a second for twenty thousand edits.
 */
export function buildDoc({ snapshot, updates }: StoredText): Y.Doc {
	const doc = new Y.Doc({ gc: true });
	// One transaction for all: thousands of small ones take many times as long.
	doc.transact(() => {
		if (snapshot) Y.applyUpdate(doc, snapshot);
		for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
	});
	return doc;
}
