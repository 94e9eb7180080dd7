import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';

/**
 * A text, and the updates that are not in it: Yjs can read them but not apply them. They broke the room
 * on their way in, so they were never acknowledged or shown, and must not keep everybody out for ever.
 */
export type BuiltText = { doc: Y.Doc; unsound: bigint[] };

/**
 * A garbage-collected document with everything that is stored of a text. Costs memory until it is
 * destroyed, and a tenth of a second for twenty thousand edits. Throws when the snapshot can't be read.
 */
export function buildText(stored: StoredText): BuiltText {
	const doc = buildWhole(stored);
	return doc ? { doc, unsound: [] } : buildWithout(stored);
}

/** The same, for who only reads it. */
export function buildDoc(stored: StoredText): Y.Doc {
	return buildText(stored).doc;
}

function buildWhole({ snapshot, updates }: StoredText): Y.Doc | null {
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

/** One at a time, and anew after each that fails halfway. */
function buildWithout({ snapshot, updates }: StoredText): BuiltText {
	const taken: StoredText = { snapshot, updates: [] };
	const unsound: bigint[] = [];
	let doc = mustBuild(taken);
	for (const update of updates) {
		try {
			Y.applyUpdate(doc, update.bytes);
			taken.updates.push(update);
		} catch {
			unsound.push(update.id);
			doc.destroy();
			doc = mustBuild(taken);
		}
	}
	return { doc, unsound };
}

function mustBuild(stored: StoredText): Y.Doc {
	const doc = buildWhole(stored);
	if (!doc) throw new Error('what is stored of this text can not be read');
	return doc;
}
