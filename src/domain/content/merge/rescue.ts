import * as Y from 'yjs';
import { mergeDocuments } from './merge.ts';
import { isComplete, readDocument } from './read.ts';
import { writeDocument } from './write.ts';

/**
 * Watches over an edit of one's own that gave text to other nodes (a split, a wrap, another type): to Yjs that
 * text is a copy, and what somebody types in the original, before they see the edit, is lost. Only the one who
 * made the edit may watch: two who rescue the same words double them.
 */
export class Rescue {
	readonly #live: Y.Doc;
	readonly #before: Y.Doc;

	/** `before` is the text as it was without the edit, in a Y.Doc of its own; the watch keeps it. */
	constructor(live: Y.Doc, before: Y.Doc) {
		this.#live = live;
		this.#before = before;
	}

	/**
	 * Applies an update of somebody else, and puts right what gets lost by that. `origin` is that of the
	 * update; what is put right is an edit of one's own, with `rescue` as its origin.
	 */
	apply(update: Uint8Array, origin: unknown): void {
		const base = readDocument(this.#before);
		Y.applyUpdate(this.#before, update);
		if (!isComplete(this.#before)) {
			// It builds on the edit, so its writer had seen it.
			this.#before.store.pendingStructs = null;
			this.#before.store.pendingDs = null;
			return Y.applyUpdate(this.#live, update, origin);
		}
		const wanted = mergeDocuments(base, readDocument(this.#before), readDocument(this.#live));
		Y.applyUpdate(this.#live, update, origin);
		if (!readDocument(this.#live).eq(wanted)) writeDocument(this.#live, wanted, 'rescue');
	}

	/** Ends the watch, when nobody can be without the edit any more. */
	close(): void {
		this.#before.destroy();
	}
}
