import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';
import { plainText } from '#domain/content/text.ts';
import { readContent } from '#domain/content/yjs.ts';
import { buildText } from '#server/stored-text.ts';

/** Less of a text than this is left than of the last snapshot: somebody may want it back. */
const SHRUNK_TO = 0.1;
/** Of a text as short as this nobody misses anything. */
const SHORT_CHARACTERS = 200;

/**
 * `unsound` are the updates that are left out: Yjs can't apply them. `isShrunk` says that hardly anything
 * is left of what the last snapshot showed.
 */
export type Condensed = { snapshot: Uint8Array; unsound: bigint[]; isShrunk: boolean };

/** A snapshot of all that is stored, in a document that forgets what was deleted. */
export function condense(stored: StoredText): Condensed {
	const { doc, unsound } = buildText(stored);
	try {
		// A snapshot would hold what waits for something else, and it would wait there for ever.
		if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('something is missing');
		const snapshot = Y.encodeStateAsUpdate(doc);
		return { snapshot, unsound, isShrunk: isShrunk(stored.snapshot, charactersIn(doc)) };
	} finally {
		doc.destroy();
	}
}

/** The updates that Yjs can't apply. */
export function findUnsound(stored: StoredText): bigint[] {
	const { doc, unsound } = buildText(stored);
	doc.destroy();
	return unsound;
}

function isShrunk(before: Uint8Array | null, characters: number): boolean {
	// A snapshot has at least a byte for each character that it shows: most need no reading.
	if (!before || characters >= before.length * SHRUNK_TO) return false;
	const { doc } = buildText({ snapshot: before, updates: [] });
	const had = charactersIn(doc);
	doc.destroy();
	return had > SHORT_CHARACTERS && characters < had * SHRUNK_TO;
}

function charactersIn(doc: Y.Doc): number {
	return plainText(readContent(doc)).length;
}
