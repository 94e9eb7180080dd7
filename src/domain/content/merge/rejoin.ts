import * as Y from 'yjs';
import { mergeDocuments } from './merge.ts';
import { docOf, isComplete, isKnown, readDocument } from './read.ts';
import { without } from './without.ts';
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
	const [made, both] = [docOf(base, ...mine), docOf(live, ...mine)];
	const [left, theirs] = parted({ base, mine, live }, arrived);
	try {
		const exact: Return = { way: 'exact', update: Y.mergeUpdates([NOTHING, ...waiting]) };
		// Text that this editor does not know, or has only in part, is left to Yjs.
		const readable = isComplete(made) && [now, made].every(isKnown) && !isBroken(waiting, now);
		if (mine.length === 0 || !readable) return exact;
		const texts = [left, theirs, made].map(readDocument);
		const [old, other, own] = texts as [Doc, Doc, Doc];
		const merged = mergeDocuments(old, other, own);
		if (!isComplete(both)) return { way: 'rewritten', update: editOf(now, merged) };
		const plain = readDocument(both);
		// Where both wrote in one place, Yjs has an order of its own: as good as ours.
		if (plain.eq(merged) || plain.eq(mergeDocuments(old, own, other))) return exact;
		return { way: 'corrected', update: Y.mergeUpdates([...waiting, editOf(both, merged)]) };
	} finally {
		for (const doc of [now, left, theirs, made, both]) doc.destroy();
	}
}

type Doc = ReturnType<typeof readDocument>;

/** An update that says nothing: there may be nothing to send. */
const NOTHING = new Uint8Array([0, 0]);

/**
 * The text that both began from, and what the others made of it without what is ours. What arrived of ours met
 * theirs in Yjs, where words got lost: so it counts as not arrived, unless somebody went on with it.
 */
function parted({ base, mine, live }: Absence, arrived: readonly Uint8Array[]) {
	if (arrived.length > 0) {
		const next = mine.findIndex((update, i) => i >= arrived.length && writes(update));
		// What only deletes leaves no trace of its own: it may have arrived behind the others.
		const ours = mine.slice(0, next < 0 ? mine.length : next);
		const others = docOf(base, without(live, base, ours));
		if (isComplete(others) && isKnown(others)) return [docOf(base), others] as const;
		others.destroy();
	}
	return [docOf(base, ...arrived), docOf(live)] as const;
}

/**
 * Which updates the server has, and which it lacks. They arrive in order, so it has all before the last of which
 * it has the new text. That it lacks what one deletes says nothing: whoever split or wrapped a paragraph
 * meanwhile deleted the original too, and wrote a copy.
 */
function sorted(updates: readonly Uint8Array[], server: Y.Doc) {
	const state = stateOf(server);
	const last = updates.findLastIndex(
		(update) =>
			writes(update) &&
			[...Y.parseUpdateMeta(update).to].every(
				([client, clock]) => clock <= (state.get(client) ?? 0)
			)
	);
	return { arrived: updates.slice(0, last + 1), waiting: updates.slice(last + 1) };
}

function writes(update: Uint8Array): boolean {
	return Y.parseUpdateMeta(update).to.size > 0;
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

/** The one edit that makes the text of a Y.Doc read as wanted. */
function editOf(doc: Y.Doc, wanted: Doc): Uint8Array {
	const edits: Uint8Array[] = [];
	const keep = (update: Uint8Array) => edits.push(update);
	doc.on('update', keep);
	writeDocument(doc, wanted, 'rejoin');
	doc.off('update', keep);
	return Y.mergeUpdates([NOTHING, ...edits]);
}
