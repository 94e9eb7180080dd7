import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';

/**
 * A garbage-collected document with everything that is stored of a text. Costs memory until it is
 * destroyed, and a tenth of a second for twenty thousand edits.
 *
 * An update that Yjs can read but not apply is left out: it broke the room on its way in, so it was
 * never acknowledged or shown, and must not keep everybody out of the text for ever.
 */
export function buildDoc(stored: StoredText): Y.Doc {
	return buildWhole(stored) ?? buildWithout(stored);
}

/** The same, but null when something had to be left out: such a text is read, and never rewritten. */
export function buildWhole({ snapshot, updates }: StoredText): Y.Doc | null {
	const doc = new Y.Doc({ gc: true });
	try {
		// One transaction for all: thousands of small ones take many times as long.
		doc.transact(() => {
			if (snapshot) Y.applyUpdate(doc, snapshot);
			for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
		});
		return doc;
	} catch {
		doc.destroy();
		return null;
	}
}

/** One at a time, and anew after each that fails halfway. Throws when the snapshot itself can't be read. */
function buildWithout({ snapshot, updates }: StoredText): Y.Doc {
	const taken: StoredText = { snapshot, updates: [] };
	let doc = mustBuild(taken);
	for (const update of updates) {
		try {
			Y.applyUpdate(doc, update.bytes);
			taken.updates.push(update);
		} catch {
			doc.destroy();
			doc = mustBuild(taken);
		}
	}
	return doc;
}

function mustBuild(stored: StoredText): Y.Doc {
	const doc = buildWhole(stored);
	if (!doc) throw new Error('what is stored of this text can not be read');
	return doc;
}
