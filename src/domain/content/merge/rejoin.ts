import * as Y from 'yjs';
import { unknownPart } from '../known.ts';
import { rawContent } from '../yjs.ts';
import { mergeDocuments } from './merge.ts';
import { docOf, isComplete, readDocument } from './read.ts';
import { writeDocument } from './write.ts';

/** What somebody who lost the line comes back with. All are Yjs updates in format V1. */
export type Absence = {
	/** The text as the server had it for certain when the line was lost. */
	base: Uint8Array;
	/**
	 * What they wrote that was never acknowledged, in order, each as Yjs gave it: before the line was lost and
	 * after. Some of it may have arrived all the same; so don't merge them into one.
	 */
	mine: readonly Uint8Array[];
	/** The text as the server has it now: its whole state, without what it did not get. */
	live: Uint8Array;
};

/**
 * What to send, as one message, and to apply oneself.
 * - `exact`: what Yjs makes of both is right, and `update` is what they wrote, as it was.
 * - `corrected`: Yjs would lose, double or bring back text; `update` also puts that right.
 * - `rewritten`: what they wrote does not fit on this text any more, which was built anew meanwhile;
 *   `update` writes the merged text instead.
 */
export type Return = { way: 'exact' | 'corrected' | 'rewritten'; update: Uint8Array };

/**
 * Merges what somebody wrote while they were away with what others wrote meanwhile, as texts: the one they
 * left, the one there is now, the one they made. Pure: changes none of what it is given.
 */
export function rejoin({ base, mine, live }: Absence): Return {
	const now = docOf(live);
	const { arrived, waiting } = sorted(mine, now);
	const [left, made, both] = [docOf(base, ...arrived), docOf(base, ...mine), docOf(live, ...mine)];
	try {
		const exact: Return = { way: 'exact', update: Y.mergeUpdates([NOTHING, ...waiting]) };
		// Text that this editor does not know, or has only in part, is left to Yjs.
		const readable = isComplete(made) && [now, made].every(isKnown) && !isBroken(waiting, now);
		if (waiting.length === 0 || !readable) return exact;
		const texts = [left, now, made].map(readDocument);
		const [old, theirs, own] = texts as [Doc, Doc, Doc];
		const merged = mergeDocuments(old, theirs, own);
		if (!isComplete(both)) return { way: 'rewritten', update: editOf(now, merged) };
		const plain = readDocument(both);
		// Where both wrote in one place, Yjs has an order of its own: as good as ours.
		if (plain.eq(merged) || plain.eq(mergeDocuments(old, own, theirs))) return exact;
		return { way: 'corrected', update: Y.mergeUpdates([...waiting, editOf(both, merged)]) };
	} finally {
		for (const doc of [now, left, made, both]) doc.destroy();
	}
}

type Doc = ReturnType<typeof readDocument>;

/** An update that says nothing: there may be nothing to send. */
const NOTHING = new Uint8Array([0, 0]);

/**
 * Which updates the server has, and which it lacks. They arrive in order, so it has all before the last of which
 * it has the new text. That it lacks what one deletes says nothing: whoever split or wrapped a paragraph
 * meanwhile deleted the original too, and wrote a copy.
 */
function sorted(updates: readonly Uint8Array[], server: Y.Doc) {
	const state = stateOf(server);
	const last = updates.findLastIndex((update) => {
		const { to } = Y.parseUpdateMeta(update);
		return to.size > 0 && [...to].every(([client, clock]) => clock <= (state.get(client) ?? 0));
	});
	return { arrived: updates.slice(0, last + 1), waiting: updates.slice(last + 1) };
}

function stateOf(doc: Y.Doc): Map<number, number> {
	return Y.decodeStateVector(Y.encodeStateVector(doc));
}

/** Whether the server has a part of an update: then the rest must follow as it is. */
function isBroken(updates: readonly Uint8Array[], server: Y.Doc): boolean {
	const state = stateOf(server);
	return updates.some((update) =>
		[...Y.parseUpdateMeta(update).from].some(([client, clock]) => clock < (state.get(client) ?? 0))
	);
}

function isKnown(doc: Y.Doc): boolean {
	return unknownPart(rawContent(doc)) === null;
}

/** The one edit that makes the text of a Y.Doc read as wanted. */
function editOf(doc: Y.Doc, wanted: Doc): Uint8Array {
	const edits: Uint8Array[] = [];
	const keep = (update: Uint8Array) => edits.push(update);
	doc.on('update', keep);
	writeDocument(doc, wanted, 'rejoin');
	doc.off('update', keep);
	return Y.mergeUpdates([NOTHING, ...edits]);
}
