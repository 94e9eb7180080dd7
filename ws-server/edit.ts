import * as Y from 'yjs';
import { Bundle } from './bundle.ts';
import { encodeClocks } from './clocks.ts';
import { readStoredShape, type Range, type Shape } from './shape.ts';

/** An update, and what it adds and deletes. */
export type Edit = { update: Uint8Array; shape: Shape };

/** What is in a text: how far each client has come, and what was deleted. */
export interface Extent {
	/** The first clock of this client that is not there yet. */
	clockOf(client: number): number;
	/** The parts of this range that are not deleted yet. */
	lacking(range: Range): Range[];
}

/**
 * Of an edit what the text does not have, or null. In it the structs of each client follow those in the
 * text at once, so that they can be put behind them. Of an edit that was just made that is all of it.
 */
export function newIn(edit: Edit, text: Extent): Edit | null {
	const { blocks, deletes } = edit.shape;
	const added = blocks.filter(({ client, to }) => to > text.clockOf(client));
	const lacking = deletes.flatMap((range) => text.lacking(range));
	if (added.length === 0 && lacking.length === 0) return null;
	const follows = added.every(
		({ client, from, isWhole }) => isWhole && from === text.clockOf(client)
	);
	if (follows && added.length === blocks.length && lengthOf(lacking) === lengthOf(deletes)) {
		return edit;
	}
	const bundle = new Bundle();
	if (follows) bundle.add(edit.update, { blocks: added, deletes: lacking });
	else {
		const clocks = new Map(blocks.map(({ client }) => [client, text.clockOf(client)]));
		// The one way to cut a struct in two that all clients agree on is Yjs' own.
		const update = Y.diffUpdate(edit.update, encodeClocks(clocks));
		bundle.add(update, { blocks: readStoredShape(update).blocks, deletes: lacking });
	}
	const update = bundle.encode();
	return { update, shape: readStoredShape(update) };
}

function lengthOf(ranges: readonly Range[]): number {
	return ranges.reduce((length, { from, to }) => length + to - from, 0);
}
